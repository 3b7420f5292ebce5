package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.benford.StepEvidence;
import io.hybridanomaly.benford.StretchSignificance;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

/**
 * What can be said about an anomaly from the data alone: numbers only, the same for the page, the
 * report and the conversation. {@link Explanation} puts them into words.
 *
 * @param anomaly what is described
 * @param kind in which way it differs
 * @param meanValue mean of its values
 * @param meanExpected mean of what was expected
 * @param minimum smallest value
 * @param maximum largest value
 * @param movement how much its values move
 * @param outsideBand points outside the {@link ExpectedBand}
 * @param score the highest fused score in it
 * @param threshold what it had to reach
 * @param reconstruction score of the reconstruction at the peak
 * @param benford Benford's score at the peak
 * @param contributions the points with the largest differences, largest first, at most {@value
 *     #NAMED}
 * @param digits first digits of its values of the signs that are judged
 * @param amongOthers the probability that any stretch of its length has digits that far from the
 *     rest of the series if all were alike; empty if there are too few, see {@link
 *     StretchSignificance}
 * @param steps what the steps between its values say of their digits; empty where steps do not
 *     count
 * @param applicability whether Benford's law says anything about the series
 */
public record AnomalyFacts(
    Anomaly anomaly,
    Kind kind,
    double meanValue,
    double meanExpected,
    double minimum,
    double maximum,
    Movement movement,
    int outsideBand,
    double score,
    double threshold,
    double reconstruction,
    double benford,
    List<Contribution> contributions,
    DigitStatistics digits,
    OptionalDouble amongOthers,
    Optional<Steps> steps,
    Applicability applicability) {

  /** In which way an anomaly differs from what was expected. */
  public enum Kind {
    /** A few single points far above. */
    SPIKE,
    /** A few single points far below. */
    DIP,
    /** Nearly all points above. */
    HIGHER,
    /** Nearly all points below. */
    LOWER,
    /** The values hardly move. */
    FLAT,
    /** The values move far more than usual. */
    WILD,
    /** They change more than usual from point to point. */
    ROUGH,
    /** They change less than usual from point to point. */
    SMOOTH,
    /** The values move less than usual. */
    CALM,
    /** The course is another one, at a similar level. */
    SHAPE,
    /** The values are as expected, their digits are not. */
    DIGITS
  }

  /**
   * A point that differs.
   *
   * @param point from 0
   * @param value what it is
   * @param expected what was expected
   * @param share its part of all differences in the anomaly, 0 to 1
   */
  public record Contribution(int point, double value, double expected, double share) {

    /** Value minus expectation. */
    public double difference() {
      return value - expected;
    }
  }

  /**
   * The evidence that digits are invented, see {@link StepEvidence}.
   *
   * @param evidence in the anomaly
   * @param elsewhere the largest in any other stretch of its length
   */
  public record Steps(double evidence, double elsewhere) {}

  /**
   * What one pass over an anomaly finds.
   *
   * @param differences sum of |value − expected|
   * @param outside points outside the band
   */
  private record Totals(
      double meanValue,
      double meanExpected,
      double differences,
      double minimum,
      double maximum,
      int outside) {

    static Totals of(ComponentScores components, ExpectedBand band, Anomaly anomaly) {
      double[] values = components.values();
      double[] expected = components.expected();
      double mean = 0;
      double meanExpected = 0;
      double differences = 0;
      double minimum = Double.POSITIVE_INFINITY;
      double maximum = Double.NEGATIVE_INFINITY;
      int outside = 0;
      for (int i = anomaly.segment().from(); i < anomaly.segment().to(); i++) {
        double difference = Math.abs(values[i] - expected[i]);
        mean += values[i] / anomaly.length();
        meanExpected += expected[i] / anomaly.length();
        differences += difference;
        minimum = Math.min(minimum, values[i]);
        maximum = Math.max(maximum, values[i]);
        outside += difference > band.halfWidth(i) ? 1 : 0;
      }
      return new Totals(mean, meanExpected, differences, minimum, maximum, outside);
    }
  }

  private static final int NAMED = 10;

  /** This part of all differences in up to {@value #FEW} points makes them single points. */
  private static final double CONCENTRATED = 0.5;

  private static final int FEW = 3;

  /** With so many of its points outside the band a one-sided anomaly is on another level. */
  private static final double ELSEWHERE = 0.8;

  /** Differences that cancel out less than this are one-sided: |mean| over mean of |·|. */
  private static final double ONE_SIDED = 0.7;

  public AnomalyFacts {
    contributions = List.copyOf(contributions);
  }

  /** The facts of an anomaly. Takes time proportional to the length of the series. */
  public static AnomalyFacts of(DetectionResult result, Anomaly anomaly) {
    return of(result, ExpectedBand.of(result.components()), anomaly);
  }

  /**
   * The same, for a band that is known already.
   *
   * @param band of the same result
   */
  public static AnomalyFacts of(DetectionResult result, ExpectedBand band, Anomaly anomaly) {
    ComponentScores components = result.components();
    double[] values = components.values();
    double[] counted = components.applicability().signs().counted(values);
    Totals totals = Totals.of(components, band, anomaly);
    List<Contribution> contributions = contributions(components, anomaly, totals.differences());
    Movement movement = Movement.of(values, anomaly.segment());
    return new AnomalyFacts(
        anomaly,
        kind(anomaly, contributions, totals, movement),
        totals.meanValue(),
        totals.meanExpected(),
        totals.minimum(),
        totals.maximum(),
        movement,
        totals.outside(),
        result.score()[Thresholding.peak(anomaly.segment(), result.score())],
        result.threshold(),
        components.reconstruction()[anomaly.peak()],
        components.benford()[anomaly.peak()],
        contributions,
        DigitStatistics.of(Digits.FIRST, counted, anomaly.segment().from(), anomaly.segment().to()),
        amongOthers(counted, anomaly),
        result.levels().steps().map(evidence -> steps(evidence, values.length, anomaly)),
        components.applicability());
  }

  /** The largest differences; a heap of ten, because an anomaly may have a million points. */
  private static List<Contribution> contributions(
      ComponentScores components, Anomaly anomaly, double differences) {
    Comparator<Contribution> bySize = Comparator.comparingDouble(c -> Math.abs(c.difference()));
    PriorityQueue<Contribution> largest = new PriorityQueue<>(bySize);
    for (int i = anomaly.segment().from(); i < anomaly.segment().to(); i++) {
      double value = components.values()[i];
      double expected = components.expected()[i];
      double share = differences > 0 ? Math.abs(value - expected) / differences : 0;
      Contribution next = new Contribution(i, value, expected, share);
      if (largest.size() < NAMED) {
        largest.add(next);
      } else if (bySize.compare(next, largest.element()) > 0) {
        largest.remove();
        largest.add(next);
      }
    }
    List<Contribution> sorted = new ArrayList<>(largest);
    sorted.sort(bySize.reversed().thenComparingInt(Contribution::point));
    return sorted;
  }

  private static Kind kind(
      Anomaly anomaly, List<Contribution> contributions, Totals totals, Movement movement) {
    if (anomaly.benfordShare() > 0.5) {
      return Kind.DIGITS;
    }
    double ofFew = contributions.stream().limit(FEW).mapToDouble(Contribution::share).sum();
    if (ofFew >= CONCENTRATED || anomaly.length() <= FEW) {
      return contributions.getFirst().difference() > 0 ? Kind.SPIKE : Kind.DIP;
    }
    double meanDifference = totals.meanValue() - totals.meanExpected();
    boolean oneSided =
        Math.abs(meanDifference) * anomaly.length() >= ONE_SIDED * totals.differences();
    // An outage hardly moves either, but where it lies says more.
    boolean elsewhere = oneSided && totals.outside() >= ELSEWHERE * anomaly.length();
    if (movement.isFlat() && !elsewhere) {
      return Kind.FLAT;
    }
    if (oneSided) {
      return meanDifference > 0 ? Kind.HIGHER : Kind.LOWER;
    }
    if (movement.isWild()) {
      return Kind.WILD;
    }
    if (movement.isCalm()) {
      return Kind.CALM;
    }
    if (movement.isRough(anomaly.length())) {
      return Kind.ROUGH;
    }
    return movement.isSmooth(anomaly.length()) ? Kind.SMOOTH : Kind.SHAPE;
  }

  private static Steps steps(StepEvidence evidence, int n, Anomaly anomaly) {
    int length = anomaly.length();
    double elsewhere = 0;
    for (int from = 0; from + length <= n; from += Math.max(1, length / 2)) {
      if (!new Segment(from, from + length).overlaps(anomaly.segment())) {
        elsewhere = Math.max(elsewhere, evidence.of(from, from + length));
      }
    }
    return new Steps(evidence.of(anomaly.segment().from(), anomaly.segment().to()), elsewhere);
  }

  /**
   * The probability that the most unusual stretch of its length has digits as unusual as the
   * anomaly's: an anomaly was not drawn at random, it was looked for (Bonferroni's bound over the
   * stretches that do not overlap).
   */
  private static OptionalDouble amongOthers(double[] values, Anomaly anomaly) {
    OptionalDouble single =
        StretchSignificance.pValue(values, anomaly.segment().from(), anomaly.segment().to());
    double stretches = (double) values.length / anomaly.length();
    return single.isPresent()
        ? OptionalDouble.of(Math.min(1, single.getAsDouble() * stretches))
        : single;
  }
}
