package io.hybridanomaly.evaluation;

import io.hybridanomaly.series.Runs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How good one detection is against the truth. An event is a run of labelled points, an alarm a run
 * of flagged ones; an alarm is true if it shares a point with an event, and then the event is
 * found.
 *
 * @param points number of points
 * @param events number of labelled events
 * @param foundEvents events that an alarm touches
 * @param alarms number of alarms
 * @param trueAlarms alarms that touch an event
 * @param aucPr average precision, see {@link PrecisionRecall#averagePrecision}
 * @param vusPr see {@link VolumeUnderSurface}, with the buffer length of the series
 * @param bestF1 see {@link PrecisionRecall#bestF1}
 * @param top1 whether the highest score (the first of equals) is at most 100 points from an event
 */
public record DetectionMetrics(
    int points,
    int events,
    int foundEvents,
    int alarms,
    int trueAlarms,
    double aucPr,
    double vusPr,
    double bestF1,
    boolean top1) {

  private static final int TOP_1_TOLERANCE = 100;
  private static final double PER_POINTS = 10_000;
  private static final int DECIMALS = 9;

  /**
   * Measures one detection. Without a labelled point all but the false alarms is 0.
   *
   * @param scores [points], higher is more abnormal; not finite counts as the lowest
   * @param flags [points], what was flagged
   * @param labels [points], above 0 is abnormal
   * @param values [points], the series, from whose anomaly the VUS buffer length comes
   * @throws IllegalArgumentException without points or if the lengths differ
   */
  public static DetectionMetrics of(
      double[] scores, boolean[] flags, byte[] labels, double[] values) {
    int n = scores.length;
    if (n == 0 || flags.length != n || labels.length != n || values.length != n) {
      throw new IllegalArgumentException(
          "%d scores, %d flags, %d labels, %d values"
              .formatted(n, flags.length, labels.length, values.length));
    }
    Ranking ranking = new Ranking(scores);
    Runs events = Runs.of(n, i -> labels[i] > 0);
    Runs alarms = Runs.of(n, i -> flags[i]);
    return new DetectionMetrics(
        n,
        events.count(),
        events.touching(alarms),
        alarms.count(),
        alarms.touching(events),
        PrecisionRecall.averagePrecision(ranking, labels),
        VolumeUnderSurface.precisionRecall(
            ranking, labels, VolumeUnderSurface.bufferLength(values)),
        PrecisionRecall.bestF1(ranking, labels),
        events.isNear(ranking.point(0), TOP_1_TOLERANCE));
  }

  /** Share of alarms that are true; 0 without alarms. */
  public double precision() {
    return ratio(trueAlarms, alarms);
  }

  /** Share of events that are found; 0 without events. */
  public double recall() {
    return ratio(foundEvents, events);
  }

  /** Harmonic mean of {@link #precision()} and {@link #recall()}; 0 if both are. */
  public double f1() {
    return harmonicMean(precision(), recall());
  }

  /** Alarms that touch no event, for 10,000 points. */
  public double falseAlarmsPer10000() {
    return PER_POINTS * (alarms - trueAlarms) / points;
  }

  /** Every metric by its name, in the order of {@link #lines(Map)}. */
  public Map<String, Double> asMap() {
    return named(precision(), recall(), falseAlarmsPer10000(), aucPr, vusPr, bestF1, top1 ? 1 : 0);
  }

  /**
   * The arithmetic mean of each metric over several series, each of which counts the same.
   *
   * @param all at least one
   * @throws IllegalArgumentException if there is none
   */
  public static Map<String, Double> mean(List<DetectionMetrics> all) {
    requireAny(all);
    Map<String, Double> mean = new LinkedHashMap<>();
    for (DetectionMetrics metrics : all) {
      metrics.asMap().forEach((name, value) -> mean.merge(name, value, Double::sum));
    }
    mean.replaceAll((name, sum) -> sum / all.size());
    return mean;
  }

  /**
   * The metrics of several series as one: alarms and events are counted together, the metrics of
   * scores are averaged over the series.
   *
   * @param all at least one
   * @throws IllegalArgumentException if there is none
   */
  public static Map<String, Double> summary(List<DetectionMetrics> all) {
    requireAny(all);
    double alarms = sum(all, DetectionMetrics::alarms);
    double trueAlarms = sum(all, DetectionMetrics::trueAlarms);
    double precision = ratio(trueAlarms, alarms);
    double recall =
        ratio(sum(all, DetectionMetrics::foundEvents), sum(all, DetectionMetrics::events));
    return named(
        precision,
        recall,
        PER_POINTS * (alarms - trueAlarms) / sum(all, DetectionMetrics::points),
        sum(all, DetectionMetrics::aucPr) / all.size(),
        sum(all, DetectionMetrics::vusPr) / all.size(),
        sum(all, DetectionMetrics::bestF1) / all.size(),
        sum(all, metrics -> metrics.top1 ? 1 : 0) / all.size());
  }

  /** One line "name value" for each metric, in plain decimal, always in the same order. */
  public static List<String> lines(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .map(metric -> metric.getKey() + " " + plain(metric.getValue()))
        .toList();
  }

  private static Map<String, Double> named(
      double precision,
      double recall,
      double falseAlarms,
      double aucPr,
      double vusPr,
      double bestF1,
      double top1) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("event_precision", precision);
    metrics.put("event_recall", recall);
    metrics.put("event_f1", harmonicMean(precision, recall));
    metrics.put("false_alarms_per_10000", falseAlarms);
    metrics.put("auc_pr", aucPr);
    metrics.put("vus_pr", vusPr);
    metrics.put("best_f1", bestF1);
    metrics.put("top_1", top1);
    return metrics;
  }

  private static String plain(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static void requireAny(List<DetectionMetrics> all) {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no metrics to summarise");
    }
  }

  private static double sum(List<DetectionMetrics> all, ToDoubleFunction<DetectionMetrics> metric) {
    return all.stream().mapToDouble(metric).sum();
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double harmonicMean(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }
}
