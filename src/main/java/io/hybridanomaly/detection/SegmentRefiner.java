package io.hybridanomaly.detection;

/**
 * Where in a flagged stretch the abnormal values are. A score belongs to all points of all windows
 * that touch something abnormal, and the wide view averages over a stretch of them: one spike lifts
 * a hundred points. The stretch is narrowed in two steps, each of which is left out where it finds
 * nothing: to what is unusual in the view that is sharp in time, and in there to the values that
 * are far from the expected ones, with their neighbours that are off as well, since the network
 * follows an anomaly of some length half way; if none is far, to those that are off. The peak of
 * the score always stays inside. All limits are fixed, so that a higher sensitivity does not take
 * back what a lower one has flagged.
 *
 * @param start first point, from 0
 * @param end the point after the last
 */
record SegmentRefiner(int start, int end) {

  /** Robust standard deviations from which the sharp score of a point counts as unusual. */
  private static final double UNUSUAL = 2;

  /** Robust standard deviations from which a value is far from the expected one. */
  private static final double FAR = 5;

  /** Robust standard deviations from which a value is off, but may be so by chance. */
  private static final double OFF = 3;

  /** The narrowed stretch. */
  SegmentRefiner narrowed(int peak, ComponentScores components, double deviation) {
    double[] sharp = components.sharp();
    double[] values = components.values();
    double[] expected = components.expected();
    SegmentRefiner unusual = hull(i -> sharp[i] >= UNUSUAL);
    Kind off = i -> Math.abs(values[i] - expected[i]) >= OFF * deviation;
    Kind far = i -> Math.abs(values[i] - expected[i]) >= FAR * deviation;
    return unusual.hull(off).hull(far).grown(unusual, off).with(peak);
  }

  /** From the first to the last point of a kind; the same if there is none. */
  SegmentRefiner hull(Kind kind) {
    int first = start;
    while (first < end && !kind.contains(first)) {
      first++;
    }
    if (first == end) {
      return this;
    }
    int last = end - 1;
    while (!kind.contains(last)) {
      last--;
    }
    return new SegmentRefiner(first, last + 1);
  }

  /** With the points of a kind that join on to it, as far as a bound. */
  private SegmentRefiner grown(SegmentRefiner bound, Kind kind) {
    int first = start;
    while (first > bound.start && kind.contains(first - 1)) {
      first--;
    }
    int last = end;
    while (last < bound.end && kind.contains(last)) {
      last++;
    }
    return new SegmentRefiner(first, last);
  }

  private SegmentRefiner with(int point) {
    return new SegmentRefiner(Math.min(start, point), Math.max(end, point + 1));
  }

  /** Some of the points. */
  @FunctionalInterface
  interface Kind {
    boolean contains(int point);
  }
}
