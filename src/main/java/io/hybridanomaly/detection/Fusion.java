package io.hybridanomaly.detection;

/** Both calibrated scores become one. */
final class Fusion {

  private Fusion() {}

  /**
   * The fused score of each point.
   *
   * @return [points]
   */
  static double[] fuse(DetectionSettings settings, ComponentScores components) {
    FusionMode mode = settings.detector().fusion();
    double[] lstm = components.reconstruction();
    double[] benford = components.benford();
    double weight = benfordWeight(settings, components);
    double[] score = new double[lstm.length];
    for (int i = 0; i < score.length; i++) {
      score[i] =
          switch (mode) {
            case CALIBRATED -> lstm[i] + weight * benford[i];
            case BOTH -> Math.min(lstm[i], benford[i]);
            case EITHER -> Math.max(lstm[i], benford[i]);
            case SUM -> lstm[i] + benford[i];
            case LSTM -> lstm[i];
            case BENFORD -> benford[i];
          };
    }
    return score;
  }

  /**
   * How much Benford's score counts: in the default mode the verdict decides, unless the user does.
   */
  static double benfordWeight(DetectionSettings settings, ComponentScores components) {
    return switch (settings.detector().fusion()) {
      case CALIBRATED -> settings.benfordWeight().orElse(components.applicability().weight());
      case LSTM -> 0;
      case BOTH, EITHER, SUM, BENFORD -> 1;
    };
  }

  /** How much the autoencoder's score counts in a mode. */
  static double lstmWeight(FusionMode mode) {
    return mode == FusionMode.BENFORD ? 0 : 1;
  }
}
