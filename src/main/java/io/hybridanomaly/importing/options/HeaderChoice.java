package io.hybridanomaly.importing.options;

/** Whether the first row of a file names the columns. */
public enum HeaderChoice {
  /** Decided from the first rows. */
  AUTO,
  /** The first row names the columns. */
  PRESENT,
  /** The first row is data. */
  ABSENT
}
