package io.hybridanomaly.importing.layout;

import java.util.List;

/**
 * How the text of a file is cut into records and cells.
 *
 * @param delimiter between two fields
 * @param quote around a field
 * @param comments whether lines that start with {@code #} are comments
 * @param recordsBeforeData records above the first data row: title lines and the header
 * @param titleLines how many of them are title lines
 * @param header whether the columns have names in the file
 * @param names the name of each column, unique
 */
public record Layout(
    char delimiter,
    char quote,
    boolean comments,
    int recordsBeforeData,
    int titleLines,
    boolean header,
    List<String> names) {

  public Layout {
    names = List.copyOf(names);
  }

  /** Number of columns. */
  public int width() {
    return names.size();
  }
}
