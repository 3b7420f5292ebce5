package io.hybridanomaly.chat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.TestAnalyses;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A small result made by hand: hourly values of a week with a peak on Thursday at noon. */
public final class TestSubjects {

  /** Points of the series. */
  static final int POINTS = 168;

  /** The highest point. */
  static final int PEAK = 84;

  private static final LocalDateTime MONDAY = LocalDateTime.of(2014, 10, 27, 0, 0);

  private TestSubjects() {}

  /** With the peak's anomaly selected. */
  public static Subject selected() {
    Subject all = of("load.csv", "passengers", "");
    return new Subject(
        all.analysis(),
        Optional.of(all.result().anomalies().getLast()),
        all.context(),
        Locale.ENGLISH);
  }

  /** With names of one's own and nothing selected. */
  public static Subject of(String file, String column, String context) {
    double[] values = new double[POINTS];
    double[] expected = new double[POINTS];
    double[] score = new double[POINTS];
    double[] zero = new double[POINTS];
    long[] times = new long[POINTS];
    for (int i = 0; i < POINTS; i++) {
      expected[i] = 15_000 + 5_000 * Math.sin(2 * Math.PI * i / 24);
      values[i] = Math.rint(expected[i]);
      times[i] = MONDAY.plusHours(i).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    }
    values[PEAK] = 39_197;
    values[30] = 2_500;
    score[PEAK] = 9.25;
    score[30] = 4.5;
    Anomaly dip = new Anomaly(new Segment(29, 32), 30, 31, 0.9, 0.1, 2_500, expected[30]);
    Anomaly peak =
        new Anomaly(
            new Segment(PEAK - 2, PEAK + 3), PEAK, 68.4, 0.75, 0.25, 39_197, expected[PEAK]);
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            zero,
            expected,
            zero,
            new double[] {0.5, 0.2},
            24,
            20,
            Applicability.of(values));
    DetectionResult result =
        new DetectionResult(
            DetectionSettings.defaults(), components, score, 3.5, List.of(dip, peak));
    TimeSeries series = new TimeSeries(column, new Timestamps(times, null), values);
    return new Subject(
        TestAnalyses.of(file, series, result), Optional.empty(), context, Locale.ENGLISH);
  }

  /** A result whose visitor reads numbers and dates as in a language. */
  static Subject in(Locale locale) {
    Subject english = of("load.csv", "load", "");
    return new Subject(english.analysis(), english.selected(), english.context(), locale);
  }

  /** The same in another file, beside other columns. */
  static Subject beside(Subject subject, String file, String... others) {
    Dataset dataset = TestAnalyses.dataset(file, subject.series(), null, List.of(others));
    return new Subject(
        new Analysis(dataset, subject.result()),
        subject.selected(),
        subject.context(),
        subject.locale());
  }

  /** A series of one's own in which nothing is flagged; expected is the mean. */
  static Subject quiet(String column, LocalDateTime first, Period step, double... values) {
    long[] times = new long[values.length];
    LocalDateTime time = first;
    for (int i = 0; i < values.length; i++) {
      times[i] = time.toEpochSecond(ZoneOffset.UTC) * 1_000_000;
      time = time.plus(step);
    }
    return quiet(new TimeSeries(column, new Timestamps(times, null), values));
  }

  /** The same for a series with an axis of its own. */
  static Subject quiet(TimeSeries series) {
    double[] values = series.values();
    double[] zero = new double[values.length];
    double[] expected = new double[values.length];
    double[] score = new double[values.length];
    Arrays.fill(expected, Arrays.stream(values).average().orElseThrow());
    for (int i = 0; i < values.length; i++) {
      // Less than the threshold of the default sensitivity, 3.5, even at the farthest value.
      score[i] = Math.min(3.2, Math.abs(values[i] - expected[i]) / 1_000);
    }
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            zero,
            expected,
            zero,
            new double[] {0.5},
            7,
            1,
            Applicability.of(values));
    DetectionResult result =
        new DetectionResult(DetectionSettings.defaults(), components, score, 3.5, List.of());
    return new Subject(
        TestAnalyses.of("quiet.csv", series, result), Optional.empty(), "", Locale.ENGLISH);
  }
}
