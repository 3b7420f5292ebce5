package io.hybridanomaly.importing.options;

/** Whether a value stands for itself or for what has changed since the one before. */
public enum Differencing {
  /** Each value stands for itself. */
  NONE,
  /** What is more, or less, than in the point before; over a gap, the mean of its steps. */
  CHANGE,
  /**
   * The same for the reading of a meter: where it falls to half or less, it began at 0 again, and
   * what it reads has been added since. A smaller fall is a correction.
   */
  COUNTER
}
