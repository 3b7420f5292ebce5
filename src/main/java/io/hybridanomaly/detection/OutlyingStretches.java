package io.hybridanomaly.detection;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Stretches that only few others resemble (discords that have twins), so that they tell nobody what
 * is usual. An anomaly that comes now and then, such as one beat in twenty of a heart or a dozen
 * bursts of load, has others of its kind for nearest neighbours, and they would excuse each other.
 * What is far from its twentieth nearest neighbour therefore takes no part as a reference when the
 * nearest three are looked for.
 *
 * <p>Neighbours may overlap each other: in a short series one other event is several of the twenty,
 * in a long one, of which every second to fifth stretch is looked at, one or two.
 *
 * <p>What comes in a rhythm from the beginning to the end is usual, however rare: the steep rise of
 * each heartbeat, the backup of each Sunday night.
 *
 * <p>Outliers hide each other, so that the question is asked again without those that were found,
 * as {@link OutlierTail} does with heights. Distances to the k-th neighbour are those of Ramaswamy,
 * Rastogi, Shim, "Efficient algorithms for mining outliers from large data sets", SIGMOD 2000,
 * doi:10.1145/342009.335437. Decision 0037 measures what each limit does.
 */
final class OutlyingStretches {

  /** Shorter series are left as they are: there a dozen others of a kind are a tenth of all. */
  private static final int FEWEST_POINTS = 400;

  /** The neighbour by whose distance a stretch is outlying. */
  private static final int RANK = 20;

  /** In a short series, the neighbour at this part of all. */
  private static final int RANK_PART = 50;

  /** About so many stretches are judged, or as many as the least cover asks for. */
  private static final int STARTS = 2_500;

  /** With so many others each is compared. */
  private static final int REFERENCES = 2_500;

  /** So many stretches of the shortest length lie on each point at least. */
  private static final int LEAST_COVER = 2;

  /**
   * Outlying is what is so many times further above the median than the median is above the lower
   * quartile, and so many times further than the upper quartile is: distances are logarithms and
   * lean to the right.
   */
  private static final double LOWER_SPREADS = 6;

  private static final double UPPER_SPREADS = 3;

  /** More of a series is another kind of usual. */
  private static final double MOST = 0.15;

  /** From this part on, their peaks are more than a tail leaves out, with those beside them. */
  private static final double MANY = OutlierTail.OUTLIERS / 2;

  /** How often it is asked; without what is outlying, more of the same kind is. */
  private static final int PASSES = 4;

  /** A pass that finds less than this part of the series beyond the others is the last one. */
  private static final double LEAST_GAIN = 1e-3;

  /** Stretches so few points apart are one. */
  private static final int JOINED = 20;

  /** Fewer are no rhythm, as with readings. */
  private static final int FEWEST = RecurringReadings.FEWEST;

  /** In a rhythm this part of the stretches is about as far from the next as from the last. */
  private static final double RHYTHM = 0.5;

  /** About as far: up to this part. */
  private static final double STEADY = 0.15;

  private static final double TINY = 1e-9;

  private final float[] series;
  private final SweepPlan plan;
  private final long seed;

  private OutlyingStretches(float[] series, long seed) {
    this.series = series;
    this.seed = seed;
    plan = plan(series.length);
  }

  /**
   * Which points lie in outlying stretches.
   *
   * @param series scaled values
   * @param random chooses the references
   * @param monitor hears the share done
   * @return [points]
   * @throws CancellationException if cancelled
   */
  static boolean[] of(float[] series, SplittableRandom random, DetectionMonitor monitor) {
    long seed = random.nextLong();
    return series.length < FEWEST_POINTS
        ? new boolean[series.length]
        : new OutlyingStretches(series, seed).peeled(monitor);
  }

  /**
   * What one pass costs.
   *
   * @param reference for looking whether a stretch is near, at one length
   * @param number for comparing two numbers
   */
  static double cost(int points, double reference, double number) {
    return points < FEWEST_POINTS ? 0 : plan(points).cost(points, reference, number);
  }

