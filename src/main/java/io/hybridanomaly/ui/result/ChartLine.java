package io.hybridanomaly.ui.result;

import java.util.Locale;

/**
 * A line of a chart.
 *
 * @param name in legend and tooltip
 * @param values one per point of the series
 * @param role decides its colour
 */
record ChartLine(String name, double[] values, Role role) {

  /** What a line stands for. */
  enum Role {
    VALUE,
    EXPECTED,
    SCORE;

    /** The CSS class of its drawing. */
    String className() {
      return "line-" + name().toLowerCase(Locale.ROOT);
    }
  }
}
