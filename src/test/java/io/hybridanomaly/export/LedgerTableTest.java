package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.RowNote;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a ledger as files that spreadsheets open. */
class LedgerTableTest {

  private static final String S = "\u001F";

  private static LedgerTable table() {
    OriginalRows rows =
        new OriginalRows(
            List.of("date", "amount", "account", "text"),
            List.of(0),
            DateOrder.YEAR_FIRST,
            1,
            new double[] {-5, 1234.5, 3},
            new long[] {2, 3, 7},
            new String[] {
              "2024-01-01" + S + "-5" + S + "0400" + S + "=SUM(A1)",
              "2024-01-02" + S + "1.234,50" + S + "12" + S + "a \"b\", c",
              "2024-01-03" + S + "3" + S + "12345678901234567890" + S + "\u0001",
            });
    return new LedgerTable(
        rows,
        new int[] {2, 0, 1},
        Map.of(0, "first two digits 50"),
        Map.of(1, new RowNote(RowNote.Mark.SUSPICIOUS, "+ask\nthem")));
  }

  @Test
  void csvKeepsNumbersAndStopsFormulas() throws Exception {
    StringBuilder out = new StringBuilder();
    table().writeCsv(CsvDialect.COMMA, out);
    assertThat(out.toString())
        .isEqualTo(
            """
            line,date,amount,account,text,why,mark,note
            7,2024-01-03,3,12345678901234567890,\u0001,,,
            2,2024-01-01,-5,0400,'=SUM(A1),first two digits 50,,
            3,2024-01-02,1234.5,12,"a ""b"", c",,suspicious,"'+ask
            them"
            """);
  }

  /** Amounts as the spreadsheet reads them; all other cells as in the file. */
  @Test
  void csvForSpreadsheetsWithDecimalCommas() throws Exception {
    StringBuilder out = new StringBuilder();
    table().writeCsv(CsvDialect.SEMICOLON, out);
    assertThat(out.toString())
        .isEqualTo(
            """
            line;date;amount;account;text;why;mark;note
            7;2024-01-03;3;12345678901234567890;\u0001;;;
            2;2024-01-01;-5;0400;'=SUM(A1);first two digits 50;;
            3;2024-01-02;1234,5;12;"a ""b"", c";;suspicious;"'+ask
            them"
            """);
  }

