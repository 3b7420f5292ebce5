package io.hybridanomaly.ui.runs;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.TextRenderer;
import io.hybridanomaly.evaluation.RunComparison;
import io.hybridanomaly.ui.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The runs of this visit: columns of one file or settings side by side, and what became of the
 * anomalies of one in the one that is shown. In the page from the second run on.
 */
public final class RunList extends Div {

  /** Older runs are forgotten: each holds several numbers for every point. */
  private static final int MAX_RUNS = 12;

  private final Grid<CompletedRun> grid = new Grid<>();
  private final Select<CompletedRun> other = new Select<>();
  private final Div comparisonPlace = new Div();
  private final List<CompletedRun> runs = new ArrayList<>();
  private @Nullable CompletedRun shown;

  /**
   * @param onSelect hears which run the visitor wants to see
   */
  public RunList(Consumer<CompletedRun> onSelect) {
    addClassName("run-list");
    grid.setId("run-history");
    grid.getElement().setAttribute("aria-label", "Runs of this visit");
    grid.setAllRowsVisible(true);
    addNumber("Run", run -> Integer.toString(runs.size() - runs.indexOf(run)));
    addText("File", CompletedRun::file);
    addText("Column", run -> run.series().name());
    addText(
        "Settings",
        run ->
            "%s, window %d, sensitivity %s"
                .formatted(
                    run.result().settings().detector().id(),
                    run.result().components().window(),
                    Texts.value(run.result().settings().sensitivity())));
    addNumber("Anomalies", run -> Texts.count(run.result().anomalies().size()));
    addNumber("Points flagged", run -> Texts.finePercent(run.result().flaggedShare()));
    addNumber("In common", this::shared);
    other.setId("compare-with");
    other.setLabel("Compare the one shown with");
    other.setPlaceholder("Choose a run");
    // The field has room for little; the settings stand in the list and in the comparison.
    other.setItemLabelGenerator(run -> number(run) + ": " + run.series().name());
    other.setRenderer(new TextRenderer<>(run -> number(run) + ": " + run.title()));
    other.addValueChangeListener(event -> compare());
    grid.asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                show(event.getValue());
                onSelect.accept(event.getValue());
              }
            });
  }

  /** Adds a run on top; it is the one that is shown. */
  public void add(CompletedRun run) {
    runs.addFirst(run);
    if (runs.size() > MAX_RUNS) {
      runs.removeLast();
    }
    if (runs.size() == 2) {
      add(new H3("Runs of this visit"), grid, other, comparisonPlace);
    }
    grid.setItems(runs);
    show(run);
  }

  /** The run that is shown was judged anew. */
  public void update(CompletedRun judged) {
    CompletedRun before = shown;
    if (before != null) {
      runs.replaceAll(run -> run.equals(before) ? judged : run);
      grid.setItems(runs);
      show(judged);
    }
  }

  private void show(CompletedRun run) {
    shown = run;
    grid.getDataProvider().refreshAll();
    grid.select(run);
    CompletedRun compared = other.getValue();
    other.setItems(runs.stream().filter(candidate -> !candidate.equals(run)).toList());
    other.setValue(!run.equals(compared) && runs.contains(compared) ? compared : null);
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

  /** Runs are numbered in the order in which they were made. */
  private String number(CompletedRun run) {
    return "Run " + (runs.size() - runs.indexOf(run));
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
