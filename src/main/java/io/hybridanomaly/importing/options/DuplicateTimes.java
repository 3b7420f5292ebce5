package io.hybridanomaly.importing.options;

/** What becomes of several rows with the same time. */
public enum DuplicateTimes {
  /** Every row stays, in the order of the file. */
  KEEP,
  /** One row with the mean of their values. */
  MEAN,
  /** The first row in the file. */
  FIRST,
  /** The last row in the file. */
  LAST,
  /** One row with the sum of their values. */
  SUM
}
