package io.hybridanomaly.ui.result;

import io.hybridanomaly.detection.Period;
import java.util.Locale;

/** Severities that have a colour of their own. */
enum Severity {
  LOW,
  MEDIUM,
  HIGH;

  /** Severity from which on a period is medium: a peak a third above the threshold's height. */
  private static final double FROM_MEDIUM = 25;

  /** And high: a peak at double the threshold's height. */
  private static final double FROM_HIGH = 50;

  static Severity of(Period period) {
    return period.severity() >= FROM_HIGH ? HIGH : period.severity() >= FROM_MEDIUM ? MEDIUM : LOW;
  }

  /** The CSS class of its drawing. */
  String className() {
    return "severity-" + name().toLowerCase(Locale.ROOT);
  }
}
