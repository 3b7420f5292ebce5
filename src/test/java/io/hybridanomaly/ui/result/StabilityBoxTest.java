package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.detection.Stability;
import org.junit.jupiter.api.Test;

class StabilityBoxTest {

  @Test
  void itExplainsTheWordsThatTheRowsShow() {
    StabilityBox box = new StabilityBox(() -> {}, () -> {});
    box.show(new Stability(5, new int[] {5}), 5);
    assertThat(box.getChildren().filter(Span.class::isInstance).map(c -> c.getElement().getText()))
        .containsExactly(
            "Trained 5 times again: \u201cfound in\u201d says in how many of them each anomaly came back");
  }
}
