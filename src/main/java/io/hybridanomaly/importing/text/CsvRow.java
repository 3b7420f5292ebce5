package io.hybridanomaly.importing.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * One record as ranges of characters, so that only the cells that are shown become strings. The
 * same object serves for every record of a file; it is valid until the next one is read.
 */
public final class CsvRow {

  private char[] text = new char[0];
  private char[] copies = new char[256];
  private int[] bounds = new int[16];
  private int size;

  /** Begins a record whose cells lie in an array. */
  void start(char[] buffer) {
    text = buffer;
    size = 0;
  }

  /** Adds a cell, from a place up to another one. */
  void add(int from, int to) {
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * size] = from;
    bounds[2 * size + 1] = to;
    size++;
  }

  /** Takes over a record that Commons CSV has read. */
  void take(CSVRecord record) {
    size = 0;
    int end = 0;
    for (String cell : record) {
      int length = cell.length();
      if (end + length > copies.length) {
        copies = Arrays.copyOf(copies, 2 * (end + length));
      }
      cell.getChars(0, length, copies, end);
      add(end, end + length);
      end += length;
    }
    text = copies;
  }

  /** Number of cells. */
  public int size() {
    return size;
  }

  /**
   * Characters from the start of the first cell to the end of the last one. Where quotes are
   * unusual, those around cells and the delimiters do not count.
   */
  public int length() {
    return size == 0 ? 0 : to(size - 1) - from(0);
  }

  /** The characters that {@link #from} and {@link #to} point into. */
  public char[] text() {
    return text;
  }

  /** Where a cell starts in {@link #text}. */
  public int from(int column) {
    return bounds[2 * column];
  }

  /** Where a cell ends in {@link #text}. */
  public int to(int column) {
    return bounds[2 * column + 1];
  }

  /** Whether a cell has no character. */
  public boolean isEmpty(int column) {
    return from(column) == to(column);
  }

  /** Whether the record is a line without any cell that says something. */
  boolean isBlank() {
    if (size > 1) {
      return false;
    }
    for (int i = from(0); i < to(0); i++) {
      if (!Blanks.isBlank(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** A cell as a string of its own. */
  public String get(int column) {
    return new String(text, from(column), to(column) - from(column));
  }

  /** Every cell as a string of its own. */
  public List<String> toList() {
    List<String> cells = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      cells.add(get(i));
    }
    return cells;
  }

  /** Line breaks inside the cells. */
  int lineBreaks() {
    int breaks = 0;
    for (int column = 0; column < size; column++) {
      for (int i = from(column); i < to(column); i++) {
        boolean pair = text[i] == '\r' && i + 1 < to(column) && text[i + 1] == '\n';
        breaks += text[i] == '\n' || (text[i] == '\r' && !pair) ? 1 : 0;
      }
    }
    return breaks;
  }
}
