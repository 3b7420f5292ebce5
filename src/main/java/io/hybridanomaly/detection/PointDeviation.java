package io.hybridanomaly.detection;

import io.hybridanomaly.expectation.Seasons;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.RunningMedian;
import java.util.Arrays;
import java.util.List;

/**
 * How rare single readings are: how far each is from the level around it, from what is expected of
 * it and, where the series has a season, from what it was at the same time in the seasons around.
 * With a season, both are measured in the noise of the level, see {@link NoiseByLevel}. Scores of
 * windows average a single reading away, and similar faults excuse each other there, as each is
 * like another; here each reading stands for itself, from a few dozen points on.
 */
final class PointDeviation {

  /** The level is the median over so many points on each side. */
  static final int HALF_LEVEL = 5;

  /** Seasons before and after that are looked at, as many on the other side near the ends. */
  private static final int SEASONS = 3;

  /** A season that came so often is hardly one by chance. */
  private static final int KNOWN_SEASONS = 8;

  /** A series must have so many seasons. */
  private static final int FEWEST_SEASONS = 3;

  /**
   * Added to each distance, in scaled units: what is less than a few hundredths of the spread of
   * the values is nothing that a person would call abnormal.
   */
  private static final double LEAST = 0.02;

  /** A short series has at most so many points. */
  private static final int SHORT = 200;

  /**
   * Share of the distances that are their tail: there is one for each point, so that it is enough.
   */
  private static final double TAIL = 0.1;

  /** Mean excess of the logarithms of distances in clean series; a normal tail has 0.2. */
  static final double EXCESS = 0.25;

  /** That of clean series counts as much as so many distances. */
  static final double WEIGHT = 10;

  /**
   * With this share of the stated false alarms for each kind of distance, single readings raised
   * 0.7 alarms in 10,000 points of clean series where one was stated, see decision 0022.
   */
  private static final double RATE = 0.7;

  /** Of distances from the level around and from what is expected. */
  private static final OutlierTail.Prior READING =
      new OutlierTail.Prior(TAIL, EXCESS, WEIGHT, RATE);

  /** Clean series hardly ever have a reading that is far from the same time in other seasons. */
  private static final OutlierTail.Prior SEASONAL = new OutlierTail.Prior(TAIL, EXCESS, WEIGHT, 1);

  /**
   * Largest share of outliers in a series that stands still most of the time: there a tenth may be
   * exceptions that are usual.
   */
  private static final double FEW_OUTLIERS = 0.01;

  /** And they must be twice as far off as all others: what is as large as others is usual. */
  private static final double FEW_GAP = Math.log(2);

  /** What is a rhythm and no fault stays below that. */
  private static final double NOT_RARE = 3;

  private static final int FEWEST_BEATS = 5;

  /** Distances between beats differ less than this: quartile distance as a share of the median. */
  private static final double REGULAR = 0.35;

  /** Readings so near to each other are one beat. */
  private static final int SAME_BEAT = 2;

  /** What is taken for an outlier depends on it. */
  private enum Kind {
    /** Stands still most of the time: a few readings twice as far off as all others. */
    STILL,
    /** Readings beyond a light tail, too. */
    SHORT,
    USUAL;

    static Kind of(double[] values) {
      if (standsStill(values)) {
        return STILL;
      }
      return values.length <= PointDeviation.SHORT ? SHORT : USUAL;
    }

    /**
     * For distances from what other seasons have: of a few spikes one may be the season of another,
     * so that no tail is taken to be light.
     */
    Kind besideOtherSeasons() {
      return this == SHORT ? USUAL : this;
    }
  }

  /**
   * The longest season of a series that came often enough.
   *
   * @param points its length; 0 if there is none
   * @param sameTime [points of the series] see {@link PointDeviation#sameTime}; empty if there is
   *     none
   */
  record Season(int points, double[] sameTime) {

    static Season of(double[] scaled) {
      int points = season(scaled);
      return new Season(
          points, points > 0 ? PointDeviation.sameTime(scaled, points) : new double[0]);
    }

    boolean exists() {
      return points > 0;
    }

    /** Whether it came so often that it is hardly one by chance. */
    boolean isKnown() {
      return came(KNOWN_SEASONS);
    }

    /** Whether there is one that came at least so many times. */
    boolean came(int times) {
      return exists() && points * times <= sameTime.length;
    }
  }

  private PointDeviation() {}

  /**
   * How rare each reading is by its distance from the level around it. A reading that is as at the
   * same time in other seasons is not far: at an end the level around is that of one side, and
   * between rounded values a step more than usual would stand out. Of a few seasons only the ends
   * are judged so.
   *
   * @return [points] see {@link OutlierTail#rarity}
   */
  static double[] around(ContextDistance readings) {
    double[] values = readings.values();
    double[] distances = distances(values, RunningMedian.of(values, HALF_LEVEL));
    double[] seasonal = readings.seasonal();
    int ends = readings.season().isKnown() ? values.length : Math.min(HALF_LEVEL, seasonal.length);
    for (int k = 0; k < ends; k++) {
      int fromEnd = values.length - 1 - k;
      distances[k] = Math.min(distances[k], seasonal[k]);
      distances[fromEnd] = Math.min(distances[fromEnd], seasonal[fromEnd]);
    }
    return rarity(distances, READING, Kind.of(values));
  }

