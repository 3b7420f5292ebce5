package io.hybridanomaly.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.PageState.Preliminary;
import io.hybridanomaly.ui.base.DetectAll;
import io.hybridanomaly.ui.base.LostFocus;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.base.TextTable;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.result.PreliminaryList;
import io.hybridanomaly.ui.result.SeriesPreview;
import io.hybridanomaly.ui.run.RunProgress;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stands in place of a result while a series waits to be looked at, and while it is: the series
 * itself, with the progress over it, and the first rows of the file. What a detection has found
 * before its networks have learned is marked in it and listed beside it.
 */
final class ReadyToDetect extends Div {

  private static final int ROWS = 5;
  private static final int COLUMNS = 8;

  private final LoadedSeries series;
  private final SeriesPreview preview;
  private final Consumer<Optional<Anomaly>> onSelect;
  private final H1 title = new H1();
  private final Paragraph note = new Paragraph();
  private final Span foundText = new Span();
  private final Div found = new Div(PreliminaryList.badge(), foundText);
  private final Button now;
  private final Div buttons = new Div();
  private final Div progress = new Div();
  private final Span stage = new Span();
  private final Span timeLeft = new Span();
  private final ProgressBar bar = new ProgressBar();
  private Optional<PreliminaryList> list = Optional.empty();
  private Optional<DetectionResult> result = Optional.empty();

  /**
   * @param series what a detection would look at
   * @param onDetect hears that a detection is wanted
   * @param onSelect hears which anomaly is looked at
   */
  ReadyToDetect(LoadedSeries series, Runnable onDetect, Consumer<Optional<Anomaly>> onSelect) {
    this.series = series;
    this.onSelect = onSelect;
    preview = new SeriesPreview(series, anomaly -> onSelect.accept(Optional.of(anomaly)));
    addClassNames("welcome", "ready");
    now = new Button("Detect anomalies", click -> onDetect.run());
    now.addThemeVariants(ButtonVariant.PRIMARY);
    now.addClassName("detect-now");
    LostFocus.goesTo(now);
    // The same stands beside the parameters, where it is read aloud.
    progress.getElement().setAttribute("aria-hidden", "true");
    progress.addClassNames("progress", "progress-over");
    progress.add(new Div(stage, timeLeft), bar);
    found.setId("preliminary");
    found.addClassName("preliminary");
    found.getElement().setAttribute("role", "status");
    buttons.add(now);
    if (Members.TABLES.count(series) > 1) {
      buttons.add(detectAll());
    }
    buttons.addClassName("ready-buttons");
    Div head = new Div(new Div(title, note, found), buttons);
    head.addClassName("ready-head");
    Div picture = new Div(preview, progress);
    picture.addClassName("ready-picture");
    add(head, picture, firstRows(series.imported().profile()));
  }

  /** Who brought several files is offered all of them as plainly as this one. */
  private Button detectAll() {
    Button all =
        new Button(
            Members.TABLES.offer(series),
            click ->
                click.getSource().getUI().ifPresent(page -> DetectAll.on(page, Members.TABLES)));
    all.addThemeVariants(ButtonVariant.PRIMARY);
    all.addClassName("detect-all-now");
    return all;
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

  /** Shows whether a detection runs, how far it is, and what it has found already. */
  void show(PageState state) {
    Optional<RunProgress> running = state.progress();
    String file = series.source().name();
    title.setText(running.isPresent() ? "Looking at " + file + " \u2026" : file + " is ready");
    note.setText(
        running.isPresent()
            ? "The network learns the rhythm of this series. The result appears here."
            : advice());
    buttons.setVisible(running.isEmpty());
    progress.setVisible(running.isPresent());
    running.ifPresent(
        step -> {
          stage.setText(step.stage());
          timeLeft.setText(step.timeLeft());
          bar.setIndeterminate(step.done() < 0);
          bar.setValue(Math.clamp(step.done(), 0, 1));
        });
    showFound(state.preliminary(), running.isPresent());
  }

  private String advice() {
    String fit = "The parameters suit most series as they are.";
    String among = Members.TABLES.among(series);
    return among.isEmpty()
        ? "Press Detect. " + fit
        : "It is %s: \u201cDetect anomalies\u201d looks at it alone. %s".formatted(among, fit);
  }

  private void showFound(Optional<Preliminary> preliminary, boolean running) {
    result = preliminary.map(Preliminary::result);
    Optional<Anomaly> selected = preliminary.flatMap(Preliminary::selected);
    found.setVisible(result.isPresent());
    note.setVisible(result.isEmpty());
    setClassName("with-preliminary", result.isPresent());
    preview.show(result, selected);
    list = result.map(anomalies -> list.orElseGet(() -> listOf(anomalies)));
    result.ifPresent(
        shown -> {
          foundText.setText(sentence(shown.anomalies().size(), running));
          list.orElseThrow().show(shown, selected);
        });
  }

  private static String sentence(int anomalies, boolean running) {
    String count = anomalies == 0 ? "nothing abnormal" : Texts.count(anomalies, "anomaly");
    return running
        ? count
            + " so far, found without the network, which is still learning. The final result"
            + " replaces this one."
        : count
            + ", found without the network: its part was cancelled. Press Detect for the final"
            + " result.";
  }

  private PreliminaryList listOf(DetectionResult first) {
    return new PreliminaryList(
        series.series(), first.components().applicability().weight() > 0, this::selectAndZoom);
  }

  private void selectAndZoom(Anomaly anomaly) {
    onSelect.accept(Optional.of(anomaly));
    result.ifPresent(shown -> preview.zoomAround(anomaly, shown.components().window()));
  }

  /** The list of what was found already, to be shown beside it. */
  Optional<PreliminaryList> list() {
    return list;
  }

  /** The stretch that the visitor looks at, if something was found there already. */
  Optional<Segment> zoomed() {
    return list.isPresent() ? preview.zoomed() : Optional.empty();
  }

  /** Whether it is about this series. */
  boolean isOf(LoadedSeries other) {
    return series.equals(other);
  }
}
