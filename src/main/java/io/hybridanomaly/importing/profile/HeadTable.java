package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.layout.Head;
import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.layout.LayoutDetector;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.MissingTokens;
import java.util.ArrayList;
import java.util.List;

/**
 * The first data rows of a file and what their columns are.
 *
 * @param layout how the text is cut
 * @param rows cells of the first data rows of the right width
 * @param facts of each column
 */
record HeadTable(Layout layout, List<List<String>> rows, List<ColumnFacts> facts) {

  private static final int ROWS = 5000;
  private static final int EXAMPLES = 3;

  /** With so many rows a table can be analysed by itself. */
  private static final int FEWEST_ROWS = 32;

  static HeadTable of(Head head, Layout layout) throws ImportException {
    List<List<String>> records =
        LayoutDetector.records(
            head,
            layout.delimiter(),
            layout.quote(),
            layout.comments(),
            ROWS + layout.recordsBeforeData());
    int from = Math.min(layout.recordsBeforeData(), records.size());
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : records.subList(from, records.size())) {
      if (rows.size() >= FEWEST_ROWS && namesOther(row, layout.width())) {
        break;
      }
      if (row.size() >= layout.width()) {
        rows.add(row);
      }
    }
    List<ColumnFacts> facts = new ArrayList<>();
    for (int i = 0; i < layout.width(); i++) {
      facts.add(ColumnFacts.of(layout.names().get(i), i == 0, cells(rows, i), layout.delimiter()));
    }
    return new HeadTable(layout, rows, facts);
  }

  /** Whether a row names the columns of a wider table. */
  private static boolean namesOther(List<String> row, int width) {
    return LayoutDetector.trimmedSize(row) > width
        && row.stream()
            .map(Blanks::strip)
            .allMatch(cell -> !cell.isEmpty() && Character.isLetter(cell.charAt(0)));
  }

  private static List<String> cells(List<List<String>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  List<String> cells(int column) {
    return cells(rows, column);
  }

  /** What of the table this program has written itself. */
  OwnOutput own() {
    return OwnOutput.in(layout.names());
  }

  /** The cells of a column that are numbers. */
  HeadNumbers numbers(int column) {
    return HeadNumbers.of(
        cells(column).stream().filter(cell -> !MissingTokens.isMissing(cell)).toList(),
        layout.delimiter());
  }

  /** Whether a column with a short name holds numbers from 0 to 59. */
  boolean isMinute(int column) {
    HeadNumbers numbers = numbers(column);
    return layout.names().get(column).matches("(?i)min|mm|mn|mi|m")
        && numbers.allWhole()
        && numbers.within(0, 59);
  }

  /** The cells of some columns, side by side. */
  List<String> joined(List<Integer> columns) {
    return rows.stream()
        .map(row -> String.join(" ", columns.stream().map(row::get).toList()))
        .toList();
  }

  CsvColumn column(int index) {
    List<String> examples =
        rows.stream()
            .map(row -> row.get(index))
            .filter(cell -> !MissingTokens.isMissing(cell))
            .limit(EXAMPLES)
            .map(Blanks::shorten)
            .toList();
    return new CsvColumn(index + 1, layout.names().get(index), facts.get(index).kind(), examples);
  }
}
