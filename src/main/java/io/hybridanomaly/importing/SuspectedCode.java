package io.hybridanomaly.importing;

/**
 * A value that probably means that there is none.
 *
 * @param value the number, such as -999
 * @param count how often it stands
 */
public record SuspectedCode(double value, int count) {

  /** The number as people write it. */
  public String text() {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
