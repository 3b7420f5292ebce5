package io.hybridanomaly.export;

import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.ledger.RowNote;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Rows of a ledger with all their columns, the line of the file that each starts in, why it is
 * listed and what a person says about it.
 *
 * @param ledger the whole ledger
 * @param rows which of its rows, in that order; not copied, must not be changed
 * @param reasons why each row is listed; rows without one have an empty cell
 * @param notes what was said about rows
 */
public record LedgerTable(
    OriginalRows ledger, int[] rows, Map<Integer, String> reasons, Map<Integer, RowNote> notes) {

  /** What a workbook holds on one sheet, with its header. */
  public static final int MOST_ROWS = (1 << 20) - 1;

  /** A number that is none when its zeros in front are gone is an account or a postal code. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,10})?");

  /** With a point it may still be a number of thousands. */
  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,300}(\\.\\d{1,300})?");

  /** Spreadsheets know no earlier days than those of 1900, and count its first months wrongly. */
  private static final String YEAR = "(19(?!00)\\d\\d|20\\d\\d)";

  private static final Pattern ISO_DATE = Pattern.compile(YEAR + "-\\d\\d-\\d\\d");

  private static final Pattern DOTTED_DATE = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\." + YEAR);

  private static final int MOST_DIGITS = 15;

  public LedgerTable {
    reasons = Map.copyOf(reasons);
    notes = Map.copyOf(notes);
  }

  private List<String> header() {
    List<String> names = new ArrayList<>();
    names.add("line");
    names.addAll(ledger.columns());
    names.addAll(List.of("why", "mark", "note"));
    return names;
  }

  /** Behind the columns of the file. */
  private List<String> remarks(int row) {
    RowNote note = notes.getOrDefault(row, RowNote.NONE);
    return List.of(reasons.getOrDefault(row, ""), note.mark().label(), note.text());
  }

  /**
   * Writes the rows as CSV: UTF-8, LF, cells as in the file, but amounts as numbers of the dialect,
   * without thousands separators and currencies. A cell that a spreadsheet could take for a formula
   * gets an apostrophe in front; negative numbers stay as they are.
   *
   * @param dialect separates cells and decimals
   * @param out receives the text; not closed
   */
  public void writeCsv(CsvDialect dialect, Appendable out) throws IOException {
    append(header(), dialect, out);
    for (int row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(Long.toString(ledger.lines()[row]));
      cells.addAll(ledger.cells(row));
      cells.set(1 + ledger.valueColumn(), amount(row, dialect));
      cells.addAll(remarks(row));
      append(cells, dialect, out);
    }
  }

  /** As in the file if that is such a number already, with the zeros at its end. */
  private String amount(int row, CsvDialect dialect) {
    String cell = ledger.cells(row).get(ledger.valueColumn());
    double value = ledger.values()[row];
    boolean plain =
        dialect == CsvDialect.COMMA
            && PLAIN.matcher(cell).matches()
            && Double.parseDouble(cell) == value;
    return plain ? cell : dialect.number(value);
  }

  private static void append(List<String> cells, CsvDialect dialect, Appendable out)
      throws IOException {
    String separator = "";
    for (String cell : cells) {
      out.append(separator).append(dialect.cell(cell));
      separator = String.valueOf(dialect.separator());
    }
    out.append('\n');
  }

  /**
   * Writes the rows as an Excel workbook with one sheet. Amounts and plain numbers are numbers,
   * days in the date columns are dates, all else in those is text, years and counts of seconds too;
   * all other cells are text, which is never calculated.
   *
   * @param out receives the bytes; not closed
   * @throws IllegalArgumentException if there are more rows than a sheet holds
   */
  public void writeWorkbook(OutputStream out) throws IOException {
    if (rows.length > MOST_ROWS) {
      throw new IllegalArgumentException("A sheet holds %d rows.".formatted(MOST_ROWS));
    }
    Workbook book = new Workbook(out, "HybridAnomaly", "1.0");
    write(book.newWorksheet("Rows"), rows.length);
    book.finish();
  }

  /**
   * Fills a sheet.
   *
   * @param count how many rows are written, the first ones
   */
  void write(Worksheet sheet, int count) {
    List<String> header = header();
    for (int column = 0; column < header.size(); column++) {
      sheet.value(0, column, printable(header.get(column)));
    }
    sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
    sheet.freezePane(0, 1);
    for (int i = 0; i < count; i++) {
      write(rows[i], i + 1, sheet);
    }
  }

  private void write(int row, int line, Worksheet sheet) {
    sheet.value(line, 0, ledger.lines()[row]);
    List<String> cells = ledger.cells(row);
    int column = 1;
    for (int i = 0; i < ledger.columns().size(); i++, column++) {
      String cell = cells.get(i);
      if (i == ledger.valueColumn()) {
        sheet.value(line, column, ledger.values()[row]);
      } else if (ledger.dateColumns().contains(i)) {
        time(cell, line, column, sheet);
      } else if (isNumber(cell)) {
        sheet.value(line, column, Double.parseDouble(cell));
      } else {
        sheet.value(line, column, printable(cell));
      }
    }
    for (String remark : remarks(row)) {
      sheet.value(line, column++, printable(remark));
    }
  }

  private void time(String cell, int line, int column, Worksheet sheet) {
    Optional<LocalDate> day = date(cell);
    if (day.isPresent()) {
      sheet.value(line, column, day.get());
      sheet.style(line, column).format("yyyy-mm-dd").set();
    } else {
      sheet.value(line, column, printable(cell));
    }
  }

  /**
   * A day with hyphens, or with dots in the order in which the column was read; one with slashes or
   * with a time of day stays text.
   */
  private Optional<LocalDate> date(String cell) {
    Matcher iso = ISO_DATE.matcher(cell.strip());
    Matcher dotted = DOTTED_DATE.matcher(cell.strip());
    try {
      if (iso.matches()) {
        return Optional.of(LocalDate.parse(iso.group()));
      }
      return dotted.matches() ? dotted(dotted) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<LocalDate> dotted(Matcher cell) {
    int first = Integer.parseInt(cell.group(1));
    int second = Integer.parseInt(cell.group(2));
    int year = Integer.parseInt(cell.group(3));
    return switch (ledger.dateOrder()) {
      case DAY_MONTH -> Optional.of(LocalDate.of(year, second, first));
      case MONTH_DAY -> Optional.of(LocalDate.of(year, first, second));
      case YEAR_FIRST, AUTO -> Optional.empty();
    };
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches()
        && cell.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
  }

  /** What XML 1.0 cannot say would make the workbook unreadable. */
  private static String printable(String text) {
    return text.replaceAll(
        "[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ");
  }
}
