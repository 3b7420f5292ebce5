package io.hybridanomaly.evaluation;

/** Precision and recall by point over all thresholds. Equal scores are one threshold. */
public final class PrecisionRecall {

  private PrecisionRecall() {}

  /**
   * Area under the precision-recall curve as average precision: Σ (Rₖ − Rₖ₋₁)·Pₖ over thresholds.
   *
   * <p>Source: Davis, Goadrich, "The relationship between precision-recall and ROC curves", ICML
   * 2006, doi:10.1145/1143844.1143874 (no linear interpolation).
   *
   * @param scores [points], higher is more abnormal; not finite counts as the lowest
   * @param labels [points], above 0 is abnormal
   * @return 0 to 1; 0 without any labelled point
   */
  public static double averagePrecision(double[] scores, byte[] labels) {
    return averagePrecision(new Ranking(scores), labels);
  }

  static double averagePrecision(Ranking ranking, byte[] labels) {
    int positives = positives(labels);
    double area = 0;
    int found = 0;
    int counted = 0;
    for (int r = 0; r < ranking.size() && positives > 0; r++) {
      found += labels[ranking.point(r)] > 0 ? 1 : 0;
      if (ranking.endsTie(r)) {
        area += (double) (found - counted) / positives * found / (r + 1);
        counted = found;
      }
    }
    return area;
  }

  /**
   * The highest F1, the harmonic mean of precision and recall, over all thresholds.
   *
   * @param scores [points], higher is more abnormal; not finite counts as the lowest
   * @param labels [points], above 0 is abnormal
   * @return 0 to 1; 0 without any labelled point
   */
  public static double bestF1(double[] scores, byte[] labels) {
    return bestF1(new Ranking(scores), labels);
  }

  static double bestF1(Ranking ranking, byte[] labels) {
    int positives = positives(labels);
    double best = 0;
    int found = 0;
    for (int r = 0; r < ranking.size(); r++) {
      found += labels[ranking.point(r)] > 0 ? 1 : 0;
      if (ranking.endsTie(r)) {
        best = Math.max(best, 2.0 * found / (r + 1 + positives));
      }
    }
    return best;
  }

  static int positives(byte[] labels) {
    int positives = 0;
    for (byte label : labels) {
      positives += label > 0 ? 1 : 0;
    }
    return positives;
  }
}
