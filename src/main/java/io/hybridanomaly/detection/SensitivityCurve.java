package io.hybridanomaly.detection;

/**
 * What every setting of the sensitivity would flag.
 *
 * @param sensitivities from 0 to 10, ascending
 * @param anomalies number of anomalies at each
 * @param shares share of points in them at each, 0 to 1
 */
public record SensitivityCurve(double[] sensitivities, int[] anomalies, double[] shares) {

  /** Distance between neighbouring settings. */
  public static final double STEP = 0.5;

  private static final int SETTINGS = (int) (DetectionSettings.MAX_SENSITIVITY / STEP) + 1;

  /**
   * Judges a result with every setting; the fused score stays, so that this takes one pass over the
   * points for each.
   *
   * @param result its fusion mode and weight stay
   */
  public static SensitivityCurve of(DetectionResult result) {
    double[] sensitivities = new double[SETTINGS];
    int[] anomalies = new int[SETTINGS];
    double[] shares = new double[SETTINGS];
    for (int i = 0; i < SETTINGS; i++) {
      sensitivities[i] = i * STEP;
      DetectionResult judged = result.withSensitivity(sensitivities[i]);
      anomalies[i] = judged.anomalies().size();
      shares[i] = judged.flaggedShare();
    }
    return new SensitivityCurve(sensitivities, anomalies, shares);
  }

  /** The setting nearest to a sensitivity, as an index. */
  public int nearest(double sensitivity) {
    return Math.clamp(Math.round(sensitivity / STEP), 0, SETTINGS - 1);
  }
}
