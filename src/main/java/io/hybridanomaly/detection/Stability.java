package io.hybridanomaly.detection;

import java.util.Arrays;

/**
 * How much of a result depends on chance: the detection is repeated with other random choices, and
 * for each anomaly it is counted how often it is found again. A repetition trains no longer than
 * usual, even if the result was trained longer.
 *
 * @param trainings how many times the detection was repeated
 * @param agreeing for each anomaly of the result, in its order, how many of them have an anomaly
 *     that {@linkplain Anomaly#matches matches} it: another training follows an anomaly less or
 *     further, so that its anomalies are shorter or longer
 */
public record Stability(int trainings, int[] agreeing) {

  /** Epochs of a repetition at most, as many as a detection has unless it is told otherwise. */
  static final int EPOCHS = HybridDetector.DEFAULT_EPOCHS;

  public Stability {
    agreeing = agreeing.clone();
  }

  /** For each anomaly how many repetitions agree. */
  @Override
  public int[] agreeing() {
    return agreeing.clone();
  }

  /** Nothing repeated yet. */
  public static Stability none(DetectionResult result) {
    return new Stability(0, new int[result.anomalies().size()]);
  }

  /**
   * The settings of a repetition: the result's window, another seed, and as many epochs as it had,
   * if these are not more than {@value #EPOCHS}.
   *
   * @param settings those of the result
   * @param index from 0
   */
  public static DetectionSettings repetition(
      DetectionSettings settings, DetectionResult result, int index) {
    return settings
        .withWindow(result.components().window())
        .withEpochs(Math.min(EPOCHS, result.components().epochs()))
        .withSeed(settings.seed() + index + 1);
  }

  /**
   * One repetition more.
   *
   * @param result whose anomalies are looked for
   * @param repeated what the repetition found
   */
  public Stability with(DetectionResult result, DetectionResult repeated) {
    int[] counted = agreeing.clone();
    Arrays.setAll(
        counted,
        k -> {
          Anomaly anomaly = result.anomalies().get(k);
          return counted[k] + (repeated.anomalies().stream().anyMatch(anomaly::matches) ? 1 : 0);
        });
    return new Stability(trainings + 1, counted);
  }
}