  @Test
  void aWorkbookHasNumbersAsNumbersAndNoFormulas() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table().writeWorkbook(out);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(4);
      assertThat(rows.get(0).getCellText(5)).isEqualTo("why");
      Row minus = rows.get(2);
      assertThat(minus.getCellAsNumber(2))
          .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("-5"));
      assertThat(minus.getCell(3).getType()).isEqualTo(CellType.STRING);
      assertThat(minus.getCell(4).getText()).isEqualTo("=SUM(A1)");
      assertThat(minus.stream().map(Cell::getType)).doesNotContain(CellType.FORMULA);
      assertThat(rows.get(3).getCell(2).asNumber()).isEqualByComparingTo("1234.5");
      assertThat(rows.get(3).getCell(3).getType()).isEqualTo(CellType.NUMBER);
      assertThat(rows.get(1).getCell(3).getText()).isEqualTo("12345678901234567890");
      assertThat(rows.get(1).getCell(3).getType()).isEqualTo(CellType.STRING);
    }
  }

  @Test
  void allFindingsAreOneWorkbookWithASheetForEachCheck() throws Exception {
    StringBuilder csv = new StringBuilder("date,amount,a/b,a:b\n");
    for (int i = 0; i < 100; i++) {
      csv.append("2024-01-%02d,%d.5,x%d,y%n".formatted(1 + i / 10, 1 + i % 40, i % 99));
    }
    Ledger ledger = new Ledger(rows(csv.toString()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LedgerWorkbook.write(
        ledger, Map.of(7, new RowNote(RowNote.Mark.SUSPICIOUS, "ask"), 8, RowNote.NONE), out);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<String> names = book.getSheets().map(Sheet::getName).toList();
      assertThat(names)
          .startsWith("Findings", "Suspects", "First digit")
          .contains(
              "Copies",
              "Same amount",
              "Same amount and date",
              "Same amount and a b",
              "Same amount and a b 2",
              "Round amounts")
          .endsWith("Below a limit", "Marked");
      List<Row> marked = book.findSheet("Marked").orElseThrow().read();
      assertThat(marked).hasSize(2);
      assertThat(marked.get(1).getCellText(5)).isEqualTo("marked as suspicious");
      assertThat(marked.get(1).getCellText(6)).isEqualTo("suspicious");
      assertThat(marked.get(1).getCell(1).asDate()).isEqualTo("2024-01-01T00:00:00");
      List<Row> largest = book.findSheet("Largest amounts").orElseThrow().read();
      assertThat(largest.get(1).getCellText(5)).isEqualTo("number 1 of the largest amounts");
      // Amounts 1.5 to 20.5 stand three times, the others twice.
      List<Row> same = book.findSheet("Same amount").orElseThrow().read();
      assertThat(same).hasSize(101);
      assertThat(same.get(1).getCellText(5)).isEqualTo("one of 3");
      assertThat(book.findSheet("Same amount and a b").orElseThrow().read()).hasSize(1);
      List<Row> digits = book.findSheet("First digit").orElseThrow().read();
      assertThat(digits).hasSize(10);
      assertThat(digits.getFirst().getCellText(3))
          .isEqualTo("z, standard deviations from what is expected");
      assertThat(digits.get(1).getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("30.1");
      assertThat(book.findSheet("Findings").orElseThrow().read())
          .extracting(row -> row.getCellText(0))
          .containsExactly("worth a look", "no check found more than chance explains");
    }
  }

  @Test
  void daysAreDatesIfTheyCanBeReadInOneWayOnly() throws Exception {
    List<Row> read =
        days(
            DateOrder.DAY_MONTH,
            "29.02.2024",
            "2024-03-05",
            "03/04/2024",
            "31.02.2024",
            "2024-03-05 10:00");
    assertThat(read.get(1).getCell(1).asDate()).isEqualTo("2024-02-29T00:00:00");
    assertThat(read.get(2).getCell(1).asDate()).isEqualTo("2024-03-05T00:00:00");
    assertThat(read.subList(3, 6))
        .extracting(row -> row.getCellText(1))
        .containsExactly("03/04/2024", "31.02.2024", "2024-03-05 10:00");
  }

  /** As the column was read; where that says nothing of dots, they stay text. */
  @Test
  void dotsAreReadInTheOrderOfTheColumn() throws Exception {
    List<Row> read = days(DateOrder.MONTH_DAY, "01.05.2024", "29.02.2024");
    assertThat(read.get(1).getCell(1).asDate()).isEqualTo("2024-01-05T00:00:00");
    assertThat(read.get(2).getCellText(1)).isEqualTo("29.02.2024");
    assertThat(days(DateOrder.YEAR_FIRST, "01.05.2024").get(1).getCellText(1))
        .isEqualTo("01.05.2024");
    StringBuilder csv = new StringBuilder("date,amount\n");
    for (int day = 1; day <= 28; day++) {
      csv.append("01.%02d.2024,%d%n".formatted(day, 3 * day));
    }
    assertThat(rows(csv.toString()).dateOrder()).isEqualTo(DateOrder.MONTH_DAY);
  }

  /** As numbers with the format of a date they would be shown as days of other centuries. */
  @ParameterizedTest
  @ValueSource(strings = {"20240105", "2024", "1704412800", "45296"})
  void timesThatAreWrittenAsNumbersAreText(String cell) throws Exception {
    List<Row> read = days(DateOrder.DAY_MONTH, cell, "2024-01-05");
    assertThat(read.get(1).getCell(1).getType()).isEqualTo(CellType.STRING);
    assertThat(read.get(1).getCellText(1)).isEqualTo(cell);
    assertThat(read.get(1).getCell(1).getDataFormatString()).isNotEqualTo("yyyy-mm-dd");
    assertThat(read.get(2).getCell(1).getDataFormatString()).isEqualTo("yyyy-mm-dd");
  }

  /** The sheet of rows with these cells in the date column. */
  private static List<Row> days(DateOrder order, String... cells) throws Exception {
    OriginalRows rows =
        new OriginalRows(
            List.of("day", "amount"),
            List.of(0),
            order,
            1,
            new double[cells.length],
            new long[cells.length],
            Arrays.stream(cells).map(cell -> cell + S + "1").toArray(String[]::new));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int[] all = IntStream.range(0, cells.length).toArray();
    new LedgerTable(rows, all, Map.of(), Map.of()).writeWorkbook(out);
    ReadingOptions formats = new ReadingOptions(true, false);
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()), formats)) {
      return book.getFirstSheet().read();
    }
  }

  /** 1.234 of a German file is a thousand, 12.50 of an English one stays as it is. */
  @Test
  void amountsAreNumbersOfTheDialect() throws Exception {
    OriginalRows rows =
        new OriginalRows(
            List.of("amount"),
            List.of(),
            DateOrder.AUTO,
            0,
            new double[] {1234, 12.5, 1000, -3.5},
            new long[] {2, 3, 4, 5},
            new String[] {"1.234", "12.50", "1,000.00 €", "-3,50"});
    StringBuilder out = new StringBuilder();
    new LedgerTable(rows, new int[] {0, 1, 2, 3}, Map.of(), Map.of())
        .writeCsv(CsvDialect.COMMA, out);
    assertThat(out.toString().lines().map(line -> line.replaceFirst(",,,$", "")))
        .containsExactly("line,amount,why,mark,note", "2,1234", "3,12.50", "4,1000", "5,-3.5");
  }

  private static OriginalRows rows(String csv) throws Exception {
    return CsvImporter.rows(
        TextSource.of("ledger.csv", csv), ImportOptions.defaults().withValueColumn("amount"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-5 | -5",
        "+5 | +5",
        "-1.234,50 | -1.234,50",
        "-3e5 | -3e5",
        "-5 % | -5 %",
        "-5-1 | '-5-1",
        "-x | '-x",
        "+49 30 123 | '+49 30 123",
        "@SUM(A1) | '@SUM(A1)",
        "=1 | '=1",
        "a=1 | a=1",
      })
  void aNumberIsNoFormula(String cell, String expected) {
    assertThat(SafeCell.text(cell)).isEqualTo(expected);
    assertThat(SafeCell.text("  =1")).isEqualTo("'  =1");
  }
}
