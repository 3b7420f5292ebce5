package io.hybridanomaly.importing;

import io.hybridanomaly.importing.time.DateOrder;
import java.util.List;

/**
 * Rows of a file as they are written, one for each point of its series, in the order of time.
 * Arrays are not copied and must not be changed.
 *
 * @param columns the names of all columns
 * @param dateColumns the columns that hold the time, from 0
 * @param dateOrder in which day, month and year of their dates were read where the text leaves it
 *     open; {@code AUTO} if no dates were read
 * @param valueColumn the value column, from 0
 * @param values [rows], the value of each row
 * @param lines [rows], the line of the file in which each row starts, from 1
 * @param texts [rows], the cells of each row, with {@link #SEPARATOR} between them
 */
public record OriginalRows(
    List<String> columns,
    List<Integer> dateColumns,
    DateOrder dateOrder,
    int valueColumn,
    double[] values,
    long[] lines,
    String[] texts) {

  /** Between the cells of a row; text files have no such character. */
  static final char SEPARATOR = '\u001F';

  public OriginalRows {
    columns = List.copyOf(columns);
    dateColumns = List.copyOf(dateColumns);
  }

  /** Number of rows. */
  public int size() {
    return values.length;
  }

  /** The cells of a row, one for each column. */
  public List<String> cells(int row) {
    return List.of(texts[row].split(String.valueOf(SEPARATOR), -1));
  }
}
