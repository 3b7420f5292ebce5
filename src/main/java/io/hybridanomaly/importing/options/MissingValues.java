package io.hybridanomaly.importing.options;

/** What becomes of a row with a time and an empty value. */
public enum MissingValues {
  /** The row is left out and counted. */
  LEAVE_OUT,
  /** The last value before it; before the first value, the first one. */
  FILL_PREVIOUS,
  /** The straight line between the values beside it; at the ends, the nearest value. */
  FILL_LINEAR
}
