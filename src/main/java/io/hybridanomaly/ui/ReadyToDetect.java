package io.hybridanomaly.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.ui.base.LostFocus;
import io.hybridanomaly.ui.base.TextTable;
import io.hybridanomaly.ui.result.SeriesPreview;
import io.hybridanomaly.ui.run.RunProgress;
import java.util.Optional;

/**
 * Stands in place of a result while a series waits to be looked at, and while it is: the series
 * itself, with the progress over it, and the first rows of the file.
 */
final class ReadyToDetect extends Div {

  private static final int ROWS = 5;
  private static final int COLUMNS = 8;

  private final LoadedSeries series;
  private final H1 title = new H1();
  private final Paragraph note = new Paragraph();
  private final Button now;
  private final Div progress = new Div();
  private final Span stage = new Span();
  private final Span timeLeft = new Span();
  private final ProgressBar bar = new ProgressBar();

  /**
   * @param series what a detection would look at
   * @param onDetect hears that a detection is wanted
   */
  ReadyToDetect(LoadedSeries series, Runnable onDetect) {
    this.series = series;
    addClassNames("welcome", "ready");
    now = new Button("Detect anomalies", click -> onDetect.run());
    now.addThemeVariants(ButtonVariant.PRIMARY);
    now.addClassName("detect-now");
    LostFocus.goesTo(now);
    // The same stands beside the parameters, where it is read aloud.
    progress.getElement().setAttribute("aria-hidden", "true");
    progress.addClassNames("progress", "progress-over");
    progress.add(new Div(stage, timeLeft), bar);
    Div head = new Div(new Div(title, note), now);
    head.addClassName("ready-head");
    Div picture = new Div(new SeriesPreview(series), progress);
    picture.addClassName("ready-picture");
    add(head, picture, firstRows(series.imported().profile()));
  }

  private static Div firstRows(CsvProfile profile) {
    TextTable table =
        new TextTable(
            profile.columns().stream().limit(COLUMNS).map(CsvColumn::name).toArray(String[]::new));
    profile.preview().stream()
        .limit(ROWS)
        .map(cells -> cells.stream().limit(COLUMNS).toArray(String[]::new))
        .forEach(table::add);
    Div rows = new Div(table);
    rows.addClassName("preview");
    rows.getElement().setAttribute("tabindex", "0");
    rows.getElement().setAttribute("role", "region");
    rows.getElement().setAttribute("aria-label", "The first rows");
    return rows;
  }

  /**
   * Shows whether a detection runs.
   *
   * @param running how far it is; empty: none runs
   */
  void show(Optional<RunProgress> running) {
    String file = series.source().name();
    title.setText(running.isPresent() ? "Looking at " + file + " \u2026" : file + " is ready");
    note.setText(
        running.isPresent()
            ? "The network learns the rhythm of this series. The result appears here."
            : "Press Detect. The parameters suit most series as they are.");
    now.setVisible(running.isEmpty());
    progress.setVisible(running.isPresent());
    running.ifPresent(
        step -> {
          stage.setText(step.stage());
          timeLeft.setText(step.timeLeft());
          bar.setIndeterminate(step.done() < 0);
          bar.setValue(Math.clamp(step.done(), 0, 1));
        });
  }

  /** Whether it is about this series. */
  boolean isOf(LoadedSeries other) {
    return series.equals(other);
  }
}
