package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.OverlapAverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/**
 * How far each stretch of a series is from those most like it elsewhere, for several lengths at
 * once and in two ways: as it is, and with its level and amplitude taken off (z-normalised), which
 * sees a wrong shape under a wandering level. No network and no season is needed.
 *
 * <p>All lengths begin at the same points, so that one sweep over the longest passes by the sums of
 * the shorter ones: many lengths cost as much as one. In very long series the long ones begin
 * further apart, in a sweep of their own.
 *
 * <p>Sources: Ramaswamy, Rastogi, Shim, "Efficient algorithms for mining outliers from large data
 * sets", SIGMOD 2000, doi:10.1145/342009.335437, for the distance; Yeh et al., "Matrix Profile I",
 * ICDM 2016, doi:10.1109/ICDM.2016.0179, for z-normalised stretches; De Paepe et al., "Eliminating
 * noise in the matrix profile", ICPRAM 2019, doi:10.5220/0007314100830093, for why flat stretches
 * need a floor.
 */
final class NeighbourSweep {

  /** Lengths compared as they are, in points; all are multiples of {@link BlockSums#STEP}. */
  private static final int[] PLAIN = {10, 20, 40, 80};

  /** Lengths compared without level and amplitude, multiples of it as well. */
  private static final int[] NORMALISED = {20, 40, 80, 160};

  /** The one length for a series that is shorter than four of all others. */
  private static final int SHORTEST = 8;

  /** A length is at most this part of the series. */
  private static final int PART = 4;

  /** Stretches compared between two looks whether it is cancelled; a multiple of the block. */
  private static final int PIECE = 256;

  /** From this length on, stretches of a very long series begin further apart. */
  private static final int LONG = 40;

  private final float[] padded;
  private final int stride;
  private final int[] references;
  private final List<SweepLevel> levels;
  private final int longestPlain;
  private final int longestNormalised;

  /** [longest × references]: references side by side, 0 beyond the end of the series. */
  private final float[][] columns;

  private NeighbourSweep(float[] series, Lengths lengths, int stride, SplittableRandom random) {
    this.stride = stride;
    longestPlain = lengths.longestPlain();
    longestNormalised = lengths.longestNormalised();
    padded = Arrays.copyOf(series, series.length + lengths.longest());
    int starts = SweepLevel.starts(series.length, lengths.shortest(), stride);
    references = Windows.sample(starts, Windows.references(starts), random);
    levels = new ArrayList<>();
    for (int length : lengths.plain) {
      levels.add(new SweepLevel(series, length, stride, false, references));
    }
    for (int length : lengths.normalised) {
      levels.add(new SweepLevel(series, length, stride, true, references));
    }
    columns = new float[lengths.longest()][references.length];
    for (int d = 0; d < columns.length; d++) {
      for (int j = 0; j < references.length; j++) {
        columns[d][j] = padded[references[j] * stride + d];
      }
    }
  }

  /**
   * Lengths that are compared in one sweep, in points.
   *
   * @param plain as they are, at least one, short to long; the shortest of all is among them
   * @param normalised without level and amplitude, short to long
   */
  private record Lengths(int[] plain, int[] normalised) {

    /** Those that fit a series. */
    static Lengths of(int points) {
      int longest = points / PART;
      int[] plain = between(PLAIN, 0, longest + 1);
      return new Lengths(
          plain.length == 0 ? new int[] {SHORTEST} : plain, between(NORMALISED, 0, longest + 1));
    }

    private static int[] between(int[] lengths, int from, int to) {
      return Arrays.stream(lengths).filter(length -> length >= from && length < to).toArray();
    }

    Lengths between(int from, int to) {
      return new Lengths(between(plain, from, to), between(normalised, from, to));
    }

    int shortest() {
      return plain[0];
    }

    int longestPlain() {
      return plain[plain.length - 1];
    }

    int longestNormalised() {
      return normalised.length == 0 ? 0 : normalised[normalised.length - 1];
    }

    int longest() {
      return Math.max(longestPlain(), longestNormalised());
    }

    /** Nanoseconds, or whatever both costs are in. */
    double cost(int points, double reference, double number) {
      int starts = points / stride(points, shortest()) + 1;
      return (double) starts
          * Windows.references(starts)
          * (reference * (plain.length + normalised.length)
              + number * (longestPlain() + longestNormalised()));
    }
  }

  /**
   * The sweeps over a series: one, but for very long ones, whose long stretches need not begin as
   * close together as its short ones.
   */
  private static List<Lengths> sweeps(int points) {
    Lengths all = Lengths.of(points);
    return stride(points, LONG) == stride(points, all.shortest())
        ? List.of(all)
        : List.of(all.between(0, LONG), all.between(LONG, Integer.MAX_VALUE));
  }

  /** 1 but for very long series. */
  private static int stride(int points, int length) {
    return Windows.stride(points, length);
  }

