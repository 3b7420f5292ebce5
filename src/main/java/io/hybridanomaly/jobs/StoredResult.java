package io.hybridanomaly.jobs;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Spacing;
import java.util.List;

/**
 * A result as the database keeps it: what a training has computed, in {@value #VERSION}. What
 * follows from it, as the anomalies, is judged anew when it is read.
 */
final class StoredResult {

  /** Of the form of the bytes, in their first number. */
  static final int VERSION = 4;

  /** The bytes are of a form that this version does not read. */
  static final class OtherVersionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    OtherVersionException(String message) {
      super(message);
    }
  }

  private StoredResult() {}

  static byte[] encode(DetectionResult result) {
    ComponentScores scores = result.components();
    return NumberBlock.encode(
        new double[] {VERSION, scores.window(), scores.epochs()},
        scores.lossPerEpoch(),
        scores.reconstruction(),
        scores.pointwise(),
        scores.benford(),
        scores.expected(),
        scores.magnitude(),
        scores.rarity(),
        scores.outlyingNumbers(),
        scores.regime(),
        scores.samples().spacing().toNumbers());
  }

  /**
   * @param values the series
   * @throws OtherVersionException if another version has written it
   */
  static DetectionResult decode(byte[] content, double[] values, DetectionSettings settings) {
    double[][] parts = NumberBlock.decode(content);
    if (parts[0][0] != VERSION) {
      throw new OtherVersionException("a result in version " + parts[0][0]);
    }
    ComponentScores scores =
        new ComponentScores(
            new Samples(values, Spacing.ofNumbers(parts[10])),
            parts[2],
            parts[3],
            parts[4],
            parts[5],
            parts[6],
            parts[7],
            ComponentScores.outlying(parts[8]),
            parts[9],
            parts[1],
            (int) parts[0][1],
            (int) parts[0][2],
            Applicability.of(values));
    return new DetectionResult(settings, scores, new double[values.length], 0, List.of())
        .withDetector(settings.detector());
  }
}
