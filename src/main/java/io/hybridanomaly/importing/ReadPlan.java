package io.hybridanomaly.importing;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Everything decided before a file is read from end to end.
 *
 * @param charset the encoding
 * @param layout how the text is cut
 * @param columns which columns to read; the value is one of them
 * @param decimal the decimal separator of the value column, not {@code AUTO}
 * @param thousands the thousands separators of the value column that are read
 * @param keepMissing whether rows with an empty value are kept, to be filled later
 * @param maxRows the most data rows
 */
record ReadPlan(
    Charset charset,
    Layout layout,
    ColumnChoice columns,
    DecimalSeparator decimal,
    ThousandsSeparator thousands,
    boolean keepMissing,
    int maxRows) {

  ReadPlan with(DecimalSeparator other) {
    return new ReadPlan(charset, layout, columns, other, thousands, keepMissing, maxRows);
  }

  ReadPlan with(Charset other) {
    return new ReadPlan(other, layout, columns, decimal, thousands, keepMissing, maxRows);
  }

  ReadPlan with(DateOrder order) {
    DateReading reading = columns.reading();
    return reading == null
        ? this
        : new ReadPlan(
            charset,
            layout,
            columns.with(reading.with(order)),
            decimal,
            thousands,
            keepMissing,
            maxRows);
  }

  @Nullable DateReading dates() {
    return columns.reading();
  }

  String name(int column) {
    return layout.names().get(column);
  }
}
