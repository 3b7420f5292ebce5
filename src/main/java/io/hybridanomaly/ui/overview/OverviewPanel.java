package io.hybridanomaly.ui.overview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.hybridanomaly.detection.Severity;
import io.hybridanomaly.export.LanePicture;
import io.hybridanomaly.export.OverviewPage;
import io.hybridanomaly.overview.Coincidence;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.overview.Lane;
import io.hybridanomaly.overview.Lanes;
import io.hybridanomaly.overview.Overlay;
import io.hybridanomaly.overview.Overview;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.base.WholeFile;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Many series, the worst first; a click on one opens its result, and a button leads back. It grows
 * while they are judged.
 */
public final class OverviewPanel extends Div {

  /** Coincidences that are listed; the rows mark all. */
  private static final int LISTED = 5;

  private final Consumer<String> onOpen;
  private final Button back;
  private final Div content = new Div();
  private final H2 title = new H2();
  private final Paragraph summary = new Paragraph();
  private final Div heads = new Div();
  private final OrderedList rows = new OrderedList();
  private final Div axis = new Div();
  private final UnorderedList together = new UnorderedList();
  private final Map<String, OverviewRow> rowOf = new HashMap<>();
  private final Set<String> compared = new LinkedHashSet<>();
  private final OverlayPanel overlay = new OverlayPanel();
  private @Nullable SeriesRuns shown;
  private String opened = "";

  /**
   * @param onOpen hears the name of the series whose result the visitor wants to see
   * @param onBack hears that the overview is wanted again
   */
  public OverviewPanel(Consumer<String> onOpen, Runnable onBack) {
    this.onOpen = onOpen;
    back = new Button("Back to all series", click -> onBack.run());
    back.setId("back-to-series");
    setId("series-overview");
    addClassName("series-overview");
    summary.getElement().setAttribute("role", "status");
    heads.addClassName("beside-names");
    rows.addClassName("lanes");
    axis.addClassNames("beside-names", "lane-axis");
    together.addClassName("coincidences");
    content.addClassName("panel-section");
    Div scroller = new Div(heads, rows, axis);
    scroller.addClassName("overview-scroller");
    Paragraph hint =
        new Paragraph(
            "Tick %d to %d series to lay them over each other."
                .formatted(Overlay.FEWEST, Overlay.MOST));
    content.add(title, summary, key(), scroller, hint, overlay, together, download());
    add(back, content);
    setVisible(false);
  }

  /** The overview as one page, as {@code detect --overview} writes it. */
  private Div download() {
    DownloadHandler handler =
        event -> {
          SeriesRuns now = WholeFile.locked(event, () -> Objects.requireNonNull(shown));
          String progress = now.progress();
          String named = now.title() + (progress.isEmpty() ? "" : ": " + progress);
          event.setFileName("overview.html");
          event.setContentType("text/html;charset=utf-8");
          WholeFile.sendText(
              event, out -> OverviewPage.write(named, now.overview(), Map.of(), out));
        };
    Anchor link = new Anchor(handler, "Download the overview");
    link.setId("export-overview");
    link.addClassName("export-link");
    return new Div(link);
  }

  /** What the colours mean. */
  private static Div key() {
    Div key = new Div();
    key.addClassName("overview-key");
    for (Severity severity : Severity.values()) {
      Span name = new Span(severity.text() + (severity == Severity.HIGH ? " severity" : ""));
      name.addClassName(severity.className());
      key.add(name);
    }
    Span several = new Span("several at the same time");
    several.addClassName("key-together");
    key.add(several);
    return key;
  }

  /**
   * Shows what is known of all series.
   *
   * @param runs empty: none were asked for
   * @param run the number of the run whose result is on the page; 0 if none is
   */
  public void show(Optional<SeriesRuns> runs, int run) {
    SeriesRuns now = runs.filter(some -> some.done() > 0).orElse(null);
    SeriesRuns before = shown;
    shown = now;
    setVisible(now != null);
    if (now == null) {
      return;
    }
    if (!now.equals(before)) {
      show(now, before);
    }
    now.runs().forEach(done -> mark(done, run));
  }

