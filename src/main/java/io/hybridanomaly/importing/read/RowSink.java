package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.text.CsvRow;

/** Sees the rows that give points. */
@FunctionalInterface
public interface RowSink {

  /** Looks at none. */
  RowSink NONE = (row, line, value) -> {};

  /**
   * A row gives a point.
   *
   * @param row valid during the call
   * @param line of the file in which it starts, from 1
   * @param value of the point
   */
  void kept(CsvRow row, long line, double value);
}
