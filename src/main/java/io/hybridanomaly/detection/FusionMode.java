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
  ORIGINAL;

  /** What version 1.0 called {@link #ORIGINAL}; its commands and reports still say so. */
  private static final String OLD_ORIGINAL_ID = "seed";

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The number of training epochs that serves best; for {@link #ORIGINAL} that of the original. */
  public int defaultEpochs() {
    return this == ORIGINAL ? OriginalFormula.EPOCHS : Detector.DEFAULT_EPOCHS;
  }

  /** The mode with this {@link #id()}, in any case; {@code seed} is an old spelling of one. */
  public static Optional<FusionMode> ofId(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    String wanted = lower.equals(OLD_ORIGINAL_ID) ? ORIGINAL.id() : lower;
    return Arrays.stream(values()).filter(m -> m.id().equals(wanted)).findAny();
  }

  /** All ids, for messages. */
  public static String ids() {
    return Arrays.stream(values()).map(FusionMode::id).collect(Collectors.joining(", "));
  }
}
