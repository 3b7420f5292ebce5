package io.hybridanomaly.ui.ledger;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadHandler;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Rows of the file with all their columns, to be marked, noted and downloaded. */
final class LedgerRows extends Div {

  private static final int LONGEST_NOTE = 500;

  private final OriginalRows ledger;
  private final Div downloads;
  private final Map<Integer, RowNote> notes = new HashMap<>();
  private final Span count = new Span();
  private final Grid<Integer> grid = new Grid<>();
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
    grid.addColumn(row -> ledger.lines()[row]).setHeader("Line").setAutoWidth(true);
    for (int column = 0; column < ledger.columns().size(); column++) {
      int place = column;
      grid.addColumn(row -> ledger.cells(row).get(place))
          .setHeader(ledger.columns().get(column))
          .setAutoWidth(true)
          .setResizable(true);
    }
    grid.addComponentColumn(this::mark).setHeader("Mark").setAutoWidth(true);
    grid.addComponentColumn(this::note).setHeader("Note").setAutoWidth(true);
    add(bar, grid);
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

  private Select<RowNote.Mark> mark(int row) {
    Select<RowNote.Mark> select = new Select<>();
    select.setItems(RowNote.Mark.values());
    select.setItemLabelGenerator(mark -> mark == RowNote.Mark.NONE ? "–" : mark.label());
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
