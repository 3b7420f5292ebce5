package io.hybridanomaly.ui.ledger;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import io.hybridanomaly.export.CsvDialect;
import io.hybridanomaly.export.LedgerTable;
import io.hybridanomaly.export.LedgerWorkbook;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.RowNote;
import io.hybridanomaly.ui.base.CsvChoice;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.base.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the file with all their columns, to be marked, noted and downloaded. */
final class LedgerRows extends Div {

  private static final int LONGEST_NOTE = 500;

  /** Below this width of the window, in pixels, a table of a few columns does not fit. */
  private static final int NARROW = 600;

  private final OriginalRows ledger;
  private final Div downloads;
  private final Map<Integer, RowNote> notes = new HashMap<>();
  private final Span count = new Span();
  private final Grid<Integer> grid = new Grid<>();
  private final List<Grid.Column<Integer>> wide = new ArrayList<>();
  private final Grid.Column<Integer> stacked;
  private @Nullable Registration resizing;
  private int[] shown = new int[0];
  private String why = "";
  private String check = "";

  LedgerRows(Ledger whole) {
    this.ledger = whole.rows();
    addClassName("ledger-rows");
    count.getElement().setAttribute("role", "status");
    downloads =
        new Div(
            download(
                "ledger-xlsx",
                "Download as XLSX",
                ".xlsx",
                (table, dialect, out) -> table.writeWorkbook(out)),
            download("ledger-csv", "Download as CSV", ".csv", LedgerRows::csv));
    downloads.addClassName("ledger-downloads");
    CsvChoice choice = new CsvChoice();
    choice.setId("ledger-csv-format");
    Div bar = new Div(count, downloads, everything(whole), choice);
    bar.addClassName("export-bar");
    grid.setId("ledger-rows");
    grid.getElement().setAttribute("aria-label", "Rows of the file");
    wide.add(grid.addColumn(row -> ledger.lines()[row]).setHeader("Line").setAutoWidth(true));
    for (int column = 0; column < ledger.columns().size(); column++) {
      int place = column;
      wide.add(
          grid.addColumn(row -> ledger.cells(row).get(place))
              .setHeader(ledger.columns().get(column))
              .setAutoWidth(true)
              .setResizable(true));
    }
    wide.add(grid.addComponentColumn(row -> mark(row, "–")).setHeader("Mark").setAutoWidth(true));
    wide.add(grid.addComponentColumn(this::note).setHeader("Note").setAutoWidth(true));
    stacked = grid.addComponentColumn(this::card).setHeader("Rows").setFlexGrow(1);
    fit(0);
    add(bar, grid);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    Page page = event.getUI().getPage();
    fit(page.getExtendedClientDetails().getWindowInnerWidth());
    resizing = page.addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
  }

  @Override
  protected void onDetach(DetachEvent event) {
    super.onDetach(event);
    if (resizing != null) {
      resizing.remove();
    }
  }

  /**
   * In a narrow window the cells of a row stand below each other: nothing lies to the side.
   *
   * @param width of the window in pixels; 0 if it is not known
   */
  void fit(int width) {
    boolean narrow = width > 0 && width < NARROW;
    wide.forEach(column -> column.setVisible(!narrow));
    stacked.setVisible(narrow);
  }

  /** A row of the file with the names of its columns, and what is said of it. */
  private Div card(int row) {
    Div cells = new Div(pair("Line", Long.toString(ledger.lines()[row])));
    cells.addClassName("cells");
    for (int column = 0; column < ledger.columns().size(); column++) {
      cells.add(pair(ledger.columns().get(column), ledger.cells(row).get(column)));
    }
    TextField note = note(row);
    note.setPlaceholder("Note");
    Div said = new Div(mark(row, "No mark"), note);
    said.addClassName("said");
    Div card = new Div(cells, said);
    card.addClassName("ledger-card");
    return card;
  }

  private static Span pair(String name, String cell) {
    Span head = new Span(name);
    head.addClassName("note");
    return new Span(head, new Span(" "), new Span(cell));
  }

  /**
   * Shows rows.
   *
   * @param which in the order of time
   * @param reason why they are listed
   * @param name of the check, for the names of files
   */
  void show(int[] which, String reason, String name) {
    shown = which;
    why = reason;
    check = name;
    downloads.setVisible(which.length > 0);
    count.setText(Texts.count(which.length, "row") + (reason.isEmpty() ? "" : ": " + reason));
    grid.setItems(Arrays.stream(which).boxed().toList());
  }

  /** What was said about rows so far. */
  Map<Integer, RowNote> notes() {
    return Map.copyOf(notes);
  }

  private Select<RowNote.Mark> mark(int row, String none) {
    Select<RowNote.Mark> select = new Select<>();
    select.setItems(RowNote.Mark.values());
    select.setItemLabelGenerator(mark -> mark == RowNote.Mark.NONE ? none : mark.label());
    select.setValue(notes.getOrDefault(row, RowNote.NONE).mark());
    select.setAriaLabel("Mark of line " + ledger.lines()[row]);
    select.addValueChangeListener(
        event ->
            notes.put(
                row, new RowNote(event.getValue(), notes.getOrDefault(row, RowNote.NONE).text())));
    return select;
  }

  private TextField note(int row) {
    TextField field = new TextField();
    field.setMaxLength(LONGEST_NOTE);
    field.setValue(notes.getOrDefault(row, RowNote.NONE).text());
    field.setAriaLabel("Note on line " + ledger.lines()[row]);
    field.addValueChangeListener(
        event ->
            notes.put(
                row, new RowNote(notes.getOrDefault(row, RowNote.NONE).mark(), event.getValue())));
    return field;
  }

  /** Writes a table to a download. */
  @FunctionalInterface
  private interface Format {
    void write(LedgerTable table, CsvDialect dialect, OutputStream out) throws IOException;
  }

  private static void csv(LedgerTable table, CsvDialect dialect, OutputStream out)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    table.writeCsv(dialect, text);
    text.flush();
  }

  /** What a table is made of. */
  private record Wanted(String check, LedgerTable table, CsvDialect dialect) {}

  private Anchor download(String id, String text, String ending, Format format) {
    return link(
        id,
        text,
        event -> {
          Wanted wanted =
              WholeFile.locked(
                  event, () -> new Wanted(check, table(), CsvChoice.of(event.getSession())));
          event.setFileName("ledger-" + wanted.check() + ending);
          WholeFile.send(event, out -> format.write(wanted.table(), wanted.dialect(), out));
        });
  }

  private Anchor everything(Ledger whole) {
    return link(
        "ledger-findings",
        "All findings (XLSX)",
        event -> {
          Map<Integer, RowNote> said = WholeFile.locked(event, () -> Map.copyOf(notes));
          event.setFileName("ledger-findings.xlsx");
          WholeFile.send(event, out -> LedgerWorkbook.write(whole, said, out));
        });
  }

  private static Anchor link(String id, String text, DownloadHandler handler) {
    Anchor anchor = new Anchor(handler, text);
    anchor.setId(id);
    anchor.addClassName("export-link");
    return anchor;
  }

  private LedgerTable table() {
    Map<Integer, String> reasons = new HashMap<>();
    Arrays.stream(shown).forEach(row -> reasons.put(row, why));
    return new LedgerTable(ledger, shown, reasons, notes);
  }
}
