package io.hybridanomaly.importing;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * What a user can choose for one import; whatever is left open is decided from the file.
 *
 * @param dateColumns where the time of a row stands
 * @param valueColumn header or number (from 1) of the value column
 * @param labelColumn header or number (from 1) of the column with the truth, 0 or 1; never guessed
 * @param delimiter the character between two fields
 * @param charset the encoding of the file
 * @param header whether the first row names the columns
 * @param decimal the decimal separator of the value column
 * @param dateOrder the order of day, month and year
 * @param duplicates what becomes of rows with the same time
 * @param missing what becomes of rows with an empty value
 * @param maxRows the most data rows a file may have
 */
public record ImportOptions(
    ColumnSelection dateColumns,
    Optional<String> valueColumn,
    Optional<String> labelColumn,
    Optional<Character> delimiter,
    Optional<Charset> charset,
    HeaderChoice header,
    DecimalSeparator decimal,
    DateOrder dateOrder,
    DuplicateTimes duplicates,
    MissingValues missing,
    int maxRows) {

  /** The most data rows of a file, if nothing else is said. */
  public static final int DEFAULT_MAX_ROWS = 10_000_000;

  /** Everything decided from the file; nothing merged or filled. */
  public static ImportOptions defaults() {
    return new ImportOptions(
        ColumnSelection.auto(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HeaderChoice.AUTO,
        DecimalSeparator.AUTO,
        DateOrder.AUTO,
        DuplicateTimes.KEEP,
        MissingValues.LEAVE_OUT,
        DEFAULT_MAX_ROWS);
  }

  /** The same options with another choice of date columns. */
  public ImportOptions withDateColumns(ColumnSelection choice) {
    return new ImportOptions(
        choice,
        valueColumn,
        labelColumn,
        delimiter,
        charset,
        header,
        decimal,
        dateOrder,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another value column. */
  public ImportOptions withValueColumn(String choice) {
    return new ImportOptions(
        dateColumns,
        Optional.of(choice),
        labelColumn,
        delimiter,
        charset,
        header,
        decimal,
        dateOrder,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another label column. */
  public ImportOptions withLabelColumn(String choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        Optional.of(choice),
        delimiter,
        charset,
        header,
        decimal,
        dateOrder,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another delimiter. */
  public ImportOptions withDelimiter(char choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        Optional.of(choice),
        charset,
        header,
        decimal,
        dateOrder,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another encoding. */
  public ImportOptions withCharset(Charset choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        delimiter,
        Optional.of(choice),
        header,
        decimal,
        dateOrder,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another choice about the header. */
  public ImportOptions withHeader(HeaderChoice choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        delimiter,
        charset,
        choice,
        decimal,
        dateOrder,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another decimal separator. */
  public ImportOptions withDecimal(DecimalSeparator choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        delimiter,
        charset,
        header,
        choice,
        dateOrder,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another order of day, month and year. */
  public ImportOptions withDateOrder(DateOrder choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        delimiter,
        charset,
        header,
        decimal,
        choice,
        duplicates,
        missing,
        maxRows);
  }

  /** The same options with another treatment of equal times. */
  public ImportOptions withDuplicates(DuplicateTimes choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        delimiter,
        charset,
        header,
        decimal,
        dateOrder,
        choice,
        missing,
        maxRows);
  }

  /** The same options with another treatment of empty values. */
  public ImportOptions withMissing(MissingValues choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        delimiter,
        charset,
        header,
        decimal,
        dateOrder,
        duplicates,
        choice,
        maxRows);
  }

  /** The same options with another limit of rows. */
  public ImportOptions withMaxRows(int choice) {
    return new ImportOptions(
        dateColumns,
        valueColumn,
        labelColumn,
        delimiter,
        charset,
        header,
        decimal,
        dateOrder,
        duplicates,
        missing,
        choice);
  }
}
