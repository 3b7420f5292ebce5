package io.hybridanomaly.chat;

/** How much of the data a model may see. */
public enum Detail {
  /**
   * The facts of the result, values of the selected anomaly, and values that the model asks for.
   */
  VALUES,
  /** Only counts, times, scores, shares and distances: no value of the file. */
  SUMMARY
}
