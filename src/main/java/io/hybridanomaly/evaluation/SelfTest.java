package io.hybridanomaly.evaluation;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.injection.InjectedAnomaly;
import io.hybridanomaly.injection.InjectedKind;
import io.hybridanomaly.series.Segment;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the detector made of copies of a series with known anomalies in them. An anomaly is found if
 * an anomaly shares a point with it. An anomaly is a false alarm if it is neither within a window
 * of something injected nor near an anomaly of the series as it is.
 *
 * @param injected how many were injected, by kind; kinds of which none was are absent
 * @param found how many of them were found, by kind
 * @param falseAlarms anomalies that belong to nothing
 * @param points points of all copies together in which an alarm counts as a false one: at least a
 *     window away from what was injected or was found before
 */
public record SelfTest(
    Map<InjectedKind, Integer> injected,
    Map<InjectedKind, Integer> found,
    int falseAlarms,
    long points) {

  /** Quantile of the standard normal distribution for an interval of 95 %. */
  private static final double Z = 1.959964;

  public SelfTest {
    injected = Map.copyOf(injected);
    found = Map.copyOf(found);
  }

  /**
   * Counts. Cheap, so that other sensitivities can be tried on the same component scores.
   *
   * @param plan what was injected
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
    Map<InjectedKind, Integer> injected = new EnumMap<>(InjectedKind.class);
    Map<InjectedKind, Integer> found = new EnumMap<>(InjectedKind.class);
    int falseAlarms = 0;
    long points = 0;
    int window = original.components().window();
    for (int i = 0; i < results.size(); i++) {
      List<InjectedAnomaly> truth = plan.copies().get(i).injected();
      List<Anomaly> anomalies = results.get(i).anomalies();
      int length = results.get(i).score().length;
      points += quiet(length, truth, original, window);
      for (InjectedAnomaly one : truth) {
        injected.merge(one.kind(), 1, Integer::sum);
        boolean hit = anomalies.stream().anyMatch(p -> one.segment().overlaps(p.segment()));
        found.merge(one.kind(), hit ? 1 : 0, Integer::sum);
      }
      falseAlarms +=
          (int)
              anomalies.stream()
                  .map(p -> p.segment().widened(window, length))
                  .filter(p -> !isNear(p, truth) && !isKnown(p, original))
                  .count();
    }
    return new SelfTest(injected, found, falseAlarms, points);
  }

  /** Points in which an alarm counts as a false one. */
  private static int quiet(
      int length, List<InjectedAnomaly> truth, DetectionResult original, int window) {
    BitSet known = new BitSet(length);
    for (InjectedAnomaly one : truth) {
      set(known, one.segment().widened(window, length));
    }
    for (Anomaly anomaly : original.anomalies()) {
      set(known, anomaly.segment().widened(window, length));
    }
    return length - known.cardinality();
  }

  private static void set(BitSet points, Segment segment) {
    points.set(segment.from(), segment.to());
  }

  private static boolean isNear(Segment surroundings, List<InjectedAnomaly> truth) {
    return truth.stream().anyMatch(one -> one.segment().overlaps(surroundings));
  }

  private static boolean isKnown(Segment surroundings, DetectionResult original) {
    return original.anomalies().stream().anyMatch(p -> p.segment().overlaps(surroundings));
  }

  /** How many of all kinds were injected. */
  public int injectedInAll() {
    return injected.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many of all kinds were found. */
  public int foundInAll() {
    return found.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The shares of found anomalies that would be no surprise if the test were repeated without end:
   * Wilson's interval of 95 %. It is wide, because few are injected.
   *
   * <p>Source: Wilson, "Probable inference, the law of succession, and statistical inference",
   * Journal of the American Statistical Association 22 (1927), doi:10.1080/01621459.1927.10502953.
   *
   * @param found successes
   * @param injected tries, at least 1
   */
  public static Interval likelyShare(int found, int injected) {
    double n = injected;
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
