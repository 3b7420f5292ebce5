package io.hybridanomaly.detection;

import java.util.OptionalDouble;

/** What a sensitivity means: the false alarms to expect on normal data. */
public final class FalseAlarms {

  /** False alarms per 10,000 normal points that the default sensitivity states. */
  private static final double DEFAULT_RATE = 2;

  private FalseAlarms() {}

  /**
   * What can be promised for settings. On clean series the rate was found to hold where Benford's
   * law has a say only if it applies. Other ways of fusing, and a weight of one's own, take digits
   * for evidence that are none, and raise up to ten times as many alarms.
   *
   * @return false alarms per 10,000 points of normal data; empty if nothing is known of the
   *     settings
   */
  public static OptionalDouble expectedRate(DetectionSettings settings) {
    boolean known =
        switch (settings.detector()) {
          case DetectorKind.Hybrid(FusionMode fusion) -> isKnown(fusion, settings);
          case DetectorKind.Original() -> false;
        };
    return known ? OptionalDouble.of(per10000(settings.sensitivity())) : OptionalDouble.empty();
  }

  private static boolean isKnown(FusionMode fusion, DetectionSettings settings) {
    return switch (fusion) {
      case CALIBRATED -> settings.benfordWeight().isEmpty();
      case LSTM -> true;
      case BOTH, EITHER, SUM, BENFORD -> false;
    };
  }

  /**
   * False alarms expected per 10,000 points of normal data.
   *
   * @param sensitivity 0 to 10
   */
  public static double per10000(double sensitivity) {
    double steps = sensitivity - DetectionSettings.DEFAULT_SENSITIVITY;
    return DEFAULT_RATE * Math.pow(10, steps / 4);
  }
}
