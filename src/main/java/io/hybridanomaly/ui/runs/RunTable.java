package io.hybridanomaly.ui.runs;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.TextRenderer;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.evaluation.RunComparison;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The runs of this visit, at least two, one of which can be compared with the one shown. */
final class RunTable extends Div {

  /** A longer list scrolls. */
  private static final int MOST_IN_FULL = 12;

  private final Grid<CompletedRun> grid = new Grid<>();
  private final Select<CompletedRun> other = new Select<>();
  private final Div comparisonPlace = new Div();
  private List<CompletedRun> runs = List.of();
  private @Nullable CompletedRun shown;

  /**
   * @param onSelect hears which run the visitor wants to see
   */
  RunTable(Consumer<CompletedRun> onSelect) {
    addClassName("run-table");
    grid.setId("run-history");
    grid.getElement().setAttribute("aria-label", "Runs of this visit");
    addNumber("Run", run -> Integer.toString(run.number()));
    addText("File", run -> run.analysis().file().name());
    addText("Series", run -> run.loaded().title());
    addText("Settings", run -> run.settings(Texts.locale()));
    addNumber("Anomalies", run -> Texts.count(run.result().anomalies().size()));
    addNumber("Points flagged", run -> Texts.finePercent(run.result().flaggedShare()));
    addNumber("In common", this::shared);
    other.setId("compare-with");
    other.setLabel("Compare the one shown with");
    other.setPlaceholder("Choose a run");
    // The field has room for little; the settings stand in the list and in the comparison.
    other.setItemLabelGenerator(run -> "Run %d: %s".formatted(run.number(), run.loaded().title()));
    other.setRenderer(
        new TextRenderer<>(
            run ->
                "Run %d: %s, %s"
                    .formatted(run.number(), run.loaded().title(), run.settings(Texts.locale()))));
    other.addValueChangeListener(event -> compare());
    grid.asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                onSelect.accept(event.getValue());
              }
            });
    add(new H3("Runs of this visit"), grid, other, comparisonPlace);
  }

  /**
   * Shows the runs of the visit.
   *
   * @param run the one whose result is on the page, if there is one
   */
  void show(List<CompletedRun> all, @Nullable CompletedRun run) {
    if (all.equals(runs) && Objects.equals(run, shown)) {
      return;
    }
    CompletedRun compared = other.getValue();
    runs = all;
    shown = run;
    grid.setAllRowsVisible(all.size() <= MOST_IN_FULL);
    grid.setItems(all);
    grid.select(run);
    other.setItems(all.stream().filter(candidate -> !candidate.equals(run)).toList());
    other.setValue(
        all.stream()
            .filter(candidate -> compared != null && candidate.number() == compared.number())
            .filter(candidate -> !candidate.equals(run))
            .findFirst()
            .orElse(null));
    compare();
  }

  private void compare() {
    comparisonPlace.removeAll();
    CompletedRun first = other.getValue();
    CompletedRun second = shown;
    if (first != null && second != null) {
      comparisonPlace.add(new ComparisonView(first, second));
    }
  }

  /** Empty where there is nothing that both could have in common. */
  private String shared(CompletedRun run) {
    CompletedRun second = shown;
    if (second == null
        || second.equals(run)
        || !run.isOfFileOf(second)
        || run.result().anomalies().isEmpty()
        || second.result().anomalies().isEmpty()) {
      return "";
    }
    RunComparison comparison = run.comparedWith(second);
    return "%d of %d"
        .formatted(
            comparison.count(RunComparison.Kind.SAME) + comparison.count(RunComparison.Kind.MOVED),
            run.result().anomalies().size());
  }

  private void addText(
      String header, com.vaadin.flow.function.ValueProvider<CompletedRun, String> text) {
    grid.addColumn(text).setHeader(header).setAutoWidth(true);
  }

  private void addNumber(
      String header, com.vaadin.flow.function.ValueProvider<CompletedRun, String> text) {
    grid.addColumn(text).setHeader(header).setAutoWidth(true).setTextAlign(ColumnTextAlign.END);
  }
}
