package io.hybridanomaly.expectation;

import io.hybridanomaly.windowing.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A way to say what values should be from all those that are not hidden. */
sealed interface Predictor {

  /** As a width: all points. */
  int ALL = Integer.MAX_VALUE;

  /**
   * What the points should be.
   *
   * @param series with at least one visible point
   * @param everywhere whether visible points are asked for too; else theirs may be anything
   * @return [points], finite; not to be changed
   */
  double[] predict(Visible series, boolean everywhere);

  /**
   * How much larger its errors are taken to be when predictors are compared, at least 1: what
   * follows the values closely follows an anomaly too that nobody has noticed.
   *
   * @param seasonal whether the series has a season
   * @param cycle points of a cycle
   */
  double caution(boolean seasonal, int cycle);

  /**
   * The local level and nothing else.
   *
   * @param width points in its median; {@link #ALL} for the median of the series
   */
  record Level(int width) implements Predictor {

    private static final double SEASON_IGNORED = 1.5;

    @Override
    public double[] predict(Visible series, boolean everywhere) {
      return series.level(width);
    }

    @Override
    public double caution(boolean seasonal, int cycle) {
      return seasonal ? SEASON_IGNORED : width < cycle ? NIMBLE : 1;
    }
  }

  /**
   * How a season is measured.
   *
   * @param period in points
   * @param shorter a season within it, in points; 0 without one
   * @param near whether the season is that of the cycles around, else that of all cycles
   * @param base points in the median that is taken off before
   */
  record Shape(double period, double shorter, boolean near, int base) {

    /** Cycles of the longer season to which the shorter alone is as good. */
    static final double TRUST = 1;
  }

  /**
   * The share of the season and the level of what is left without it.
   *
   * @param shape of the season
   * @param width points in the median of the level
   */
  record Season(Shape shape, int width) implements Predictor {

    @Override
    public double[] predict(Visible series, boolean everywhere) {
      double[] season = series.season(shape);
      double[] rest = Statistics.difference(series.values(), season);
      double[] said = RunningLevel.of(rest, series.hidden(), width);
      Arrays.setAll(said, i -> said[i] + season[i]);
      return said;
    }

    @Override
    public double caution(boolean seasonal, int cycle) {
      return width < cycle ? NIMBLE : 1;
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
    public double[] predict(Visible series, boolean everywhere) {
      return new Analogues(series, context, series.level(MIDDLE))
          .everywhere(everywhere ? block : 0);
    }

    @Override
    public double caution(boolean seasonal, int cycle) {
      return 1;
    }
  }

  /** {@link #caution} towards what follows stretches of less than a cycle. */
  double NIMBLE = 1.15;

  /** Widths of levels that do not depend on a season, in points. */
  int NARROW = 5;

  int MIDDLE = 25;
  int WIDE = 125;

  /** In longer series looking for analogues takes too long. */
  int MOST_FOR_ANALOGUES = 50_000;

  /** Most blocks in which analogues of visible points are looked for. */
  int MOST_BLOCKS = 1000;

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
      all.add(new Season(new Shape(period, shorter, false, ALL), ALL));
      for (int width : new int[] {cycle / 4, cycle, 8 * cycle}) {
        for (boolean near : new boolean[] {false, true}) {
          all.add(new Season(new Shape(period, shorter, near, whole), Math.max(NARROW, width)));
        }
      }
    }
    if (n <= MOST_FOR_ANALOGUES) {
      int context = Math.min(cycle, Math.max(4, n / 8));
      int block = Math.max(Math.max(1, context / 4), n / MOST_BLOCKS);
      all.add(new Analogue(Math.max(4, context / 2), block));
      all.add(new Analogue(context, block));
    }
    return all;
  }
}
