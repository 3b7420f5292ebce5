package io.hybridanomaly.benford;

import java.util.Arrays;

/**
 * Which values of a series are counted. Benford's law speaks of magnitudes; auditors judge payments
 * in and out together or each apart.
 *
 * <p>Source: Nigrini, "Benford's Law", Wiley 2012, chapter 4.
 */
public enum Signs {
  /** Magnitudes, whatever the sign. */
  ALL("not zero, with signs that alternate"),
  /** Positive values alone. */
  POSITIVE("positive"),
  /** Negative values alone, without their sign. */
  NEGATIVE("negative");

  /** From this share of one sign on, the rest are exceptions. */
  static final double NEARLY_ALL = 0.95;

  /** Sign changes against those of independent signs: curves around zero have far fewer. */
  private static final double ALTERNATING = 0.5;

  private final String text;

  Signs(String text) {
    this.text = text;
  }

  /** What is said of the values counted, to follow a share. */
  String text() {
    return text;
  }

  /**
   * A series of which the positive values are the magnitudes to be counted.
   *
   * @param values [points]; not changed
   * @return [points]; the same array if nothing need be changed
   */
  public double[] counted(double[] values) {
    return switch (this) {
      case POSITIVE -> values;
      case NEGATIVE -> Arrays.stream(values).map(value -> -value).toArray();
      case ALL -> Arrays.stream(values).map(Math::abs).toArray();
    };
  }

  /**
   * The values of a series to judge: those of the sign that nearly all have; all where both signs
   * follow each other much as if they were drawn, as payments in and out do, and not where the
   * series runs through zero, as a temperature does. Positive ones where none of it holds.
   *
   * @param values [points], finite
   */
  public static Signs judgedIn(double[] values) {
    int positive = 0;
    int negative = 0;
    int changes = 0;
    double last = 0;
    for (double value : values) {
      positive += value > 0 ? 1 : 0;
      negative += value < 0 ? 1 : 0;
      changes += (last < 0 && value > 0) || (last > 0 && value < 0) ? 1 : 0;
      last = value == 0 ? last : value;
    }
    double enough = NEARLY_ALL * values.length;
    if (positive >= enough) {
      return POSITIVE;
    }
    if (negative >= enough) {
      return NEGATIVE;
    }
    double signed = positive + negative;
    double drawn = 2.0 * positive * negative / signed;
    return signed >= enough && changes >= ALTERNATING * drawn ? ALL : POSITIVE;
  }
}
