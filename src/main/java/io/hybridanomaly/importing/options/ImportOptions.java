package io.hybridanomaly.importing.options;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReadingChoice;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * What a user can choose for one import; whatever is left open is decided from the file.
 *
 * @param dateColumns where the time of a row stands
 * @param valueColumn header or number (from 1) of the value column
 * @param labelColumn header or number (from 1) of the column with the truth, 0 or 1; never guessed
 * @param groupColumn header or number (from 1) of the column with the group of like series that a
 *     series is of, the same in all its rows; never guessed
 * @param series which of several series in one table; empty: the first
 * @param format how the file is written
 * @param shape what becomes of the points after reading
 * @param limits what is too large to be read
 */
public record ImportOptions(
    ColumnSelection dateColumns,
    Optional<String> valueColumn,
    Optional<String> labelColumn,
    Optional<String> groupColumn,
    Optional<String> series,
    FormatChoices format,
    ShapeChoices shape,
    ReadLimits limits) {

  /** Everything decided from the file; nothing merged or filled. */
  public static ImportOptions defaults() {
    return new ImportOptions(
        ColumnSelection.auto(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        FormatChoices.detected(),
        ShapeChoices.unchanged(),
        ReadLimits.defaults());
  }

  /** The same choices with another choice of date columns. */
  public ImportOptions withDateColumns(ColumnSelection choice) {
    return new ImportOptions(
        choice, valueColumn, labelColumn, groupColumn, series, format, shape, limits);
  }

  /** The same choices with another value column. */
  public ImportOptions withValueColumn(String choice) {
    return new ImportOptions(
        dateColumns, Optional.of(choice), labelColumn, groupColumn, series, format, shape, limits);
  }

  /** The same choices with another label column. */
  public ImportOptions withLabelColumn(String choice) {
    return new ImportOptions(
        dateColumns, valueColumn, Optional.of(choice), groupColumn, series, format, shape, limits);
  }

  /** The same choices without a label column. */
  public ImportOptions withoutLabelColumn() {
    return new ImportOptions(
        dateColumns, valueColumn, Optional.empty(), groupColumn, series, format, shape, limits);
  }

  /** The same choices with another column of groups. */
  public ImportOptions withGroupColumn(String choice) {
    return new ImportOptions(
        dateColumns, valueColumn, labelColumn, Optional.of(choice), series, format, shape, limits);
  }

  /** The same choices with another of several series. */
  public ImportOptions withSeries(String choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        groupColumn,
        Optional.of(choice),
        format,
        shape,
        limits);
  }

  /** The same choices without a choice of a series. */
  public ImportOptions withoutSeries() {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        groupColumn,
        Optional.empty(),
        format,
        shape,
        limits);
  }

  /** The same choices with other values that mean that there is none. */
  public ImportOptions withCodes(Set<Double> choice) {
    return withFormat(format.withCodes(choice));
  }

  /** The same choices with other choices about the format. */
  public ImportOptions withFormat(FormatChoices choice) {
    return new ImportOptions(
        dateColumns, valueColumn, labelColumn, groupColumn, series, choice, shape, limits);
  }

  /** The same choices with other choices about the points. */
  public ImportOptions withShape(ShapeChoices choice) {
    return new ImportOptions(
        dateColumns, valueColumn, labelColumn, groupColumn, series, format, choice, limits);
  }

  /** The same choices with other limits. */
  public ImportOptions withLimits(ReadLimits choice) {
    return new ImportOptions(
        dateColumns, valueColumn, labelColumn, groupColumn, series, format, shape, choice);
  }

  /** The same choices with another limit of rows. */
  public ImportOptions withMaxRows(int choice) {
    return withLimits(new ReadLimits(choice, limits.maxLineLength()));
  }

  /** The same choices with another encoding. */
  public ImportOptions withCharset(Charset choice) {
    return withFormat(format.withCharset(choice));
  }

  /** The same choices with another delimiter. */
  public ImportOptions withDelimiter(char choice) {
    return withFormat(format.withDelimiter(choice));
  }

  /** The same choices with another quote character. */
  public ImportOptions withQuote(char choice) {
    return withFormat(format.withQuote(choice));
  }

  /** The same choices with another choice about the header. */
  public ImportOptions withHeader(HeaderChoice choice) {
    return withFormat(format.withHeader(choice));
  }

  /** The same choices with another decimal separator. */
  public ImportOptions withDecimal(DecimalSeparator choice) {
    return withFormat(format.withDecimal(choice));
  }

  /** The same choices with another thousands separator. */
  public ImportOptions withThousands(ThousandsSeparator choice) {
    return withFormat(format.withThousands(choice));
  }

  /** The same choices with another reading of the date column. */
  public ImportOptions withDates(DateReadingChoice choice) {
    return withFormat(format.withDates(choice));
  }

  /** The same choices with another order of day, month and year. */
  public ImportOptions withDateOrder(DateOrder choice) {
    return withFormat(format.withDateOrder(choice));
  }

  /** The same choices with another range of times. */
  public ImportOptions withRange(TimeRange choice) {
    return withShape(shape.withRange(choice));
  }

  /** The same choices with another treatment of empty values. */
  public ImportOptions withMissing(MissingValues choice) {
    return withShape(shape.withMissing(choice));
  }

  /** The same choices with another treatment of equal times. */
  public ImportOptions withDuplicates(DuplicateTimes choice) {
    return withShape(shape.withDuplicates(choice));
  }

  /** The same options with values that stand for something else. */
  public ImportOptions withDifferencing(Differencing choice) {
    return withShape(shape.withDifferencing(choice));
  }

  /** The same choices with another resampling. */
  public ImportOptions withResampling(Resampling choice) {
    return withShape(shape.withResampling(choice));
  }

  /** The same choices with another treatment of gaps. */
  public ImportOptions withGaps(GapTreatment choice) {
    return withShape(shape.withGaps(choice));
  }
}
