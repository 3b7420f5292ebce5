package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReading;
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
public record ReadPlan(
    Charset charset,
    Layout layout,
    ColumnChoice columns,
    DecimalSeparator decimal,
    ThousandsSeparator thousands,
    boolean keepMissing,
    int maxRows) {

  /** The same plan with another decimal separator. */
  public ReadPlan with(DecimalSeparator other) {
    return new ReadPlan(charset, layout, columns, other, thousands, keepMissing, maxRows);
  }

  /** The same plan with another encoding. */
  public ReadPlan with(Charset other) {
    return new ReadPlan(other, layout, columns, decimal, thousands, keepMissing, maxRows);
  }

  /** The same plan with another order of day, month and year; without dates nothing changes. */
  public ReadPlan with(DateOrder order) {
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

  /** How to read the time; null without date columns. */
  public @Nullable DateReading dates() {
    return columns.reading();
  }

  /** The name of a column, by its index from 0. */
  public String name(int column) {
    return layout.names().get(column);
  }
}