  /**
   * How rare each reading is by its distance from what is expected of it and from what it was at
   * the same time in other seasons: the larger of the two.
   *
   * @param expected what is expected of each, in the same units
   * @param fromExpected the distances from it
   * @return [points] see {@link OutlierTail#rarity}
   */
  static double[] inContext(ContextDistance readings, double[] expected, double[] fromExpected) {
    Kind kind = Kind.of(readings.values());
    Season season = readings.season();
    if (!season.exists()) {
      return rarity(fromExpected, READING, kind);
    }
    Kind careful = kind.besideOtherSeasons();
    double[] seasonal = NoiseByLevel.inNoise(readings.seasonal(), season.sameTime());
    double[] rarities = rarity(seasonal, SEASONAL, careful);
    double[] least = season.isKnown() ? readings.orSeasonal(fromExpected) : fromExpected;
    double[] inNoise = NoiseByLevel.inNoise(least, expected);
    raise(rarities, rarity(inNoise, READING, season.isKnown() ? kind : careful));
    return rarities;
  }

  /** How far each value is from what is usual. */
  static double[] distances(double[] values, double[] usual) {
    double[] distances = new double[values.length];
    Arrays.setAll(distances, i -> Math.abs(values[i] - usual[i]));
    return distances;
  }

  /** The larger of two rarities, point by point. */
  static void raise(double[] rarities, double[] others) {
    Arrays.setAll(rarities, i -> Math.max(rarities[i], others[i]));
  }

  /** The longest season that came often enough, in points: a week tells more than a day; or 0. */
  private static int season(double[] values) {
    int longest = 0;
    for (double season : Seasons.of(values, new boolean[values.length])) {
      int points = (int) Math.round(season);
      longest = points * FEWEST_SEASONS <= values.length ? points : longest;
    }
    return longest;
  }

  /** Whether most values are equal to the one before. */
  private static boolean standsStill(double[] values) {
    int equal = 0;
    for (int i = 1; i < values.length; i++) {
      equal += values[i] == values[i - 1] ? 1 : 0;
    }
    return 2 * equal > values.length;
  }

  /**
   * The median at the same time in the seasons around, without the one it is in. Of an even number
   * of readings it is what lies nearest to the value between the two in the middle: where there are
   * only two, one of which is a spike, their mean would make the value itself look far off.
   */
  static double[] sameTime(double[] values, int season) {
    int n = values.length;
    double[] medians = new double[n];
    double[] found = new double[2 * SEASONS];
    for (int t = 0; t < n; t++) {
      int count = 0;
      for (int k = 1; k <= 2 * SEASONS && count < found.length; k++) {
        int before = t - k * season;
        int after = t + k * season;
        if (before >= 0) {
          found[count++] = values[before];
        }
        if (after < n && count < found.length) {
          found[count++] = values[after];
        }
      }
      Arrays.sort(found, 0, count);
      medians[t] = Math.clamp(values[t], found[(count - 1) / 2], found[count / 2]);
    }
    return medians;
  }

  /**
   * How rare some distances are.
   *
   * @param kind of the series
   */
  private static double[] rarity(double[] distances, OutlierTail.Prior prior, Kind kind) {
    double[] heights = new double[distances.length];
    Arrays.setAll(heights, i -> Math.log(distances[i] + LEAST));
    OutlierTail.Prior expectation = kind == Kind.STILL ? ofMoving(distances, prior) : prior;
    OutlierTail tail =
        kind == Kind.STILL
            ? OutlierTail.of(heights.clone(), heights.length, expectation, FEW_OUTLIERS, FEW_GAP)
            : OutlierTail.of(heights.clone(), heights.length, prior);
    double[] rarity = new double[heights.length];
    Arrays.setAll(rarity, i -> tail.rarity(heights[i], expectation));
    if (kind == Kind.SHORT) {
      raise(rarity, LightTail.rarities(distances, prior.rate()));
    }
    if (isRhythm(rarity)) {
      Arrays.setAll(rarity, i -> Math.min(NOT_RARE, rarity[i]));
    }
    return rarity;
  }

  /**
   * The tail of a series that stands still is that of the readings that do not: among days most of
   * which sell nothing, a tenth of all is nearly all that sell something.
   */
  private static OutlierTail.Prior ofMoving(double[] distances, OutlierTail.Prior prior) {
    double moving =
        Arrays.stream(distances).filter(distance -> distance > 0).count()
            / (double) distances.length;
    return new OutlierTail.Prior(
        prior.share() * moving, prior.excess(), prior.weight(), prior.rate());
  }

  /** Whether rare readings come at regular distances, like heartbeats: then they are usual. */
  static boolean isRhythm(double[] rarity) {
    List<Segment> rare = Runs.of(rarity.length, i -> rarity[i] >= OutlierTail.OUTLYING).segments();
    double[] starts = new double[rare.size()];
    int beats = 0;
    int last = Integer.MIN_VALUE / 2;
    for (Segment segment : rare) {
      if (segment.from() - last > SAME_BEAT) {
        starts[beats++] = segment.from();
      }
      last = segment.last();
    }
    if (beats < FEWEST_BEATS) {
      return false;
    }
    double[] gaps = new double[beats - 1];
    Arrays.setAll(gaps, i -> starts[i + 1] - starts[i]);
    return Quantiles.distance(gaps, 0.25, 0.75) < REGULAR * Quantiles.median(gaps);
  }
}
