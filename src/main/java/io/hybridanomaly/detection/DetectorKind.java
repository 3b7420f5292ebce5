package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which detector is used. Stored scores of one kind cannot be judged as another kind. */
public sealed interface DetectorKind {

  /** The name on the command line and in reports. */
  String id();

  /** How both scores become one. */
  FusionMode fusion();

  /** The number of training epochs where none is chosen. */
  int defaultEpochs();

  /** The window length in points where none is chosen; empty: it follows from the series. */
  OptionalInt defaultWindow();

  /**
   * The default detector: calibrated scores of an autoencoder and of Benford's law.
   *
   * @param fusion how both scores become one
   */
  record Hybrid(FusionMode fusion) implements DetectorKind {

    @Override
    public String id() {
      return fusion.id();
    }

    @Override
    public int defaultEpochs() {
      return HybridDetector.DEFAULT_EPOCHS;
    }

    @Override
    public OptionalInt defaultWindow() {
      return OptionalInt.empty();
    }
  }

  /** The original formula: its own scaling, network, window, training, score and threshold. */
  record Original() implements DetectorKind {

    /** Half the sensitivity less than this is the threshold. */
    private static final double OFFSET = 5;

    /** How many standard deviations above the mean score the threshold lies. */
    public double deviations(double sensitivity) {
      return OFFSET - sensitivity / 2;
    }

    @Override
    public String id() {
      return "original";
    }

    @Override
    public FusionMode fusion() {
      return FusionMode.SUM;
    }

    @Override
    public int defaultEpochs() {
      return OriginalDetector.EPOCHS;
    }

    @Override
    public OptionalInt defaultWindow() {
      return OptionalInt.of(OriginalDetector.WINDOW);
    }
  }

  /** The default detector with its default fusion. */
  static DetectorKind calibrated() {
    return new Hybrid(FusionMode.CALIBRATED);
  }

  /** All, the default one first. */
  static List<DetectorKind> all() {
    Stream<DetectorKind> hybrids = Arrays.stream(FusionMode.values()).map(Hybrid::new);
    return Stream.concat(hybrids, Stream.of(new Original())).toList();
  }

  /**
   * The one with this {@link #id()}, in any case. {@code seed} is what version 1.0 called the
   * original formula; its commands and reports still say so.
   */
  static Optional<DetectorKind> ofId(String id) {
    String lower = id.toLowerCase(Locale.ROOT);
    return lower.equals("seed")
        ? Optional.of(new Original())
        : all().stream().filter(kind -> kind.id().equals(lower)).findAny();
  }

  /** All ids, for messages. */
  static String ids() {
    return all().stream().map(DetectorKind::id).collect(Collectors.joining(", "));
  }
}
