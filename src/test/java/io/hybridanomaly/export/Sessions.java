package io.hybridanomaly.export;

import io.hybridanomaly.analysis.TestAnalyses;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Sessions without training, for tests. */
final class Sessions {

  static final long HOUR = 3_600_000_000L;

  private Sessions() {}

  static TimeAxis hours(int n) {
    return new Timestamps(
        LongStream.range(0, n).map(i -> 1_700_000_000_000_000L + i * HOUR).toArray(), null);
  }

  /** Hourly values with noise scores and two bumps. */
  static Session of(int n, String file, String column, String note) {
    Random random = new Random(6);
    double[] values = random.doubles(n, 500, 600).toArray();
    double[] score = new double[n];
    double[] error = new double[n];
    Arrays.fill(error, 0.1);
    double smooth = 0;
    for (int i = 0; i < n; i++) {
      smooth = 0.8 * smooth + 0.6 * random.nextGaussian();
      score[i] = smooth;
    }
    for (int centre : new int[] {n / 4, n / 2}) {
      for (int d = -5; d <= 5; d++) {
        score[centre + d] = 40 - 3 * Math.abs(d);
        error[centre + d] = 6;
      }
    }
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            random.doubles(n).toArray(),
            values.clone(),
            error,
            new double[] {0.5, 0.25},
            24,
            2,
            Applicability.of(values));
    DetectionResult result =
        new DetectionResult(
                DetectionSettings.defaults().withWindow(24).withSensitivity(4.5),
                components,
                new double[n],
                0,
                List.of())
            .withDetector(DetectorKind.calibrated());
    Annotations annotations =
        new Annotations(
            List.of(
                new Annotation(
                    new Segment(n / 4 - 3, n / 4 + 3), AnnotationLabel.FALSE_ALARM, note),
                new Annotation(new Segment(10, 20), AnnotationLabel.MISSED, "")));
    return new Session(
        TestAnalyses.of(file, new TimeSeries(column, hours(n), values), result)
            .annotated(annotations),
        List.of(
            new Session.Message(Session.Role.VISITOR, "Why? " + note),
            new Session.Message(Session.Role.ASSISTANT, "Because. " + note)),
        Instant.parse("2026-01-02T03:04:05Z"));
  }
}