  private void mark(SeriesRuns.Done done, int run) {
    OverviewRow row = rowOf.get(done.digest().name());
    if (row != null) {
      row.mark(done.run() == run);
    }
  }

  private void show(SeriesRuns now, @Nullable SeriesRuns before) {
    if (before == null || !before.members().equals(now.members())) {
      rows.removeAll();
      rowOf.clear();
      compared.clear();
    }
    back.setVisible(!now.open());
    content.setVisible(now.open());
    if (now.open()) {
      show(now);
    }
    if (before != null && before.open() != now.open()) {
      moveFocus(now.open());
    }
  }

  /** What had the focus is gone. */
  private void moveFocus(boolean toRows) {
    OverviewRow row = rowOf.get(opened);
    if (toRows && row != null) {
      row.focusButton();
    } else if (!toRows && !opened.isEmpty()) {
      back.focus();
    }
  }

  private void show(SeriesRuns now) {
    Overview overview = now.overview();
    title.setText(now.title());
    String progress = now.progress();
    summary.setText((progress.isEmpty() ? "" : progress + ". ") + overview.summary(Texts.locale()));
    heads.removeAll();
    axis.removeAll();
    together.removeAll();
    int place = 0;
    for (Lanes lanes : overview.lanes()) {
      heads.add(OverviewRow.picture(LanePicture.heads(lanes)));
      LanePicture.axis(lanes).forEach(text -> axis.add(new Span(Texts.dates(text))));
      lanes.coincidences().stream()
          .limit(LISTED)
          .forEach(each -> together.add(new ListItem(sentence(each))));
      for (Lane lane : lanes.rows()) {
        OverviewRow row = rowOf.computeIfAbsent(lane.series().name(), this::newRow);
        row.show(lanes, lane);
        putAt(place, row);
        place++;
      }
    }
    showFailed(overview.failed(), place);
    showOverlay(overview);
  }

  /** Names of series may look like dates and stay. */
  private static String sentence(Coincidence coincidence) {
    String text = coincidence.text();
    return Texts.dates(text) + coincidence.sentence().substring(text.length());
  }

  /** Draws what is ticked, on the axis of the first of them. */
  private void showOverlay(Overview overview) {
    List<String> names = List.copyOf(compared);
    overlay.setVisible(false);
    overview.lanes().stream()
        .filter(lanes -> !names.isEmpty() && holds(lanes, names.getFirst()))
        .findFirst()
        .ifPresent(lanes -> overlay.show(Overlay.of(lanes, names)));
    rowOf.values().forEach(row -> row.allowComparison(compared.size() < Overlay.MOST));
  }

  private static boolean holds(Lanes lanes, String name) {
    return lanes.rows().stream().anyMatch(lane -> lane.series().name().equals(name));
  }

  private void compare(String name, boolean wanted) {
    if (wanted) {
      compared.add(name);
    } else {
      compared.remove(name);
    }
    if (shown != null) {
      showOverlay(shown.overview());
    }
  }

  private void showFailed(List<FailedSeries> failed, int first) {
    int place = first;
    for (FailedSeries each : failed) {
      OverviewRow row = rowOf.computeIfAbsent(each.name(), this::newRow);
      row.show(each);
      putAt(place, row);
      place++;
    }
  }

  private OverviewRow newRow(String name) {
    return new OverviewRow(
        name,
        () -> {
          opened = name;
          onOpen.accept(name);
        },
        wanted -> compare(name, wanted));
  }

  /** A row that stays where it is keeps the focus. */
  private void putAt(int place, OverviewRow row) {
    if (rows.getComponentCount() <= place || !rows.getComponentAt(place).equals(row)) {
      rows.addComponentAtIndex(Math.min(place, rows.getComponentCount()), row);
    }
  }
}
