package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.AnomalyFacts;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of anomalies beside the charts, with what the selected one is in one sentence. */
public final class AnomalyPanel extends Div {

  private final H3 title = new H3();
  private final AnomalyGrid grid;
  private final Div brief = new Div();
  private final StabilityBox stability;
  private final CandidateList candidates;
  private final TimeText times;
  private final Consumer<Anomaly> onExplain;
  private List<Anomaly> anomalies = List.of();
  private Annotations said = Annotations.NONE;

  AnomalyPanel(
      TimeSeries series,
      boolean digitsCount,
      Consumer<Anomaly> onSelect,
      Consumer<Segment> onLook,
      ResultPanel.Listener listener) {
    this.times = Texts.times(series.times());
    this.onExplain = listener::onExplain;
    addClassName("anomaly-list");
    grid = new AnomalyGrid(series, digitsCount, onSelect);
    stability = new StabilityBox(listener::onCheckStability, listener::onStopStability);
    brief.addClassName("anomaly-brief");
    Div head = new Div(title, stability);
    head.addClassName("section-head");
    candidates = new CandidateList(this.times, onLook, listener::onMarked);
    add(head, grid, brief, candidates);
  }

  void show(DetectionResult result) {
    title.setText(Texts.count(result.anomalies().size(), "anomaly"));
    anomalies = result.anomalies();
    grid.show(result.ranked(), anomalies);
    candidates.show(List.of());
    candidates.showAnnotations(said.beside(anomalies));
    stability.idle();
    stability.setVisible(!result.anomalies().isEmpty());
  }

  /** Shows what is not flagged but worth a look, below the anomalies. */
  void showUnflagged(List<Unflagged> unflagged) {
    candidates.show(unflagged);
  }

  /**
   * Shows an anomaly as selected.
   *
   * @param facts of the selected one; null: none
   */
  void mark(@Nullable AnomalyFacts facts) {
    grid.mark(facts == null ? null : facts.anomaly());
    brief.removeAll();
    Optional.ofNullable(facts).ifPresent(this::addBrief);
  }

  private void addBrief(AnomalyFacts facts) {
    Button explain =
        new Button(
            "Explain", VaadinIcon.COMMENT_O.create(), click -> onExplain.accept(facts.anomaly()));
    explain.addThemeVariants(ButtonVariant.SMALL);
    explain.addClassName("explain-row");
    Button details =
        new Button(
            "Details",
            click ->
                getElement()
                    .executeJs("document.getElementById('period-detail')?.scrollIntoView()"));
    details.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    Div buttons = new Div(explain, details);
    buttons.addClassName("run-buttons");
    brief.add(new Paragraph(Explanation.of(facts, times::of, Texts.locale()).what()), buttons);
  }

  void showAnnotations(Annotations annotations) {
    said = annotations;
    grid.showAnnotations(annotations);
    candidates.showAnnotations(annotations.beside(anomalies));
  }

  void show(Stability found, int trainings) {
    stability.show(found, trainings);
    grid.show(found);
  }

  void stabilityWaits(int position) {
    stability.showWaiting(position);
  }

  void endStability() {
    stability.idle();
  }
}
