package io.hybridanomaly.series;

/**
 * The axis of a file without a date column: the number of each row, from 1, the header not counted.
 *
 * @param rows strictly ascending; not copied, must not be changed afterwards
 */
public record RowNumbers(int[] rows) implements TimeAxis {

  @Override
  public int size() {
    return rows.length;
  }

  @Override
  public String text(int index) {
    return Integer.toString(rows[index]);
  }

  @Override
  public double position(int index) {
    return rows[index];
  }

  @Override
  public double instant(int index) {
    return rows[index];
  }
}
