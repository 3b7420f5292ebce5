package io.hybridanomaly.ui.result;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A line of a chart, or a band around one.
 *
 * @param name in the tooltip
 * @param values one per point of the series
 * @param role decides its colour
 * @param halfWidth for a band: how far it reaches to both sides at a point; null: a line
 * @param visible whether it is drawn
 */
record ChartLine(
    String name,
    double[] values,
    Role role,
    @Nullable IntToDoubleFunction halfWidth,
    boolean visible) {

  /** What a line stands for. */
  enum Role {
    VALUE,
    EXPECTED,
    RANGE,
    SCORE,
    LSTM,
    BENFORD;

    /** The CSS class of its drawing. */
    String className() {
      return "line-" + name().toLowerCase(Locale.ROOT);
    }
  }

  static ChartLine line(String name, double[] values, Role role) {
    return new ChartLine(name, values, role, null, true);
  }

  static ChartLine band(String name, double[] values, IntToDoubleFunction halfWidth) {
    return new ChartLine(name, values, Role.RANGE, halfWidth, true);
  }

  /** The same line, drawn or not. */
  ChartLine visible(boolean shown) {
    return new ChartLine(name, values, role, halfWidth, shown);
  }
}
