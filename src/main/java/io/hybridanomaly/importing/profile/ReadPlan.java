package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.options.ReadLimits;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReading;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything decided before a file is read from end to end.
 *
 * @param charset the encoding
 * @param layout how the text is cut
 * @param columns which columns to read; the value is one of them
 * @param numbers how the values are written
 * @param series which of several series to read; empty: the first
 * @param keepMissing whether rows with an empty value are kept, to be filled later
 * @param limits what is too large to be read
 */
public record ReadPlan(
    Charset charset,
    Layout layout,
    ColumnChoice columns,
    NumberReading numbers,
    Optional<String> series,
    boolean keepMissing,
    ReadLimits limits) {

  /** The same plan with another reading of the numbers. */
  public ReadPlan with(NumberReading other) {
    return new ReadPlan(charset, layout, columns, other, series, keepMissing, limits);
  }

  /** The same plan for another series; empty: the first. */
  public ReadPlan with(Optional<String> other) {
    return new ReadPlan(charset, layout, columns, numbers, other, keepMissing, limits);
  }

  /** The same plan with another encoding. */
  public ReadPlan with(Charset other) {
    return new ReadPlan(other, layout, columns, numbers, series, keepMissing, limits);
  }

  /** The same plan with other columns. */
  public ReadPlan with(ColumnChoice other) {
    return new ReadPlan(charset, layout, other, numbers, series, keepMissing, limits);
  }

  /** The same plan with another meaning of the dates. */
  public ReadPlan with(DateReading other) {
    return with(columns.with(other));
  }

  /** The same plan with another order of day, month and year; without dates nothing changes. */
  public ReadPlan with(DateOrder order) {
    DateReading reading = columns.reading();
    return reading == null ? this : with(reading.with(order));
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
