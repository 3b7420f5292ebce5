package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Gaps;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.ConstantStretch;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.read.DroppedRows;
import io.hybridanomaly.importing.read.ImportProblem;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** The check of the data: what was read, what was left out and why, and what it looks like. */
final class FileSummary extends Div {

  private static final int PREVIEW_ROWS = 8;

  /** Each cell costs the page some 200 bytes before anybody has looked at it. */
  private static final int PREVIEW_COLUMNS = 50;

  /** Of a cell or a name, in characters. */
  private static final int LONGEST_SHOWN = 120;

  private final DescriptionList facts = new DescriptionList();

  FileSummary(LoadedSeries loaded) {
    setId("file-summary");
    addClassName("file-summary");
    TimeSeries series = loaded.imported().series();
    ImportSummary summary = loaded.imported().summary();
    Paragraph title = new Paragraph(loaded.source().name());
    title.addClassName("file-name");
    Paragraph rows = new Paragraph(read(loaded.dataset().summary()));
    rows.addClassName("file-rows");
    add(title, rows, new Thumbnail(series), facts);
    addFacts(series, summary);
    addDropped(summary);
    addList("What was decided and changed", summary.notes());
    addPreview(loaded.imported().profile());
  }

  private static String read(DataSummary summary) {
    String rows = summary.rowsText(Texts.locale());
    return summary.part().isPresent() ? rows : rows + " read";
  }

  private void addFacts(TimeSeries series, ImportSummary summary) {
    TimeText times = Texts.times(series.times());
    fact("Time", times.of(0) + " to " + times.of(series.size() - 1));
    summary.step().ifPresent(step -> fact("Step", step.described()));
    Gaps.of(series.times(), summary.step())
        .ifPresent(gaps -> fact("Gaps", gaps.text(Texts.locale())));
    fact("Values", values(summary));
    fact(
        "Missing",
        summary.missingValues() == 0
            ? "none"
            : "%s (%s)"
                .formatted(
                    Texts.count(summary.missingValues(), "value"),
                    Texts.finePercent((double) summary.missingValues() / summary.rowsRead())));
    if (summary.duplicateTimes() > 0) {
      fact("Equal times", Texts.count(summary.duplicateTimes(), "row"));
    }
    if (!summary.constantStretches().isEmpty()) {
      ConstantStretch longest = summary.constantStretches().getFirst();
      fact(
          "Constant",
          "%s of %s from %s"
              .formatted(
                  Texts.count(longest.length(), "point"),
                  Texts.value(longest.value()),
                  times.of(longest.start())));
    }
  }

  /** Zero has no order of magnitude, and a sign none of its own. */
  static String values(ImportSummary summary) {
    String range = Texts.value(summary.minimum()) + " to " + Texts.value(summary.maximum());
    double tenths = Math.round(summary.ordersOfMagnitude() * 10);
    if (tenths == 0) {
      boolean zeros = summary.minimum() <= 0 && summary.maximum() >= 0;
      return range + (zeros ? ", those other than 0" : "") + ", all of one order of magnitude";
    }
    String number = Texts.value(tenths / 10);
    String orders = number + (number.equals("1") ? " order" : " orders") + " of magnitude";
    if (summary.minimum() > 0 || summary.maximum() < 0) {
      return "%s, %s from the smallest to the largest".formatted(range, orders);
    }
    return summary.minimum() == 0
        ? "%s, %s among those above 0".formatted(range, orders)
        : "%s, %s among those other than 0, whatever their sign".formatted(range, orders);
  }

  private void fact(String name, String text) {
    facts.add(new DescriptionList.Term(name), new DescriptionList.Description(text));
  }

  private void addDropped(ImportSummary summary) {
    if (summary.rowsDropped() == 0) {
      return;
    }
    UnorderedList reasons = new UnorderedList();
    for (DroppedRows dropped : summary.dropped()) {
      String lines =
          dropped.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
      reasons.add(
          new ListItem(
              "%s with %s (first on line %s)"
                  .formatted(Texts.count(dropped.count(), "row"), dropped.reason().text(), lines)));
    }
    for (ImportProblem problem : summary.problems()) {
      reasons.add(new ListItem(problem.sentence()));
    }
    add(new Details(Texts.count(summary.rowsDropped(), "row") + " left out", reasons));
  }

  private void addList(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      UnorderedList list = new UnorderedList();
      sentences.forEach(sentence -> list.add(new ListItem(sentence)));
      add(new Details(title, list));
    }
  }

  /** The beginning of a text of a file that may be as long as the file allows. */
  static String cut(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + " …";
  }

  private void addPreview(CsvProfile profile) {
    NativeTable table = new NativeTable();
    NativeTableRow head = new NativeTableRow();
    profile.columns().stream()
        .limit(PREVIEW_COLUMNS)
        .forEach(column -> head.add(new NativeTableHeaderCell(cut(column.name()))));
    int more = profile.columns().size() - PREVIEW_COLUMNS;
    if (more > 0) {
      head.add(new NativeTableHeaderCell("and %s more columns".formatted(Texts.count(more))));
    }
    table.getHead().add(head);
    profile.preview().stream()
        .limit(PREVIEW_ROWS)
        .forEach(
            cells -> {
              NativeTableRow row = new NativeTableRow();
              cells.stream()
                  .limit(PREVIEW_COLUMNS)
                  .forEach(cell -> row.add(new NativeTableCell(cut(cell))));
              table.getBody().add(row);
            });
    Div scroller = new Div(table);
    scroller.addClassName("preview");
    scroller.getElement().setAttribute("tabindex", "0");
    scroller.getElement().setAttribute("role", "region");
    scroller.getElement().setAttribute("aria-label", "The first rows of the file");
    add(new Details("First rows", scroller));
  }
}
