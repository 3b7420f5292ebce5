package io.hybridanomaly.ui.runs;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.TextRenderer;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.RunHistory;
import io.hybridanomaly.evaluation.RunComparison;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this visit: columns of one file or settings side by side, and what became of the
 * anomalies of one in the one that is shown. In the page from the second run on.
 */
public final class RunList extends Div {

  /** A longer list scrolls. */
  private static final int MOST_IN_FULL = 12;

  private final Grid<CompletedRun> grid = new Grid<>();
  private final Select<CompletedRun> other = new Select<>();
  private final Div comparisonPlace = new Div();
  private final Paragraph forgotten = new Paragraph();
  private List<CompletedRun> runs = List.of();
  private @Nullable CompletedRun shown;

  /**
   * @param onSelect hears which run the visitor wants to see
   */
  public RunList(Consumer<CompletedRun> onSelect) {
    addClassName("run-list");
    grid.setId("run-history");
    grid.getElement().setAttribute("aria-label", "Runs of this visit");
    addNumber("Run", run -> Integer.toString(run.number()));
    addText("File", run -> run.analysis().file().name());
    addText("Column", run -> run.series().name());
    addText("Settings", run -> run.settings(Texts.locale()));
    addNumber("Anomalies", run -> Texts.count(run.result().anomalies().size()));
    addNumber("Points flagged", run -> Texts.finePercent(run.result().flaggedShare()));
    addNumber("In common", this::shared);
    other.setId("compare-with");
    other.setLabel("Compare the one shown with");
    other.setPlaceholder("Choose a run");
    // The field has room for little; the settings stand in the list and in the comparison.
    other.setItemLabelGenerator(run -> "Run %d: %s".formatted(run.number(), run.series().name()));
    other.setRenderer(
        new TextRenderer<>(
            run ->
                "Run %d: %s, %s"
                    .formatted(run.number(), run.series().name(), run.settings(Texts.locale()))));
    other.addValueChangeListener(event -> compare());
    grid.asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                onSelect.accept(event.getValue());
              }
            });
  }

  /**
   * Shows the runs of the visit.
   *
   * @param selected the one whose result is on the page
   */
  public void show(RunHistory history, Optional<CompletedRun> selected) {
    List<CompletedRun> all = history.runs();
    CompletedRun run = selected.orElse(null);
    showForgotten(history);
    if (all.equals(runs) && Objects.equals(run, shown)) {
      return;
    }
    if (all.size() > 1 && runs.size() < 2) {
      add(new H3("Runs of this visit"), grid, other, comparisonPlace);
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

  private void showForgotten(RunHistory history) {
    if (history.forgotten() > 0) {
      forgotten.setText(
          "%s left this list: it holds %s results, or some of %s points together. Download the"
                  .formatted(
                      history.forgotten() == 1
                          ? "An older result has"
                          : Texts.count(history.forgotten()) + " older results have",
                      Texts.count(history.room().runs()),
                      Texts.count(history.room().points()))
              + " report of a result to keep it.");
      add(forgotten);
    }
  }

  private void compare() {
    comparisonPlace.removeAll();
    CompletedRun first = other.getValue();
    CompletedRun second = shown;
    if (first != null && second != null) {
      comparisonPlace.add(new ComparisonView(first, second));
    }
  }

  private String shared(CompletedRun run) {
    CompletedRun second = shown;
    if (second == null || second.equals(run) || !run.isComparableWith(second)) {
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
