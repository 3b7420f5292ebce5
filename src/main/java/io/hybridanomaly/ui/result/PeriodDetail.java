package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The selected period in detail; in the page only while one is selected. */
final class PeriodDetail extends Div {

  private final TimeText times;
  private final Consumer<Period> onExplain;

  PeriodDetail(TimeSeries series, Consumer<Period> onExplain) {
    this.times = new TimeText(series.times());
    this.onExplain = onExplain;
    addClassName("period-detail");
  }

  void show(DetectionResult result, @Nullable Period period) {
    removeAll();
    if (period == null) {
      return;
    }
    Button explain = new Button("Explain", click -> onExplain.accept(period));
    explain.setId("explain-anomaly");
    explain.addThemeVariants(ButtonVariant.SMALL);
    Div head =
        new Div(new H3(times.of(period.start()) + " to " + times.of(period.end() - 1)), explain);
    head.addClassName("section-head");
    add(
        head,
        new Paragraph(
            "Threshold %.2f, peak %.2f."
                .formatted(result.threshold(), result.score()[period.peak()])));
  }
}
