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
 * the shorter ones: many lengths cost as much as one.
 *
 * <p>Sources: Ramaswamy, Rastogi, Shim, "Efficient algorithms for mining outliers from large data
 * sets", SIGMOD 2000, doi:10.1145/342009.335437, for the distance; Yeh et al., "Matrix Profile I",
 * ICDM 2016, doi:10.1109/ICDM.2016.0179, for z-normalised stretches; De Paepe et al., "Eliminating
 * noise in the matrix profile", ICPRAM 2019, doi:10.5220/0007314100830093, for why flat stretches
 * need a floor.
 */
final class NeighbourSweep {

  /** Lengths compared as they are, in points. */
  private static final int[] PLAIN = {10, 20, 40, 80};

  /** Lengths compared without level and amplitude. */
  private static final int[] NORMALISED = {20, 40, 80, 160};

  /** The one length for a series that is shorter than four of all others. */
  private static final int SHORTEST = 8;

  /** A length is at most this part of the series. */
  private static final int PART = 4;

  /** Stretches compared at once, so that each reference is read once for all of them. */
  private static final int BLOCK = 4;

  /** Stretches compared between two looks whether it is cancelled; a multiple of the block. */
  private static final int PIECE = 256;

  private final float[] padded;
  private final int stride;
  private final int[] references;
  private final List<SweepLevel> levels;
  private final int longestPlain;
  private final int longestNormalised;

  /** [longest × references]: references side by side, 0 beyond the end of the series. */
  private final float[][] columns;

  private NeighbourSweep(float[] series, int stride, SplittableRandom random) {
    this.stride = stride;
    levels = levels(series, stride);
    longestPlain = longest(levels, false);
    longestNormalised = longest(levels, true);
    int longest = Math.max(longestPlain, longestNormalised);
    int starts = levels.stream().mapToInt(SweepLevel::starts).max().orElseThrow();
    padded = Arrays.copyOf(series, series.length + longest);
    references = Windows.sample(starts, Windows.references(starts), random);
    columns = new float[longest][references.length];
    for (int d = 0; d < longest; d++) {
      for (int j = 0; j < references.length; j++) {
        columns[d][j] = padded[references[j] * stride + d];
      }
    }
  }

  /** 1 but for very long series. */
  private static int stride(int points) {
    return Windows.stride(points, PLAIN[0]);
  }

  /** How many pairs of stretches a sweep over a series compares. */
  static double comparisons(int points) {
    int starts = points / stride(points) + 1;
    return (double) starts * Windows.references(starts);
  }

  /** What is computed for a pair: numbers that are compared, at all lengths. */
  static int numbers() {
    return PLAIN[PLAIN.length - 1] + NORMALISED[NORMALISED.length - 1];
  }

  /** At how many lengths the nearest ones are looked for. */
  static int lengths() {
    return PLAIN.length + NORMALISED.length;
  }

  private static List<SweepLevel> levels(float[] series, int stride) {
    List<SweepLevel> levels = new ArrayList<>();
    for (int length : PLAIN) {
      if (length <= series.length / PART) {
        levels.add(new SweepLevel(series, length, stride, false));
      }
    }
    if (levels.isEmpty()) {
      levels.add(new SweepLevel(series, Math.min(SHORTEST, series.length), stride, false));
    }
    for (int length : NORMALISED) {
      if (length <= series.length / PART) {
        levels.add(new SweepLevel(series, length, stride, true));
      }
    }
    return levels;
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
    return of(series, stride(series.length), random, monitor);
  }

  /** The same with another stride, the points between the stretches that are compared. */
  static Distances of(
      float[] series, int stride, SplittableRandom random, DetectionMonitor monitor) {
    NeighbourSweep sweep = new NeighbourSweep(series, stride, random);
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
    private final float[][] squares = new float[BLOCK][references.length];
    private final float[][] products = new float[BLOCK][references.length];
    private final NearestFew nearest = SweepLevel.nearest();

    @Override
    public void run(int from, int to) {
      for (int first = from; first < to; first += BLOCK) {
        block(first, Math.min(to, first + BLOCK));
      }
    }

    private void block(int first, int end) {
      for (int i = 0; i < BLOCK; i++) {
        Arrays.fill(squares[i], 0);
        Arrays.fill(products[i], 0);
      }
      for (int d = 0; d < columns.length; d++) {
        if (d < longestPlain) {
          addSquares(first, d);
        }
        if (d < longestNormalised) {
          addProducts(first, d);
        }
        for (SweepLevel level : levels) {
          if (level.length() == d + 1) {
            float[][] sums = level.isNormalised() ? products : squares;
            for (int i = first; i < Math.min(end, level.starts()); i++) {
              level.found(i, sums[i - first], references, nearest);
            }
          }
        }
      }
    }

    private void addSquares(int first, int d) {
      float[] column = columns[d];
      int at = first * stride + d;
      float x0 = at(at);
      float x1 = at(at + stride);
      float x2 = at(at + 2 * stride);
      float x3 = at(at + 3 * stride);
      float[] row0 = squares[0];
      float[] row1 = squares[1];
      float[] row2 = squares[2];
      float[] row3 = squares[3];
      for (int j = 0; j < column.length; j++) {
        float y = column[j];
        row0[j] += (x0 - y) * (x0 - y);
        row1[j] += (x1 - y) * (x1 - y);
        row2[j] += (x2 - y) * (x2 - y);
        row3[j] += (x3 - y) * (x3 - y);
      }
    }

    private void addProducts(int first, int d) {
      float[] column = columns[d];
      int at = first * stride + d;
      float x0 = at(at);
      float x1 = at(at + stride);
      float x2 = at(at + 2 * stride);
      float x3 = at(at + 3 * stride);
      float[] row0 = products[0];
      float[] row1 = products[1];
      float[] row2 = products[2];
      float[] row3 = products[3];
      for (int j = 0; j < column.length; j++) {
        float y = column[j];
        row0[j] += x0 * y;
        row1[j] += x1 * y;
        row2[j] += x2 * y;
        row3[j] += x3 * y;
      }
    }

    /** The last block may reach beyond the end; what it sums up there is not looked at. */
    private float at(int point) {
      return point < padded.length ? padded[point] : 0;
    }
  }

  private static int longest(List<SweepLevel> levels, boolean normalised) {
    return levels.stream()
        .filter(level -> level.isNormalised() == normalised)
        .mapToInt(SweepLevel::length)
        .max()
        .orElse(0);
  }
}
