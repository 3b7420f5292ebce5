package io.hybridanomaly.detection;

/** What a sensitivity means: the false alarms to expect on normal data. */
public final class FalseAlarms {

  private FalseAlarms() {}

  /**
   * False alarms expected per 10,000 points of normal data.
   *
   * @param sensitivity 0 to 10
   */
  public static double per10000(double sensitivity) {
    return Math.pow(10, (sensitivity - DetectionSettings.DEFAULT_SENSITIVITY) / 4);
  }
}
