package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.Texts;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The anomalies that were found before the networks have learned, where the list of the final ones
 * will stand. They can be looked at and nothing else.
 */
public final class PreliminaryList extends Div {

  private final H3 title = new H3();
  private final AnomalyGrid grid;
  private @Nullable DetectionResult shown;
  private @Nullable Anomaly marked;

  /**
   * @param series in which they are
   * @param digitsCount whether Benford's law has a say in the score
   * @param onSelect hears which anomaly the visitor wants to see
   */
  public PreliminaryList(TimeSeries series, boolean digitsCount, Consumer<Anomaly> onSelect) {
    addClassNames("anomaly-list", "preliminary-list");
    grid = new AnomalyGrid(series, digitsCount, onSelect);
    // Whoever waits for the final list must not take this one for it.
    grid.setId("preliminary-grid");
    grid.getElement().setAttribute("aria-label", "Preliminary anomalies");
    Div head = new Div(title, badge());
    head.addClassName("section-head");
    add(head, grid);
  }

  /** What marks anything that is preliminary. */
  public static Span badge() {
    Span badge = new Span("Preliminary");
    badge.addClassNames("badge", "preliminary-badge");
    return badge;
  }

  /** Shows the anomalies of a result, one of them as selected. */
  public void show(DetectionResult result, Optional<Anomaly> selected) {
    if (!result.equals(shown)) {
      shown = result;
      title.setText(Texts.count(result.anomalies().size(), "anomaly"));
      grid.show(result.ranked(), result.anomalies());
    }
    // Marking a row scrolls to it, which a step of progress must not.
    if (!Objects.equals(marked, selected.orElse(null))) {
      marked = selected.orElse(null);
      grid.mark(marked);
    }
  }
}
