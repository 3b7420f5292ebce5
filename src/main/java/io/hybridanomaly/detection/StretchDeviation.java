package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How rare stretches of a few points are in a series that is too short for windows to tell: a week
 * at another level, some restless days; and, for {@link RegimeShift}, of a few blocks of a series.
 * {@link PointDeviation} judges each reading alone, and a level around it follows the stretch; the
 * peaks of windows are too few for a tail.
 *
 * <p>The most deviating stretch is looked for among all of some lengths, left out, and the next one
 * looked for, as up to three must not hide each other (see {@link OutlierTail}). What then stands
 * out most is what is ordinary in the series: where it deviates by more than the noise allows, the
 * noise is not what it was taken for, and all deviations count less.
 */
final class StretchDeviation {

  /** Longer series have enough peaks of windows. */
  private static final int LONGEST_SERIES = 1000;

  private static final int SHORTEST = 3;

  /** A stretch has at most this part of the points. */
  private static final double LONGEST = 1.0 / 8;

  private static final int LEAST_LONGEST = 6;

  /** Lengths grow by a quarter. */
  private static final double GROWTH = 1.25;

  private static final int MOST_STRETCHES = 3;

  /** All stretches together have at most this part of the points, or are one. */
  private static final double MOST_POINTS = 0.15;

  /** What the most deviating stretch of ordinary noise has, in the middle. */
  private static final double ORDINARY = 2.7;

  /**
   * Tails of the statistics: with more degrees of freedom rivers, level steps and heartbeats raise
   * alarms.
   */
  private static final TDistribution TAIL = new TDistribution(null, 12);

  /** Stretches may raise a tenth of the false alarms. */
  private static final double RATE = 0.1;

  /** Rarity, see {@link OutlierTail#rarity}, from which it is not worth telling apart. */
  static final double MOST_RARE = 8;

  private static final List<StretchStatistic.Kind> KINDS =
      List.of(LevelShift::new, (series, noise) -> new Burst(noise));

  /**
   * How neighbours are taken in the search. A long stretch makes them look dependent, and is then
   * found in parts; judged is each with the dependence that is left without it.
   */
  private enum Neighbours {
    DEPENDENT,
    INDEPENDENT
  }

  private final double[] series;
  private final StretchStatistic.Kind kind;
  private final int longest;
  private final int mostPoints;

  /**
   * A stretch that is rare as a whole.
   *
   * @param rarity of its points, see {@link OutlierTail#rarity}
   */
  record Rare(Segment segment, double rarity) {

    /**
     * Raises the rarity of the points.
     *
     * @param most what is rarer counts as this
     */
    void raise(double[] rarities, double most) {
      for (int i = segment.from(); i < segment.to(); i++) {
        rarities[i] = Math.max(rarities[i], Math.min(most, rarity));
      }
    }
  }

  private StretchDeviation(
      double[] series, StretchStatistic.Kind kind, int longest, int mostPoints) {
    this.series = series;
    this.kind = kind;
    this.longest = longest;
    this.mostPoints = mostPoints;
  }

  /**
   * Raises the rarity of the points of deviating stretches.
   *
   * @param scaled values in units of their spread, finite
   * @param season of the same values
   * @param rarities [points], changed
   */
  static void raise(double[] scaled, PointDeviation.Season season, double[] rarities) {
    if (scaled.length > LONGEST_SERIES || !SeasonalOutliers.moves(scaled)) {
      return;
    }
    double[] series = scaled.clone();
    if (season.exists()) {
      Arrays.setAll(series, i -> scaled[i] - season.sameTime()[i]);
    }
    int longest = Math.max(LEAST_LONGEST, (int) (LONGEST * series.length));
    int mostPoints = Math.max(longest, (int) (MOST_POINTS * series.length));
    for (StretchStatistic.Kind kind : KINDS) {
      StretchDeviation deviation = new StretchDeviation(series, kind, longest, mostPoints);
      rare(deviation.searches(Neighbours.DEPENDENT))
          .forEach(rare -> rare.raise(rarities, MOST_RARE));
    }
  }

  /**
   * The stretches that deviate in one respect, the most deviating one first; also long ones, for
   * which neighbours are taken in both ways.
   *
   * @param series a few dozen values or more in units of which a hundredth is nothing
   * @param longest points of a stretch, at most
   * @param mostPoints points of all of them together, at most, less than half
   */
  static List<Rare> of(double[] series, StretchStatistic.Kind kind, int longest, int mostPoints) {
    StretchDeviation deviation = new StretchDeviation(series, kind, longest, mostPoints);
    return Arrays.stream(Neighbours.values())
        .map(neighbours -> rare(deviation.searches(neighbours)))
        .filter(rare -> !rare.isEmpty())
        .max(Comparator.comparingDouble(rare -> rare.getFirst().rarity()))
        .orElse(List.of());
  }

