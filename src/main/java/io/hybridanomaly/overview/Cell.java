package io.hybridanomaly.overview;

/**
 * A stretch of a row.
 *
 * @param content what the series is there
 * @param severity the highest of the anomalies in it, 0 to 100; 0 without one
 */
public record Cell(Content content, double severity) {

  /** What a series can be in a stretch of time. */
  public enum Content {
    /** It has no point there. */
    NO_DATA,
    /** None of its anomalies is there. */
    NORMAL,
    /** Part of one of its anomalies is there. */
    ABNORMAL
  }
}
