package io.hybridanomaly.importing.container;

import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The sheets of an Excel workbook ({@code .xlsx}). Row n of a sheet is line n of its text. */
final class Workbook {

  /** A sheet with fewer is a cover or a summary; no series has so few points. */
  private static final int FEWEST_ROWS = 32;

  private Workbook() {}

  /**
   * Reads every visible sheet that has a cell.
   *
   * @param file whose parts were counted before: the library unpacks them without a limit
   */
  static Unpacked unpack(CsvSource file, Budget budget) throws ImportException, IOException {
    List<String> names = new ArrayList<>();
    List<PackedText> texts = new ArrayList<>();
    int first = -1;
    try (InputStream in = file.open();
        ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, true))) {
      for (Sheet sheet : book.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE && hasCells(sheet)) {
          names.add(sheet.getName());
          int[] rows = {0};
          texts.add(PackedText.of(budget, out -> rows[0] = write(sheet, book.isDate1904(), out)));
          first = first < 0 && rows[0] >= FEWEST_ROWS ? names.size() - 1 : first;
        }
      }
    } catch (Budget.SpentException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // All bytes have been read before, so that the parts themselves are at fault. The library has
      // an exception of its own, and others for XML that no program has written.
      throw new ImportException(
          "The workbook is damaged: open it and save it again, or save the sheet as CSV.", e);
    }
    if (names.isEmpty()) {
      throw new ImportException(
          "The workbook has no visible sheet with data: choose another one, or unhide the sheet.");
    }
    List<TableSource> tables = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.size() == 1 ? file.name() : file.name() + " (" + names.get(i) + ")";
      tables.add(new TableSource(file, names.get(i), name, texts.get(i)::open));
    }
    return new Unpacked(ContainerKind.WORKBOOK, tables, tables.get(Math.max(first, 0)));
  }

  private static boolean hasCells(Sheet sheet) throws IOException {
    try (Stream<Row> rows = sheet.openStream()) {
      return rows.anyMatch(row -> row.getPhysicalCellCount() > 0);
    }
  }

  /** Writes a sheet; returns how many of its rows have cells. */
  private static int write(Sheet sheet, boolean from1904, Writer out) throws IOException {
    CsvText text = new CsvText(out);
    int count = 0;
    try (Stream<Row> rows = sheet.openStream()) {
      int line = 1;
      for (Iterator<Row> each = rows.iterator(); each.hasNext(); line++) {
        Row row = each.next();
        for (; line < row.getRowNum(); line++) {
          text.endRow();
        }
        for (int column = 0; column < row.getCellCount(); column++) {
          write(row.getCell(column), from1904, text);
        }
        text.endRow();
        count += row.getPhysicalCellCount() > 0 ? 1 : 0;
      }
    }
    return count;
  }

  private static void write(Cell cell, boolean from1904, CsvText text) throws IOException {
    // A cell that is not there is null in the library's row.
    if (cell == null || cell.getType() == CellType.EMPTY || cell.getRawValue() == null) {
      text.text("");
      return;
    }
    CellType type = cell.getType();
    if (cell.getValue() instanceof BigDecimal number) {
      SheetTime time = SheetTime.of(cell.getDataFormatString());
      if (time != null) {
        text.text(time.text(number, from1904));
      } else {
        text.number(cell.getRawValue());
      }
    } else if (type == CellType.STRING || type == CellType.FORMULA) {
      text.text(cell.getText());
    } else {
      text.text(cell.getRawValue());
    }
  }
}
