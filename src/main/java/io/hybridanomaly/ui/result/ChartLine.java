package io.hybridanomaly.ui.result;

import io.hybridanomaly.detection.ExpectedBand;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of a chart, or a band around one.
 *
 * @param name in the tooltip
 * @param values one per point of the series
 * @param role decides its colour
 * @param edges for a band: how far it reaches; null: a line
 * @param visible whether it is drawn
 */
record ChartLine(String name, double[] values, Role role, @Nullable Edges edges, boolean visible) {

  /** Both edges of a band around the values. */
  record Edges(ExpectedBand.Edge low, ExpectedBand.Edge high) {}

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

  static ChartLine band(
      String name, double[] values, ExpectedBand.Edge low, ExpectedBand.Edge high) {
    return new ChartLine(name, values, Role.RANGE, new Edges(low, high), true);
  }

  /** The same line, drawn or not. */
  ChartLine visible(boolean shown) {
    return new ChartLine(name, values, role, edges, shown);
  }
}
