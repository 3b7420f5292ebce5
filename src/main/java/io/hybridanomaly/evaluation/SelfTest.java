package io.hybridanomaly.evaluation;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.planting.Planted;
import io.hybridanomaly.planting.PlantedKind;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the detector made of copies of a series with known anomalies in them. An anomaly is found if
 * a period shares a point with it. A period is a false alarm if it is neither within a window of
 * something planted nor near a period of the series as it is.
 *
 * @param planted how many were planted, by kind; kinds of which none was are absent
 * @param found how many of them were found, by kind
 * @param falseAlarms periods that belong to nothing
 * @param points points of all copies together in which an alarm counts as a false one: at least a
 *     window away from what was planted or was found before
 */
public record SelfTest(
    Map<PlantedKind, Integer> planted,
    Map<PlantedKind, Integer> found,
    int falseAlarms,
    long points) {

  private static final double PER_POINTS = 10_000;

  /** Quantile of the standard normal distribution for an interval of 95 %. */
  private static final double Z = 1.959964;

  public SelfTest {
    planted = Map.copyOf(planted);
    found = Map.copyOf(found);
  }

  /**
   * Counts. Cheap, so that other sensitivities can be tried on the same component scores.
   *
   * @param plan what was planted
   * @param original the result for the series as it is, judged like the copies
   * @param results the results for the copies, in the order of the plan
   * @throws IllegalArgumentException if there is not one result for each copy
   */
  public static SelfTest of(
      SelfTestPlan plan, DetectionResult original, List<DetectionResult> results) {
    if (results.size() != plan.copies().size()) {
      throw new IllegalArgumentException(
          "%d results for %d copies".formatted(results.size(), plan.copies().size()));
    }
    Map<PlantedKind, Integer> planted = new EnumMap<>(PlantedKind.class);
    Map<PlantedKind, Integer> found = new EnumMap<>(PlantedKind.class);
    int falseAlarms = 0;
    long points = 0;
    int window = original.components().window();
    for (int i = 0; i < results.size(); i++) {
      List<Planted> truth = plan.copies().get(i).planted();
      List<Period> periods = results.get(i).periods();
      points += quiet(results.get(i).score().length, truth, original, window);
      for (Planted one : truth) {
        planted.merge(one.kind(), 1, Integer::sum);
        boolean hit = periods.stream().anyMatch(p -> one.touches(p.start(), p.end()));
        found.merge(one.kind(), hit ? 1 : 0, Integer::sum);
      }
      falseAlarms +=
          (int)
              periods.stream()
                  .filter(p -> !isNear(p, truth, window) && !isKnown(p, original, window))
                  .count();
    }
    return new SelfTest(planted, found, falseAlarms, points);
  }

  /** Points in which an alarm counts as a false one. */
  private static int quiet(int length, List<Planted> truth, DetectionResult original, int window) {
    BitSet known = new BitSet(length);
    for (Planted one : truth) {
      known.set(Math.max(0, one.start() - window), Math.min(length, one.end() + window));
    }
    for (Period period : original.periods()) {
      known.set(Math.max(0, period.start() - window), Math.min(length, period.end() + window));
    }
    return length - known.cardinality();
  }

  private static boolean isNear(Period period, List<Planted> truth, int window) {
    return truth.stream()
        .anyMatch(one -> one.touches(period.start() - window, period.end() + window));
  }

  private static boolean isKnown(Period period, DetectionResult original, int window) {
    return original.periods().stream()
        .anyMatch(
            known ->
                known.start() < period.end() + window && period.start() - window < known.end());
  }

  /** How many of all kinds were planted. */
  public int plantedInAll() {
    return planted.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of all kinds were found. */
  public int foundInAll() {
    return found.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** False alarms for 10,000 points. */
  public double falseAlarmsPer10000() {
    return points == 0 ? 0 : PER_POINTS * falseAlarms / points;
  }

  /**
   * The shares of found anomalies that would be no surprise if the test were repeated without end:
   * Wilson's interval of 95 %. It is wide, because few are planted.
   *
   * <p>Source: Wilson, "Probable inference, the law of succession, and statistical inference",
   * Journal of the American Statistical Association 22 (1927), doi:10.1080/01621459.1927.10502953.
   *
   * @param found successes
   * @param planted tries, at least 1
   */
  public static Interval likelyShare(int found, int planted) {
    double n = planted;
    double share = found / n;
    double centre = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
    double half = Z / (1 + Z * Z / n) * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }

  /**
   * A range of shares.
   *
   * @param low 0 to 1
   * @param high 0 to 1
   */
  public record Interval(double low, double high) {}
}
