package io.hybridanomaly.ui.result;

import io.hybridanomaly.detection.Anomaly;
import java.util.Locale;

/** Severities that have a colour of their own. */
enum Severity {
  LOW,
  MEDIUM,
  HIGH;

  /**
   * Severity from which on an anomaly is medium: a peak a third above the usual threshold's height.
   */
  private static final double FROM_MEDIUM = 25;

  /** And high: a peak at double the usual threshold's height. */
  private static final double FROM_HIGH = 50;

  static Severity of(Anomaly anomaly) {
    return anomaly.severity() >= FROM_HIGH
        ? HIGH
        : anomaly.severity() >= FROM_MEDIUM ? MEDIUM : LOW;
  }

  /** In words. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The CSS class of its drawing. */
  String className() {
    return "severity-" + text();
  }
}
