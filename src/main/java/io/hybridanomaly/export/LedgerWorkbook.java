package io.hybridanomaly.export;

import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.ledger.DigitTest;
import io.hybridanomaly.ledger.DuplicateGroup;
import io.hybridanomaly.ledger.Finding;
import io.hybridanomaly.ledger.JustBelow;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.RoundAmounts;
import io.hybridanomaly.ledger.RowNote;
import io.hybridanomaly.series.NumberText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Everything that was found in a ledger as one Excel workbook: a sheet for each check, and one with
 * the rows that a person marked or noted.
 */
public final class LedgerWorkbook {

  private static final int LONGEST_NAME = 31;

  /** Figures are as fine as on the page. */
  private static final double TENTHS = 10;

  private static final double HUNDREDTHS = 100;

  private final Ledger ledger;
  private final Map<Integer, RowNote> notes;
  private final Workbook book;
  private final Set<String> names = new HashSet<>();

  private LedgerWorkbook(Ledger ledger, Map<Integer, RowNote> notes, OutputStream out) {
    this.ledger = ledger;
    this.notes = notes;
    this.book = new Workbook(out, "HybridAnomaly", "1.0");
  }

  /**
   * Writes the workbook. A check that found no rows has a sheet with nothing but the header.
   *
   * @param notes what was said about rows
   * @param out receives the bytes; not closed
   */
  public static void write(Ledger ledger, Map<Integer, RowNote> notes, OutputStream out)
      throws IOException {
    LedgerWorkbook workbook = new LedgerWorkbook(ledger, notes, out);
    workbook.findings();
    workbook.suspects();
    for (Digits digits : Digits.values()) {
      workbook.digits(ledger.digits(digits));
    }
    workbook.duplicates("Copies", ledger.copies());
    workbook.duplicates("Same amount", ledger.duplicates());
    OriginalRows rows = ledger.rows();
    if (!rows.dateColumns().isEmpty()) {
      workbook.duplicates("Same amount and date", ledger.duplicatesByDate());
    }
    for (int column : ledger.otherColumns()) {
      workbook.duplicates(
          "Same amount and " + rows.columns().get(column), ledger.duplicatesBy(column));
    }
    workbook.largest();
    workbook.round();
    workbook.belowLimit();
    workbook.marked();
    workbook.book.finish();
  }

  /** The sentences that a reader needs first. */
  private void findings() {
    Worksheet sheet = sheet("Findings");
    sheet.value(0, 0, "worth a look");
    sheet.range(0, 0, 0, 0).style().bold().set();
    int line = 1;
    for (Finding finding : ledger.findings()) {
      sheet.value(line++, 0, finding.text(Locale.ENGLISH));
    }
    if (line == 1) {
      sheet.value(line, 0, "no check found more than chance explains");
    }
  }

  private void suspects() {
    DigitTest test = ledger.digits(Digits.FIRST_TWO);
    Map<Integer, String> reasons = new HashMap<>();
    for (DigitTest.Bar bar : ledger.suspectDigits()) {
      for (int row : test.rows(bar.category())) {
        reasons.put(row, "first two digits " + bar.label());
      }
    }
    rows("Suspects", ledger.suspects(), reasons);
  }

  private void digits(DigitTest test) {
    Worksheet sheet = sheet(test.statistics().digits().label());
    List<String> header =
        List.of("digits", "rows", "expected", "z, standard deviations from what is expected");
    for (int column = 0; column < header.size(); column++) {
      sheet.value(0, column, header.get(column));
    }
    sheet.range(0, 0, 0, header.size() - 1).style().bold().set();
    int line = 1;
    for (DigitTest.Bar bar : test.bars()) {
      sheet.value(line, 0, bar.label());
      sheet.value(line, 1, bar.count());
      sheet.value(line, 2, Math.round(TENTHS * bar.expected()) / TENTHS);
      sheet.value(line++, 3, Math.round(HUNDREDTHS * bar.z()) / HUNDREDTHS);
    }
  }

  private void duplicates(String name, List<DuplicateGroup> groups) {
    Map<Integer, String> reasons = new HashMap<>();
    for (DuplicateGroup group : groups) {
      for (int row : group.rows()) {
        reasons.put(row, "one of %d".formatted(group.rows().length));
      }
    }
    int[] all = groups.stream().flatMapToInt(group -> Arrays.stream(group.rows())).toArray();
    rows(name, all, reasons);
  }

  private void largest() {
    int[] largest = ledger.largest();
    Map<Integer, String> reasons = new HashMap<>();
    for (int i = 0; i < largest.length; i++) {
      reasons.put(largest[i], "number %d of the largest amounts".formatted(i + 1));
    }
    rows("Largest amounts", largest, reasons);
  }

  /** Each row with the largest round number that it is a multiple of. */
  private void round() {
    Map<Integer, String> reasons = new HashMap<>();
    for (RoundAmounts round : ledger.roundAmounts()) {
      for (int row : round.rows()) {
        reasons.put(row, "multiple of " + NumberText.count(round.step()));
      }
    }
    rows("Round amounts", sorted(reasons), reasons);
  }

  private void belowLimit() {
    Map<Integer, String> reasons = new HashMap<>();
    ledger.suggestedLimit().ifPresent(below -> addReasons(below, reasons));
    rows("Below a limit", sorted(reasons), reasons);
  }

  private static void addReasons(JustBelow below, Map<Integer, String> reasons) {
    for (int row : below.rows()) {
      reasons.put(row, "just below " + NumberText.of(below.limit()));
    }
  }

  private void marked() {
    Map<Integer, String> reasons = new HashMap<>();
    notes.forEach(
        (row, note) -> {
          if (!note.equals(RowNote.NONE)) {
            reasons.put(
                row,
                note.mark() == RowNote.Mark.NONE ? "noted" : "marked as " + note.mark().label());
          }
        });
    rows("Marked", sorted(reasons), reasons);
  }

  private static int[] sorted(Map<Integer, String> reasons) {
    return reasons.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private void rows(String name, int[] rows, Map<Integer, String> reasons) {
    new LedgerTable(ledger.rows(), rows, reasons, notes)
        .write(sheet(name), Math.min(rows.length, LedgerTable.MOST_ROWS));
  }

  /** Spreadsheets allow short names without some characters, and none twice. */
  private Worksheet sheet(String name) {
    String plain = name.replaceAll("[\\[\\]:*?/\\\\']|\\p{Cntrl}", " ").strip();
    String unique = shortened(plain, "");
    for (int i = 2; !names.add(unique.toLowerCase(Locale.ROOT)); i++) {
      unique = shortened(plain, " " + i);
    }
    return book.newWorksheet(unique);
  }

  private static String shortened(String name, String end) {
    int length = Math.min(name.length(), LONGEST_NAME - end.length());
    return name.substring(0, length) + end;
  }
}
