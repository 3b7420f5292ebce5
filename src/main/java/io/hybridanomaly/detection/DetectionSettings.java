package io.hybridanomaly.detection;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a user can choose for one detection.
 *
 * @param window window length in points; empty: chosen from the series itself
 * @param epochs training epochs, from 1 to {@value #MAX_EPOCHS}; empty: the best number for the
 *     detector
 * @param sensitivity 0 to 10; higher flags more
 * @param detector which detector is used
 * @param seed start of every random choice
 * @param benfordWeight how much Benford's score counts in {@link FusionMode#CALIBRATED}, 0 to
 *     {@value #MAX_WEIGHT}; empty: 1 if the law applies to the series, else 0
 */
public record DetectionSettings(
    OptionalInt window,
    OptionalInt epochs,
    double sensitivity,
    DetectorKind detector,
    long seed,
    OptionalDouble benfordWeight) {

  public static final int MIN_WINDOW = 8;
  public static final int MAX_WINDOW = 1000;
  public static final int MAX_EPOCHS = 200;
  public static final double MAX_SENSITIVITY = 10;
  public static final double DEFAULT_SENSITIVITY = 5;
  public static final long DEFAULT_SEED = 42;
  public static final double MAX_WEIGHT = 3;

  /**
   * @throws IllegalArgumentException with a plain sentence if a setting is outside its range
   */
  public DetectionSettings {
    if (window.isPresent() && (window.getAsInt() < MIN_WINDOW || window.getAsInt() > MAX_WINDOW)) {
      throw new IllegalArgumentException(
          "The window of %d points is outside %d to %d: choose a number in that range or auto."
              .formatted(window.getAsInt(), MIN_WINDOW, MAX_WINDOW));
    }
    if (epochs.isPresent() && (epochs.getAsInt() < 1 || epochs.getAsInt() > MAX_EPOCHS)) {
      throw new IllegalArgumentException(
          "%d epochs are outside 1 to %d: choose a number in that range."
              .formatted(epochs.getAsInt(), MAX_EPOCHS));
    }
    if (!(sensitivity >= 0 && sensitivity <= MAX_SENSITIVITY)) {
      throw new IllegalArgumentException(
          "The sensitivity %s is outside 0 to 10: choose a number in that range."
              .formatted(sensitivity));
    }
    if (benfordWeight.isPresent()
        && !(benfordWeight.getAsDouble() >= 0 && benfordWeight.getAsDouble() <= MAX_WEIGHT)) {
      throw new IllegalArgumentException(
          "The weight %s of Benford's score is outside 0 to %s: choose a number in that range."
              .formatted(benfordWeight.getAsDouble(), MAX_WEIGHT));
    }
  }

  /** The same, with Benford's score weighted as its law applies. */
  public DetectionSettings(
      OptionalInt window,
      OptionalInt epochs,
      double sensitivity,
      DetectorKind detector,
      long seed) {
    this(window, epochs, sensitivity, detector, seed, OptionalDouble.empty());
  }

  /** Everything chosen by the application itself. */
  public static DetectionSettings defaults() {
    return new DetectionSettings(
        OptionalInt.empty(),
        OptionalInt.empty(),
        DEFAULT_SENSITIVITY,
        DetectorKind.calibrated(),
        DEFAULT_SEED);
  }

  /** The same settings with another window. */
  public DetectionSettings withWindow(int points) {
    return new DetectionSettings(
        OptionalInt.of(points), epochs, sensitivity, detector, seed, benfordWeight);
  }

  /** The same settings with a window that is chosen from the series itself. */
  public DetectionSettings withAutomaticWindow() {
    return new DetectionSettings(
        OptionalInt.empty(), epochs, sensitivity, detector, seed, benfordWeight);
  }

  /** The same settings with another number of epochs. */
  public DetectionSettings withEpochs(int count) {
    return new DetectionSettings(
        window, OptionalInt.of(count), sensitivity, detector, seed, benfordWeight);
  }

  /** The same settings with another sensitivity. */
  public DetectionSettings withSensitivity(double value) {
    return new DetectionSettings(window, epochs, value, detector, seed, benfordWeight);
  }

  /** The same settings with another detector. */
  public DetectionSettings withDetector(DetectorKind kind) {
    return new DetectionSettings(window, epochs, sensitivity, kind, seed, benfordWeight);
  }

  /** The same settings with another seed. */
  public DetectionSettings withSeed(long value) {
    return new DetectionSettings(window, epochs, sensitivity, detector, value, benfordWeight);
  }

  /** The same settings with another weight of Benford's score; empty: as its law applies. */
  public DetectionSettings withBenfordWeight(OptionalDouble weight) {
    return new DetectionSettings(window, epochs, sensitivity, detector, seed, weight);
  }
}
