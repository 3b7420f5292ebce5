package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** Calls of the page's script {@code charts/linked-charts.js}. */
final class ChartScript {

  private ChartScript() {}

  /** Calls a function for an element; a chart that is not yet drawn ignores it. */
  static void call(Component target, String function, @Nullable Object... arguments) {
    StringBuilder call = new StringBuilder("window.hybridCharts.").append(function).append("(this");
    for (int i = 0; i < arguments.length; i++) {
      call.append(", $").append(i);
    }
    target.getElement().executeJs(call.append(')').toString(), arguments);
  }
}
