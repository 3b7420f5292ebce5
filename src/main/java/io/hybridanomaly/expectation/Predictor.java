package io.hybridanomaly.expectation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A way to say what values should be from all those that are not hidden. */
sealed interface Predictor {

  /**
   * What the points should be, finite.
   *
   * @param values [points], finite
   * @param hidden [points], true where a value must not be looked at; some are false
   * @param everywhere whether visible points are asked for too; else theirs may be anything
   * @return [points]
   */
  double[] predict(double[] values, boolean[] hidden, boolean everywhere);

  /**
   * How much larger its errors are taken to be when predictors are compared, at least 1: what
   * follows the values closely follows an anomaly too that nobody has noticed.
   *
   * @param seasonal whether the series has a season
   * @param cycle points of a cycle
   */
  default double caution(boolean seasonal, int cycle) {
    return 1;
  }

  /**
   * The local level and nothing else.
   *
   * @param width points in its median; {@link #ALL} for the median of the series
   */
  record Level(int width) implements Predictor {
    @Override
    public double[] predict(double[] values, boolean[] hidden, boolean everywhere) {
      return RunningLevel.of(values, hidden, width);
    }

    @Override
    public double caution(boolean seasonal, int cycle) {
      return seasonal ? SEASON_IGNORED : width < cycle ? NIMBLE : 1;
    }
  }

  /**
   * The share of the season and the level of what is left without it.
   *
   * @param period in points
   * @param shorter a season within it, in points; 0 without one
   * @param near whether the season is that of the cycles around, else that of all cycles
   * @param base points in the median that is taken off before the season is measured
   * @param width points in the median of the level
   */
  record Season(double period, double shorter, boolean near, int base, int width)
      implements Predictor {

    /** Cycles of the longer season to which the shorter alone is as good. */
    private static final double TRUST = 1;

    @Override
    public double[] predict(double[] values, boolean[] hidden, boolean everywhere) {
      double[] rest = difference(values, RunningLevel.of(values, hidden, base));
      double[] season = season(rest, hidden);
      double[] level = RunningLevel.of(difference(values, season), hidden, width);
      Arrays.setAll(season, i -> season[i] + level[i]);
      return season;
    }

    @Override
    public double caution(boolean seasonal, int cycle) {
      return width < cycle ? NIMBLE : 1;
    }

    private double[] season(double[] rest, boolean[] hidden) {
      if (near) {
        return NearCycles.of(rest, hidden, period);
      }
      if (shorter == 0) {
        return SeasonalProfile.of(rest, hidden, period, 0);
      }
      double[] inner = SeasonalProfile.of(rest, hidden, shorter, 0);
      double[] outer = SeasonalProfile.of(difference(rest, inner), hidden, period, TRUST);
      Arrays.setAll(outer, i -> outer[i] + inner[i]);
      return outer;
    }
  }

  /**
   * Analogues, see {@link Analogues}.
   *
   * @param context points compared on each side
   * @param block visible points that are predicted together
   */
  record Analogue(int context, int block) implements Predictor {
    @Override
    public double[] predict(double[] values, boolean[] hidden, boolean everywhere) {
      double[] level = RunningLevel.of(values, hidden, MIDDLE);
      return new Analogues(values, hidden, context, level).everywhere(everywhere ? block : 0);
    }
  }

  double SEASON_IGNORED = 1.5;
  double NIMBLE = 1.15;

  /** As a width: all points. */
  int ALL = Integer.MAX_VALUE;

  /** Widths of levels that do not depend on a season, in points. */
  int NARROW = 5;

  int MIDDLE = 25;
  int WIDE = 125;

  /** Most blocks in which analogues are looked for. */
  int MOST_BLOCKS = 4000;

  /**
   * The predictors for a series.
   *
   * @param n its points
   * @param seasons its seasons in points, ascending
   * @param cycle points of a cycle, also without a season
   */
  static List<Predictor> of(int n, List<Double> seasons, int cycle) {
    List<Predictor> all = new ArrayList<>();
    for (int width : new int[] {NARROW, MIDDLE, WIDE, ALL}) {
      all.add(new Level(width));
    }
    for (double period : seasons) {
      double shorter = period > seasons.getFirst() ? seasons.getFirst() : 0;
      int whole = (int) Math.round(period);
      all.add(new Season(period, shorter, false, ALL, ALL));
      for (int width : new int[] {cycle / 4, cycle, 4 * cycle, 16 * cycle}) {
        all.add(new Season(period, shorter, false, whole, Math.max(NARROW, width)));
        all.add(new Season(period, shorter, true, whole, Math.max(NARROW, width)));
      }
    }
    int context = Math.min(cycle, Math.max(4, n / 8));
    int block = Math.max(Math.max(1, context / 4), n / MOST_BLOCKS);
    all.add(new Analogue(Math.max(4, context / 2), block));
    all.add(new Analogue(context, block));
    return all;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }
}
