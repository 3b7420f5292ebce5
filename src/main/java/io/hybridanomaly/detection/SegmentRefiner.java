package io.hybridanomaly.detection;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;

/**
 * Where in a flagged stretch the abnormal values are. A score belongs to all points of all windows
 * that touch something abnormal, and the smoothed score averages over a stretch of them: one spike
 * lifts a hundred points. The stretch is narrowed in two steps, each of which is left out where it
 * finds nothing: to what is unusual in the pointwise score, and in there to the values that are far
 * from the expected ones, with their neighbours that are off as well, since the network follows an
 * anomaly of some length half way; if none is far, to those that are off. The peak of the score
 * always stays inside. All limits are fixed, so that a higher sensitivity takes nothing back of
 * what a lower one has flagged, unless it reaches the first value that is far and narrows to that.
 */
final class SegmentRefiner {

  /** Pointwise score from which a point counts as unusual: about one of fifty in normal data. */
  private static final double UNUSUAL = 1.2;

  /** Robust standard deviations from which a value is far from the expected one. */
  private static final double FAR = 5;

  /** Robust standard deviations from which a value is off, but may be so by chance. */
  private static final double OFF = 3;

  private final double[] pointwise;
  private final double[] values;
  private final double[] expected;
  private final DoubleUnaryOperator deviation;

  /**
   * @param components of the series
   * @param deviation robust standard deviation of value − expected where so much is expected
   */
  SegmentRefiner(ComponentScores components, DoubleUnaryOperator deviation) {
    this.pointwise = components.pointwise();
    this.values = components.values();
    this.expected = components.expected();
    this.deviation = deviation;
  }

  /**
   * The abnormal part of a flagged segment.
   *
   * @param peak point with the highest score, inside it
   */
  Segment refine(Segment flagged, int peak) {
    IntPredicate off = awayBy(OFF);
    IntPredicate far = awayBy(FAR);
    Segment unusual = hull(flagged, i -> pointwise[i] >= UNUSUAL);
    Segment core = hull(hull(unusual, off), far);
    return grown(core, unusual, off).union(new Segment(peak, peak + 1));
  }

  /**
   * A segment in parts: a gap parts it in which nothing is off for a whole window and for twice as
   * long as what is off on either side, and in which the score is not highest. Two errors a day
   * apart are two; a stretch of another shape, in which values are off here and there, is one.
   *
   * @param window length in points
   * @param rare points that are abnormal by themselves
   * @param peak point with the highest score
   */
  List<Segment> split(Segment segment, int window, IntPredicate rare, int peak) {
    List<Segment> off = new ArrayList<>();
    for (Segment next :
        Runs.of(segment.length(), i -> isOff(segment.from() + i) || rare.test(segment.from() + i))
            .segments()) {
      Segment part = new Segment(segment.from() + next.from(), segment.from() + next.to());
      if (!off.isEmpty() && part.from() - off.getLast().to() < window) {
        off.set(off.size() - 1, off.getLast().union(part));
      } else {
        off.add(part);
      }
    }
    int longest = off.stream().mapToInt(Segment::length).max().orElse(0);
    boolean apart = off.size() > 1 && shortestGap(off) >= 2 * longest;
    // What a lower sensitivity flags around the peak must stay, and so must both ends.
    if (!apart || off.stream().noneMatch(part -> part.contains(peak))) {
      return List.of(segment);
    }
    off.set(0, off.getFirst().union(new Segment(segment.from(), segment.from() + 1)));
    off.set(off.size() - 1, off.getLast().union(new Segment(segment.last(), segment.to())));
    return off;
  }

  private static int shortestGap(List<Segment> parts) {
    int shortest = Integer.MAX_VALUE;
    for (int k = 1; k < parts.size(); k++) {
      shortest = Math.min(shortest, parts.get(k).from() - parts.get(k - 1).to());
    }
    return shortest;
  }

  /** Whether a value is so far from the expected one that it stands for itself. */
  boolean isFar(int point) {
    return awayBy(FAR).test(point);
  }

  /** Whether a value is off. */
  private boolean isOff(int point) {
    return awayBy(OFF).test(point);
  }

  /**
   * Points so many deviations off. In a constant the deviation is 0, and what is usual is not off.
   */
  private IntPredicate awayBy(double deviations) {
    return i -> {
      double distance = Math.abs(values[i] - expected[i]);
      return distance > 0 && distance >= deviations * deviation.applyAsDouble(expected[i]);
    };
  }

  /** From the first to the last point of a kind; the same if there is none. */
  static Segment hull(Segment segment, IntPredicate kind) {
    int first = segment.from();
    while (first < segment.to() && !kind.test(first)) {
      first++;
    }
    if (first == segment.to()) {
      return segment;
    }
    int last = segment.last();
    while (!kind.test(last)) {
      last--;
    }
    return new Segment(first, last + 1);
  }

  /** With the points of a kind that join on to it, as far as a bound. */
  private static Segment grown(Segment segment, Segment bound, IntPredicate kind) {
    int first = segment.from();
    while (first > bound.from() && kind.test(first - 1)) {
      first--;
    }
    int to = segment.to();
    while (to < bound.to() && kind.test(to)) {
      to++;
    }
    return new Segment(first, to);
  }
}