  private static List<Rare> rare(List<Search> searches) {
    for (int count = searches.size() - 1; count > 0; count--) {
      List<Segment> outliers = searches.subList(0, count).stream().map(Search::best).toList();
      double[] rarity = searches.get(count).rarities(outliers);
      if (Arrays.stream(rarity).allMatch(rare -> rare >= OutlierTail.OUTLYING)) {
        return IntStream.range(0, count)
            .mapToObj(k -> new Rare(outliers.get(k), rarity[k]))
            .toList();
      }
    }
    return List.of();
  }

  /**
   * A search in the noise without the stretches that were found before.
   *
   * @param statistic in that noise
   * @param best the most deviating stretch
   * @param deviation of it, 0 if none deviates
   */
  private record Search(StretchStatistic statistic, Segment best, double deviation) {

    /** How rare the stretches are that were left out. */
    double[] rarities(List<Segment> outliers) {
      double unexplained = Math.max(1, deviation / ORDINARY);
      return outliers.stream()
          .mapToDouble(at -> rarity(statistic.of(at, 0) / unexplained))
          .toArray();
    }
  }

  /** Each leaves out what those before have found; the last one finds what is ordinary. */
  private List<Search> searches(Neighbours neighbours) {
    List<Search> searches = new ArrayList<>();
    boolean[] leftOut = new boolean[series.length];
    int points = 0;
    Search last = search(leftOut.clone(), neighbours);
    searches.add(last);
    while (searches.size() <= MOST_STRETCHES && last.deviation() > 0) {
      points += last.best().length();
      if (points > mostPoints) {
        break;
      }
      Arrays.fill(leftOut, last.best().from(), last.best().to(), true);
      last = search(leftOut.clone(), neighbours);
      searches.add(last);
    }
    return searches;
  }

  /** The most deviating stretch of those that are not left out. */
  private Search search(boolean[] leftOut, Neighbours neighbours) {
    AutoregressiveNoise noise = AutoregressiveNoise.of(series, leftOut);
    StretchStatistic statistic = kind.in(series, noise);
    Found most = most(statistic, leftOut);
    Segment best =
        neighbours == Neighbours.DEPENDENT
            ? most.best()
            : most(kind.in(series, noise.withoutDependence(series)), leftOut).best();
    return new Search(statistic, best, most.deviation());
  }

  private record Found(Segment best, double deviation) {}

  private Found most(StretchStatistic statistic, boolean[] leftOut) {
    Segment best = new Segment(0, 1);
    double highest = 0;
    for (int length = SHORTEST; length <= longest; length = longer(length)) {
      int free = 0;
      for (int to = 1; to <= series.length; to++) {
        free = leftOut[to - 1] ? 0 : free + 1;
        if (free >= length) {
          Segment at = new Segment(to - length, to);
          double deviation = statistic.of(at, highest);
          if (deviation > highest) {
            best = at;
            highest = deviation;
          }
        }
      }
    }
    return sharpened(new Found(best, highest), statistic, leftOut);
  }

  /** With the ends where the stretch deviates most: not all lengths were tried. */
  private Found sharpened(Found found, StretchStatistic statistic, boolean[] leftOut) {
    Found best = found;
    for (boolean better = found.deviation() > 0; better; ) {
      Found before = best;
      for (Segment at : besides(before.best(), leftOut)) {
        double deviation = statistic.of(at, best.deviation());
        best = deviation > best.deviation() ? new Found(at, deviation) : best;
      }
      better = best.deviation() > before.deviation();
    }
    return best;
  }

  /** A point more or less at one end. */
  private List<Segment> besides(Segment at, boolean[] leftOut) {
    List<Segment> besides = new ArrayList<>();
    if (at.length() > SHORTEST) {
      besides.add(new Segment(at.from() + 1, at.to()));
      besides.add(new Segment(at.from(), at.last()));
    }
    if (at.length() < longest) {
      if (at.from() > 0 && !leftOut[at.from() - 1]) {
        besides.add(new Segment(at.from() - 1, at.to()));
      }
      if (at.to() < series.length && !leftOut[at.to()]) {
        besides.add(new Segment(at.from(), at.to() + 1));
      }
    }
    return besides;
  }

  private static int longer(int length) {
    return Math.max(length + 1, (int) (GROWTH * length));
  }

  private static double rarity(double deviation) {
    double chance = 2 * TAIL.cumulativeProbability(-deviation);
    return Math.log10(RATE) - Math.log10(Math.max(Double.MIN_NORMAL, chance));
  }
}