  /** Of a very long series the long ones alone. */
  private static SweepPlan plan(int points) {
    SweepLengths lengths = SweepLengths.sweeps(points).getLast();
    int usual = lengths.stride(points);
    int stride =
        Math.clamp(points / STARTS, usual, Math.max(usual, lengths.shortest() / LEAST_COVER));
    int references = Math.min(REFERENCES, lengths.starts(points, stride));
    int rank = Math.clamp(references / RANK_PART, 1, RANK);
    return new SweepPlan(lengths, stride, references, Neighbourhood.ofRank(rank));
  }

  private boolean[] peeled(DetectionMonitor monitor) {
    boolean[] outlying = new boolean[series.length];
    for (int pass = 0; pass < PASSES; pass++) {
      // Most series end after the first pass; time for more is not planned for.
      double[] distances = distances(outlying, monitor.stage(pass == 0 ? 0 : 1, 1));
      boolean[] found = beyondLimit(distances, outlying);
      if (share(found) > MOST || isRhythm(found)) {
        return outlying;
      }
      double gain = share(found) - share(outlying);
      outlying = found;
      if (gain < LEAST_GAIN) {
        return outlying;
      }
    }
    return outlying;
  }

  /**
   * How far the stretches on each point are from that neighbour: the sum of the logarithms at all
   * lengths of the sweep, which then need no scale.
   */
  private double[] distances(boolean[] outlying, DetectionMonitor monitor) {
    double[] sum = new double[series.length];
    for (double[] view :
        NeighbourSweep.views(series, plan, outlying, new SplittableRandom(seed), monitor)) {
      double least = TINY + TINY * Quantiles.median(view);
      Arrays.setAll(sum, i -> sum[i] + Math.log(Math.max(least, view[i])));
    }
    return sum;
  }

  private static boolean[] beyondLimit(double[] distances, boolean[] outlying) {
    double[] quartiles = Quantiles.of(distances, 0.25, 0.5, 0.75);
    double limit =
        quartiles[1]
            + Math.max(
                LOWER_SPREADS * Math.max(TINY, quartiles[1] - quartiles[0]),
                UPPER_SPREADS * (quartiles[2] - quartiles[1]));
    boolean[] found = outlying.clone();
    for (int i = 0; i < found.length; i++) {
      found[i] |= distances[i] > limit;
    }
    return found;
  }

  /** Whether so many points are outlying that their peaks would pass for an ordinary tail. */
  static boolean areMany(boolean[] outlying) {
    return share(outlying) > MANY;
  }

  private static double share(boolean[] points) {
    return IntStream.range(0, points.length).filter(i -> points[i]).count()
        / (double) points.length;
  }

  /**
   * Whether stretches come in a rhythm from the beginning to the end: most are as far from the one
   * before as from the one behind.
   *
   * @param points that lie in them
   */
  static boolean isRhythm(boolean[] points) {
    List<Segment> runs = Runs.of(points.length, i -> points[i]).segments();
    int[] starts =
        IntStream.range(0, runs.size())
            .filter(k -> k == 0 || runs.get(k).from() - runs.get(k - 1).to() >= JOINED)
            .map(k -> runs.get(k).from())
            .toArray();
    int n = points.length;
    int m = starts.length;
    if (m < FEWEST) {
      return false;
    }
    double usual = (starts[m - 1] - starts[0]) / (m - 1.0);
    double most = RecurringReadings.FROM_THE_ENDS * usual;
    if (starts[0] > most || n - starts[m - 1] > most) {
      return false;
    }
    long steady =
        IntStream.range(1, m - 1)
            .filter(k -> isAlike(starts[k] - starts[k - 1], starts[k + 1] - starts[k]))
            .count();
    return steady > RHYTHM * (m - 2);
  }

  private static boolean isAlike(int distance, int other) {
    return Math.abs(distance - other) <= STEADY * Math.max(distance, other);
  }
}
