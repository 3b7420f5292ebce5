package io.hybridanomaly.ui.runs;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.evaluation.RunComparison;
import io.hybridanomaly.evaluation.RunComparison.Change;
import io.hybridanomaly.evaluation.RunComparison.Kind;
import io.hybridanomaly.export.SettingsTable;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two runs side by side: their settings, and what became of each anomaly. */
final class ComparisonView extends Div {

  /** Changes that are listed; the others are counted. */
  private static final int LISTED = 200;

  private final CompletedRun first;
  private final CompletedRun second;

  /**
   * @param first the run that is compared with
   * @param second the run that is shown
   */
  ComparisonView(CompletedRun first, CompletedRun second) {
    this.first = first;
    this.second = second;
    setId("run-comparison");
    addClassName("run-comparison");
    if (!first.isComparableWith(second)) {
      add(
          settings(),
          new Paragraph(
              "One of these runs has dates and the other row numbers, so their anomalies cannot be"
                  + " matched."));
      return;
    }
    RunComparison comparison = first.comparedWith(second);
    Paragraph summary =
        new Paragraph(
            "%s the same, %s moved, %s appeared, %s vanished."
                .formatted(
                    Texts.count(comparison.count(Kind.SAME)),
                    Texts.count(comparison.count(Kind.MOVED)),
                    Texts.count(comparison.count(Kind.APPEARED)),
                    Texts.count(comparison.count(Kind.VANISHED))));
    summary.getElement().setAttribute("role", "status");
    add(summary, scrolling(settings(), "Settings side by side"));
    if (!comparison.changes().isEmpty()) {
      add(scrolling(changes(comparison), "Anomalies side by side"));
    }
    int more = comparison.changes().size() - LISTED;
    if (more > 0) {
      add(new Paragraph("%s more are not listed.".formatted(Texts.count(more))));
    }
  }

  private static Div scrolling(NativeTable table, String label) {
    Div scroller = new Div(table);
    scroller.addClassName("table-scroller");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", label);
    return scroller;
  }

  private NativeTable settings() {
    NativeTable table = table(List.of("Setting", "Compared with", "Shown"));
    Map<String, String> before = rows(first);
    Map<String, String> after = rows(second);
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      String a = before.getOrDefault(name, "");
      String b = after.getOrDefault(name, "");
      NativeTableRow row = row(List.of(name, a, b));
      if (!a.equals(b)) {
        row.addClassName("differs");
      }
      table.getBody().add(row);
    }
    return table;
  }

  private static Map<String, String> rows(CompletedRun run) {
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("File", run.analysis().file().name());
    rows.put("Series", run.loaded().title());
    rows.putAll(SettingsTable.rows(run.result()));
    rows.put("Anomalies", Texts.count(run.result().anomalies().size()));
    return rows;
  }

  private NativeTable changes(RunComparison comparison) {
    NativeTable table = table(List.of("Anomaly", "Compared with", "Shown"));
    TimeText before = Texts.times(first.series().times());
    TimeText after = Texts.times(second.series().times());
    comparison.changes().stream()
        .limit(LISTED)
        .forEach(
            change -> {
              NativeTableRow row =
                  row(List.of("", span(before, change.first()), span(after, change.second())));
              ((NativeTableCell) row.getChildren().findFirst().orElseThrow()).add(badge(change));
              table.getBody().add(row);
            });
    return table;
  }

  private static Span badge(Change change) {
    Span badge = new Span(change.kind().name().toLowerCase(Locale.ROOT));
    badge.addClassNames("badge", "change-" + change.kind().name().toLowerCase(Locale.ROOT));
    return badge;
  }

  private static String span(TimeText times, @Nullable Anomaly anomaly) {
    return anomaly == null
        ? ""
        : times.of(anomaly.segment().from()) + " to " + times.of(anomaly.segment().last());
  }

  private static NativeTable table(List<String> headers) {
    NativeTable table = new NativeTable();
    table.addClassName("plain-table");
    NativeTableRow head = new NativeTableRow();
    headers.forEach(text -> head.add(new NativeTableHeaderCell(text)));
    table.getHead().add(head);
    return table;
  }

  private static NativeTableRow row(List<String> cells) {
    NativeTableRow row = new NativeTableRow();
    cells.forEach(text -> row.add(new NativeTableCell(text)));
    return row;
  }
}
