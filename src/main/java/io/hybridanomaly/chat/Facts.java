package io.hybridanomaly.chat;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.benford.StretchSignificance;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Candidate;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.Statistics;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a result, as trees of maps, lists, texts and numbers: the briefing and the
 * answers of the functions are made of these. With {@link Detail#SUMMARY} they hold no value of the
 * file; distances are then given in spreads, the distance between the 5th and the 95th percentile.
 */
final class Facts {

  private static final MathContext FOUR_DIGITS = new MathContext(4);
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private static final double MICROS_PER_HOUR = 3.6e9;

  private final Subject subject;
  private final Detail detail;
  private final double[] values;
  private final ComponentScores components;
  private final TimeAxis times;
  private final double spread;

  Facts(Subject subject, Detail detail) {
    this.subject = subject;
    this.detail = detail;
    this.values = subject.series().values();
    this.components = subject.result().components();
    this.times = subject.series().times();
    this.spread = Quantiles.distance(values, 0.05, 0.95);
  }

  Map<String, Object> series() {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (detail == Detail.VALUES) {
      facts.put("file", Untrusted.label(subject.file()));
    }
    facts.put("column", Untrusted.label(subject.series().name()));
    facts.put("points", values.length);
    facts.put("first_time", times.text(0));
    facts.put("last_time", times.text(values.length - 1));
    if (detail == Detail.VALUES) {
      facts.putAll(statistics(new Segment(0, values.length)));
      facts.put("spread_p5_to_p95", fine(spread));
    }
    return facts;
  }

  Map<String, Object> settings() {
    DetectionResult result = subject.result();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("fusion", result.settings().detector().id());
    facts.put("sensitivity", result.settings().sensitivity());
    FalseAlarms.expectedRate(result.settings())
        .ifPresent(rate -> facts.put("false_alarms_per_10000_points_accepted", round(rate)));
    facts.put("window_points", components.window());
    duration(0, Math.min(components.window(), values.length - 1))
        .ifPresent(hours -> facts.put("window_hours", hours));
    facts.put("epochs", components.epochs());
    facts.put("seed", result.settings().seed());
    facts.put("threshold", round(result.threshold()));
    facts.put("anomalies_found", result.anomalies().size());
    facts.put("points_flagged", result.anomalies().stream().mapToInt(Anomaly::length).sum());
    return facts;
  }

  Map<String, Object> benford() {
    Applicability verdict = components.applicability();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("level", verdict.level().name().toLowerCase(Locale.ROOT));
    facts.put("verdict", verdict.summary());
    facts.put("signs_judged", verdict.signs().name().toLowerCase(Locale.ROOT));
    facts.put("percent_judged", round(100 * verdict.share()));
    facts.put("orders_of_magnitude_p10_to_p90", round(verdict.decades()));
    facts.put("steps_between_values_count", verdict.stepsApply());
    facts.put("first_digits_of_whole_series", digits(new Segment(0, values.length)));
    return facts;
  }

  /** First digits of a stretch against Benford's law. */
  Map<String, Object> digits(Segment stretch) {
    DigitStatistics first = firstDigits(stretch);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("values_counted", first.n());
    facts.put("zeros", first.zeros());
    facts.put("values_of_the_other_sign", first.opposites());
    double[] expected = Digits.FIRST.expected();
    List<Object> rows = new ArrayList<>();
    for (int digit = 1; digit <= expected.length && first.n() > 0; digit++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("digit", digit);
      row.put("count", first.counts()[digit - 1]);
      row.put("percent", round(100.0 * first.counts()[digit - 1] / first.n()));
      row.put("percent_by_benford", round(100 * expected[digit - 1]));
      rows.add(row);
    }
    facts.put("first_digits", rows);
    facts.put("chi_square", round(first.chiSquare()));
    facts.put("mean_absolute_deviation", round(first.mad()));
    facts.put("conformity_by_nigrini", first.conformity().label());
    StretchSignificance.pValue(counted(), stretch.from(), stretch.to())
        .ifPresent(p -> facts.put("p_value_among_other_stretches", round(p)));
    return facts;
  }

  /** The first digits of a stretch, of the values that are judged. */
  DigitStatistics firstDigits(Segment stretch) {
    return DigitStatistics.of(Digits.FIRST, counted(), stretch.from(), stretch.to());
  }

  private double[] counted() {
    return components.applicability().signs().counted(values);
  }

  /** A stretch below the threshold. */
  Map<String, Object> line(Candidate candidate) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("start", times.text(candidate.segment().from()));
    facts.put("end", times.text(candidate.segment().last()));
    facts.put("points", candidate.segment().length());
    facts.put("highest_score", round(candidate.score()));
    candidate.sensitivity().ifPresent(lowest -> facts.put("flagged_from_sensitivity", lowest));
    return facts;
  }

  /** One line of the list of anomalies. */
  Map<String, Object> line(Anomaly anomaly) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("number", subject.numberOf(anomaly));
    facts.put("start", times.text(anomaly.segment().from()));
    facts.put("end", times.text(anomaly.segment().last()));
    facts.put("points", anomaly.length());
    duration(anomaly.segment().from(), anomaly.segment().last())
        .ifPresent(hours -> facts.put("hours_from_first_to_last_point", hours));
    duration(anomaly.segment().from(), Math.min(anomaly.segment().to(), values.length - 1))
        .ifPresent(hours -> facts.put("hours_to_the_next_point", hours));
    facts.put("severity_0_to_100", round(anomaly.severity()));
    facts.put("highest_score", round(highestScore(anomaly.segment())));
    facts.put("lstm_share_percent", Math.round(100 * anomaly.reconstructionShare()));
    facts.put("benford_share_percent", Math.round(100 * anomaly.benfordShare()));
    facts.put("peak_time", times.text(anomaly.peak()));
    double deviation = anomaly.value() - anomaly.expected();
    if (detail == Detail.VALUES) {
      facts.put("value_at_peak", anomaly.value());
      facts.put("expected_at_peak", fine(anomaly.expected()));
      facts.put("deviation_at_peak", fine(deviation));
    }
    if (anomaly.expected() != 0) {
      facts.put("deviation_at_peak_percent", round(100 * deviation / Math.abs(anomaly.expected())));
      facts.put("value_to_expected_ratio", round(anomaly.value() / anomaly.expected()));
    }
    if (spread > 0) {
      facts.put("deviation_at_peak_in_spreads", round(deviation / spread));
    }
    return facts;
  }

  /** The value at the peak stands for an anomaly; the score can be higher elsewhere in it. */
  private double highestScore(Segment stretch) {
    return Arrays.stream(subject.result().score(), stretch.from(), stretch.to()).max().orElse(0);
  }

  /** All about one anomaly. */
  Map<String, Object> anomaly(Anomaly anomaly) {
    Map<String, Object> facts = line(anomaly);
    facts.put("threshold", round(subject.result().threshold()));
    facts.put("reconstruction_score_at_peak", round(components.reconstruction()[anomaly.peak()]));
    facts.put("benford_score_at_peak", round(components.benford()[anomaly.peak()]));
    Segment stretch = anomaly.segment();
    Segment around = around(anomaly);
    if (detail == Detail.VALUES) {
      facts.put("inside", statistics(stretch));
      facts.put("inside_and_around", statistics(around));
    }
    facts.put("digits_around", digits(around));
    facts.put("digits_around_from", times.text(around.from()));
    facts.put("digits_around_to", times.text(around.to() - 1));
    return facts;
  }

  /** The anomaly and a window length to both sides. */
  Segment around(Anomaly anomaly) {
    int margin = components.window();
    return anomaly.segment().widened(margin, values.length);
  }

  /** What a stretch looks like as a whole; empty with {@link Detail#SUMMARY}. */
  Map<String, Object> statistics(Segment stretch) {
    Map<String, Object> facts = new LinkedHashMap<>();
    double[] part = Arrays.copyOfRange(values, stretch.from(), stretch.to());
    double mean = Arrays.stream(part).average().orElse(0);
    double deviation = Statistics.deviation(part, 0, part.length);
    facts.put("count", part.length);
    if (detail == Detail.VALUES) {
      double[] quantiles = Quantiles.of(part, 0.05, 0.5, 0.95);
      facts.put("minimum", Arrays.stream(part).min().orElse(0));
      facts.put("p5", fine(quantiles[0]));
      facts.put("median", fine(quantiles[1]));
      facts.put("mean", fine(mean));
      facts.put("p95", fine(quantiles[2]));
      facts.put("maximum", Arrays.stream(part).max().orElse(0));
      facts.put("standard_deviation", fine(deviation));
    } else if (spread > 0) {
      double seriesMedian = Quantiles.median(values);
      facts.put("mean_above_series_median_in_spreads", round((mean - seriesMedian) / spread));
      facts.put("standard_deviation_in_spreads", round(deviation / spread));
    }
    return facts;
  }

  /**
   * Values, expectations and scores of a stretch.
   *
   * @param most at most this many rows, evenly spread
   */
  List<Object> rows(Segment stretch, int most) {
    int step = Math.max(1, (stretch.length() + most - 1) / most);
    List<Object> rows = new ArrayList<>();
    for (int i = stretch.from(); i < stretch.to(); i += step) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("time", times.text(i));
      row.put("value", values[i]);
      row.put("expected", fine(components.expected()[i]));
      row.put("score", round(subject.result().score()[i]));
      rows.add(row);
    }
    return rows;
  }

  /**
   * Means of a stretch by a part of the calendar.
   *
   * @param by a {@link CalendarMeans.By}, as a word
   * @throws IllegalArgumentException in a sentence for the model if there are no such means
   */
  Map<String, Object> means(Segment stretch, String by) {
    CalendarMeans.By part =
        Arrays.stream(CalendarMeans.By.values())
            .filter(known -> known.noun().equalsIgnoreCase(by.strip()))
            .findAny()
            .orElseThrow(
                () -> new IllegalArgumentException("by must be weekday, month, hour or year."));
    if (!(times instanceof Timestamps stamps) || !part.suits(stamps)) {
      throw new IllegalArgumentException(
          "The series is too coarse to tell one %s from another.".formatted(part.noun()));
    }
    List<Object> rows = new ArrayList<>();
    for (CalendarMeans.Group group : CalendarMeans.of(values, stamps, stretch, part)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(part.noun(), group.name());
      row.put("mean", fine(group.mean()));
      row.put("count", group.count());
      rows.add(row);
    }
    return Map.of("means", rows);
  }

  /** Hours between two points; empty without times. */
  private Optional<Double> duration(int from, int to) {
    return times instanceof Timestamps stamps
        ? Optional.of(
            round((stamps.instantMicros(to) - stamps.instantMicros(from)) / MICROS_PER_HOUR))
        : Optional.empty();
  }

  double inSpreads(double distance) {
    return spread > 0 ? round(distance / spread) : 0;
  }

  /** Six significant digits, for what has the unit of the values. */
  private static double fine(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(SIX_DIGITS).doubleValue() : 0;
  }

  /** Four significant digits. */
  static double round(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(FOUR_DIGITS).doubleValue() : 0;
  }
}
