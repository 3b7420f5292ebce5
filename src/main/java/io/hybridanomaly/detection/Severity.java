package io.hybridanomaly.detection;

import java.util.Locale;

/** Severities of anomalies that have a word and a colour of their own. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH;

  /**
   * Severity from which on an anomaly is medium: a peak a third above the usual threshold's height.
   */
  private static final double FROM_MEDIUM = 25;

  /** And high: a peak at double the usual threshold's height. */
  private static final double FROM_HIGH = 50;

  /** How severe an anomaly is. */
  public static Severity of(Anomaly anomaly) {
    return of(anomaly.severity());
  }

  /**
   * The same for a number, by the whole one that is shown: 49.6 reads as 50 and is as high as that.
   *
   * @param severity 0 to 100, as {@link Anomaly#severity}
   */
  public static Severity of(double severity) {
    long shown = Math.round(severity);
    return shown >= FROM_HIGH ? HIGH : shown >= FROM_MEDIUM ? MEDIUM : LOW;
  }

  /** In words. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The CSS class of its drawing. */
  public String className() {
    return "severity-" + text();
  }
}
