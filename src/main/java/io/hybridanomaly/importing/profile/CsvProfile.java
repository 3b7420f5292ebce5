package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.time.DateQuestion;
import java.util.List;
import java.util.Optional;

/**
 * The first look at a file, taken from its head.
 *
 * @param fileName the file's name without folders
 * @param format encoding, delimiter and header
 * @param columns every column, in the order of the file
 * @param dateColumns the columns that together hold the time; empty: the row number serves
 * @param valueColumn the value column; empty if no column is fit to be one
 * @param labelColumn the label column, only if the user named one
 * @param groupColumn the column with the group of a series, only if the user named one
 * @param dateFormat how the dates are written, in plain words; empty without date column
 * @param dateQuestion present if the rows seen leave the order of day and month open
 * @param series present if the table holds several series; known when the whole file was read
 * @param across whether the times of the table run across, so that a row gives several points
 * @param preview the cells of the first data rows as written; at most 20 rows
 */
public record CsvProfile(
    String fileName,
    CsvFormat format,
    List<CsvColumn> columns,
    List<CsvColumn> dateColumns,
    Optional<CsvColumn> valueColumn,
    Optional<CsvColumn> labelColumn,
    Optional<CsvColumn> groupColumn,
    Optional<String> dateFormat,
    Optional<DateQuestion> dateQuestion,
    Optional<SeriesChoice> series,
    boolean across,
    List<List<String>> preview) {

  public CsvProfile {
    columns = List.copyOf(columns);
    dateColumns = List.copyOf(dateColumns);
    preview = preview.stream().map(List::copyOf).toList();
  }

  /**
   * The columns whose values can be analysed: numbers that are neither times, labels, groups,
   * numbers of things, such as accounts, nor what this program has computed before.
   */
  public List<CsvColumn> valueColumns() {
    OwnOutput own = own();
    return columns.stream()
        .filter(column -> column.kind() == ColumnKind.NUMBER)
        .filter(column -> !dateColumns.contains(column))
        .filter(column -> labelColumn.filter(column::equals).isEmpty())
        .filter(column -> groupColumn.filter(column::equals).isEmpty())
        .filter(
            column ->
                valueColumn.filter(column::equals).isPresent()
                    || !(column.numbersThings() || own.computed(column.number() - 1)))
        .toList();
  }

  /** Whether this program has written a column of the file, and computed what is in it. */
  public boolean isComputed(CsvColumn column) {
    return own().computed(column.number() - 1);
  }

  private OwnOutput own() {
    return OwnOutput.in(columns.stream().map(CsvColumn::name).toList());
  }
}
