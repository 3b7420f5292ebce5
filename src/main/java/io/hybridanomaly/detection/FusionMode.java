package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the score of the autoencoder and the score of Benford's law become one. */
public enum FusionMode {
  /** The sum of both calibrated scores, Benford's only where its law applies. The default. */
  CALIBRATED,
  /** High only where both scores are. */
  BOTH,
  /** High where one of the scores is. */
  EITHER,
  /** The plain sum, whether Benford's law applies or not. */
  SUM,
  /** The autoencoder alone. */
  LSTM,
  /** Benford's law alone. */
  BENFORD,
  /** The original formula with its own scaling, network, window, training, score and threshold. */
  SEED;

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of training epochs that serves best; for {@link #SEED} that of the original. */
  public int defaultEpochs() {
    return this == SEED ? SeedFormula.EPOCHS : Detector.DEFAULT_EPOCHS;
  }

  /** The mode with this {@link #id()}, in any case. */
  public static Optional<FusionMode> ofId(String id) {
    return Arrays.stream(values())
        .filter(m -> m.id().equals(id.toLowerCase(Locale.ROOT)))
        .findAny();
  }

  /** All ids, for messages. */
  public static String ids() {
    return Arrays.stream(values()).map(FusionMode::id).collect(Collectors.joining(", "));
  }
}