  /**
   * What the sweeps over a series cost.
   *
   * @param reference for looking whether a stretch is near, at one length
   * @param number for comparing two numbers
   */
  static double cost(int points, double reference, double number) {
    return sweeps(points).stream()
        .mapToDouble(lengths -> lengths.cost(points, reference, number))
        .sum();
  }

  /**
   * What a sweep found, one entry for each point of the series.
   *
   * @param plain for each length, short to long: mean distance of the stretches on the point
   * @param core distance of that stretch on the point, of the shortest length, that is most like
   *     others: high only where no stretch on the point is usual
   * @param normalised for each length the mean distance of the z-normalised stretches; empty for a
   *     short series
   */
  record Distances(List<double[]> plain, double[] core, List<double[]> normalised) {}

  /**
   * Compares all stretches of a series.
   *
   * @param series scaled values, at least 8
   * @param random chooses the references
   * @param monitor hears the share done
   * @throws CancellationException if cancelled
   */
  static Distances of(float[] series, SplittableRandom random, DetectionMonitor monitor) {
    List<Lengths> sweeps = sweeps(series.length);
    double total = cost(series.length, 1, 1);
    double done = 0;
    List<Distances> found = new ArrayList<>();
    for (Lengths lengths : sweeps) {
      double share = lengths.cost(series.length, 1, 1) / total;
      int stride = stride(series.length, lengths.shortest());
      found.add(of(series, lengths, stride, random, monitor.stage(done, done + share)));
      done += share;
    }
    return new Distances(
        found.stream().flatMap(sweep -> sweep.plain().stream()).toList(),
        found.get(0).core(),
        found.stream().flatMap(sweep -> sweep.normalised().stream()).toList());
  }

  /** The same at one stride, the points between the stretches that are compared. */
  static Distances of(
      float[] series, int stride, SplittableRandom random, DetectionMonitor monitor) {
    return of(series, Lengths.of(series.length), stride, random, monitor);
  }

  private static Distances of(
      float[] series,
      Lengths lengths,
      int stride,
      SplittableRandom random,
      DetectionMonitor monitor) {
    NeighbourSweep sweep = new NeighbourSweep(series, lengths, stride, random);
    sweep.run(monitor);
    return sweep.distances(series.length);
  }

  private Distances distances(int n) {
    List<double[]> plain = new ArrayList<>();
    List<double[]> normalised = new ArrayList<>();
    for (SweepLevel level : levels) {
      double[] points = OverlapAverage.of(level.distances(), level.length(), stride, n);
      (level.isNormalised() ? normalised : plain).add(points);
    }
    SweepLevel shortest = levels.get(0);
    return new Distances(
        plain, core(shortest.distances(), shortest.length(), stride, n), normalised);
  }

  /** The least distance of the stretches on each point. */
  static double[] core(double[] distances, int length, int stride, int n) {
    double[] core = new double[n];
    for (int t = 0; t < n; t++) {
      int last = Math.min(t / stride, distances.length - 1);
      int first = t < length ? 0 : Math.min(last, (t - length) / stride + 1);
      core[t] = Double.POSITIVE_INFINITY;
      for (int i = first; i <= last; i++) {
        core[t] = Math.min(core[t], distances[i]);
      }
    }
    return core;
  }

  private void run(DetectionMonitor monitor) {
    monitor.inPieces(levels.get(0).starts(), PIECE, Pass::new);
  }

  /** The sums over some of the stretches; passes share nothing but what they read. */
  private final class Pass implements Cores.RangeWork {
    private final BlockSums sums = new BlockSums(references.length);
    private final float[] buffer = new float[references.length];
    private final NearestFew nearest = SweepLevel.nearest();

    @Override
    public void run(int from, int to) {
      for (int first = from; first < to; first += BlockSums.SIZE) {
        int end = Math.min(to, first + BlockSums.SIZE);
        sums.clear();
        for (int d = 0; d < longestPlain; d += BlockSums.STEP) {
          set(first, d);
          sums.addSquares(columns[d], columns[d + 1]);
          find(first, end, d + BlockSums.STEP, false);
        }
        sums.clear();
        for (int d = 0; d < longestNormalised; d += BlockSums.STEP) {
          set(first, d);
          sums.addProducts(columns[d], columns[d + 1]);
          find(first, end, d + BlockSums.STEP, true);
        }
      }
    }

    private void find(int first, int end, int length, boolean normalised) {
      for (SweepLevel level : levels) {
        if (level.length() == length && level.isNormalised() == normalised) {
          for (int i = first; i < Math.min(end, level.starts()); i++) {
            level.found(i, sums.of(i - first), buffer, nearest);
          }
        }
      }
    }

    /** Sets the numbers of the block at a place of its stretches. */
    private void set(int first, int d) {
      for (int i = 0; i < BlockSums.SIZE; i++) {
        int at = (first + i) * stride + d;
        sums.set(i, at(at), at(at + 1));
      }
    }

    /** The last block may reach beyond the end; what it sums up there is not looked at. */
    private float at(int point) {
      return point < padded.length ? padded[point] : 0;
    }
  }
}
