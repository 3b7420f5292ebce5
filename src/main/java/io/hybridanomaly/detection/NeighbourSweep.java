package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.OverlapAverage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

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

  /** Stretches compared between two looks whether it is cancelled; a multiple of the block. */
  private static final int PIECE = 256;

  private final int points;
  private final float[] padded;
  private final int stride;
  private final Neighbourhood neighbourhood;
  private final int[] references;
  private final List<SweepLevel> levels;
  private final int longestPlain;
  private final int longestNormalised;

  /** [longest × references]: references side by side, 0 beyond the end of the series. */
  private final float[][] columns;

  private NeighbourSweep(
      float[] series, SweepPlan plan, boolean[] outlying, SplittableRandom random) {
    SweepLengths lengths = plan.lengths();
    points = series.length;
    stride = plan.stride();
    neighbourhood = plan.neighbourhood();
    longestPlain = lengths.longestPlain();
    longestNormalised = lengths.longestNormalised();
    padded = Arrays.copyOf(series, points + lengths.longest());
    int starts = plan.starts(points);
    references = Windows.sample(starts, Math.min(plan.references(), starts), random);
    levels = new ArrayList<>();
    for (int length : lengths.plain()) {
      levels.add(new SweepLevel(series, length, stride, false, references, outlying));
    }
    for (int length : lengths.normalised()) {
      levels.add(new SweepLevel(series, length, stride, true, references, outlying));
    }
    columns = new float[lengths.longest()][references.length];
    for (int d = 0; d < columns.length; d++) {
      for (int j = 0; j < references.length; j++) {
        columns[d][j] = padded[references[j] * stride + d];
      }
    }
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
   * @param outlying [points] a stretch half of which or more are such is no reference for any
   *     other, see {@link OutlyingStretches}
   * @param random chooses the references
   * @param monitor hears the share done
   * @throws CancellationException if cancelled
   */
  static Distances of(
      float[] series, boolean[] outlying, SplittableRandom random, DetectionMonitor monitor) {
    int n = series.length;
    List<SweepPlan> sweeps = SweepPlan.nearest(n);
    double total = SweepPlan.cost(sweeps, n, 1, 1);
    double done = 0;
    List<NeighbourSweep> swept = new ArrayList<>();
    for (SweepPlan plan : sweeps) {
      double share = plan.cost(n, 1, 1) / total;
      NeighbourSweep sweep = new NeighbourSweep(series, plan, outlying, random);
      sweep.run(monitor.stage(done, done + share));
      swept.add(sweep);
      done += share;
    }
    return new Distances(
        swept.stream().flatMap(sweep -> sweep.views(false).stream()).toList(),
        swept.get(0).core(),
        swept.stream().flatMap(sweep -> sweep.views(true).stream()).toList());
  }

  /**
   * The distances at all lengths of one sweep, the plain ones before the normalised, short to long.
   *
   * @return {@code [points]} for each
   * @throws CancellationException if cancelled
   */
  static List<double[]> views(
      float[] series,
      SweepPlan plan,
      boolean[] outlying,
      SplittableRandom random,
      DetectionMonitor monitor) {
    NeighbourSweep sweep = new NeighbourSweep(series, plan, outlying, random);
    sweep.run(monitor);
    return Stream.concat(sweep.views(false).stream(), sweep.views(true).stream()).toList();
  }

  private List<double[]> views(boolean normalised) {
    return levels.stream()
        .filter(level -> level.isNormalised() == normalised)
        .map(level -> OverlapAverage.of(level.distances(), level.length(), stride, points))
        .toList();
  }

  private double[] core() {
    SweepLevel shortest = levels.get(0);
    return core(shortest.distances(), shortest.length(), stride, points);
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
    private final NearestFew nearest = new NearestFew(neighbourhood);

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
