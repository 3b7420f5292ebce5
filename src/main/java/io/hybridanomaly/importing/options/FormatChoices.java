package io.hybridanomaly.importing.options;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReadingChoice;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * How a file is written, as far as the user says; whatever is left open is decided from the file.
 *
 * @param charset the encoding of the file
 * @param delimiter the character between two fields
 * @param quote the character around a field, {@code "} or {@code '}; left open, {@code "}
 * @param header whether the first row names the columns
 * @param decimal the decimal separator of the value column
 * @param thousands the thousands separator of the value column
 * @param dates what the cells of the date column are
 * @param dateOrder the order of day, month and year
 * @param codes values that mean that there is none, such as -999
 */
public record FormatChoices(
    Optional<Charset> charset,
    Optional<Character> delimiter,
    Optional<Character> quote,
    HeaderChoice header,
    DecimalSeparator decimal,
    ThousandsSeparator thousands,
    DateReadingChoice dates,
    DateOrder dateOrder,
    Set<Double> codes) {

  public FormatChoices {
    codes = Set.copyOf(codes);
  }

  /** Everything decided from the file. */
  public static FormatChoices detected() {
    return new FormatChoices(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        HeaderChoice.AUTO,
        DecimalSeparator.AUTO,
        ThousandsSeparator.AUTO,
        DateReadingChoice.AUTO,
        DateOrder.AUTO,
        Set.of());
  }

  /**
   * The decimal separator that the choices settle, {@code AUTO} if they leave it open.
   *
   * @throws ImportException if one character is to part both thousands and decimals
   */
  public DecimalSeparator settledDecimal() throws ImportException {
    DecimalSeparator implied = thousands.decimal();
    if (implied != DecimalSeparator.AUTO
        && decimal != DecimalSeparator.AUTO
        && implied != decimal) {
      throw new ImportException(
          "The %s cannot part both thousands and decimals: change one of the two choices."
              .formatted(decimal == DecimalSeparator.COMMA ? "comma" : "point"));
    }
    return decimal == DecimalSeparator.AUTO ? implied : decimal;
  }

  /** The character around a field. */
  public char quoteOrUsual() {
    return quote.orElse('"');
  }

  /** The same choices with another encoding. */
  public FormatChoices withCharset(Charset choice) {
    return new FormatChoices(
        Optional.of(choice), delimiter, quote, header, decimal, thousands, dates, dateOrder, codes);
  }

  /** The same choices with another delimiter. */
  public FormatChoices withDelimiter(char choice) {
    return new FormatChoices(
        charset, Optional.of(choice), quote, header, decimal, thousands, dates, dateOrder, codes);
  }

  /** The same choices with another quote character. */
  public FormatChoices withQuote(char choice) {
    return new FormatChoices(
        charset,
        delimiter,
        Optional.of(choice),
        header,
        decimal,
        thousands,
        dates,
        dateOrder,
        codes);
  }

  /** The same choices with another choice about the header. */
  public FormatChoices withHeader(HeaderChoice choice) {
    return new FormatChoices(
        charset, delimiter, quote, choice, decimal, thousands, dates, dateOrder, codes);
  }

  /** The same choices with another decimal separator. */
  public FormatChoices withDecimal(DecimalSeparator choice) {
    return new FormatChoices(
        charset, delimiter, quote, header, choice, thousands, dates, dateOrder, codes);
  }

  /** The same choices with another thousands separator. */
  public FormatChoices withThousands(ThousandsSeparator choice) {
    return new FormatChoices(
        charset, delimiter, quote, header, decimal, choice, dates, dateOrder, codes);
  }

  /** The same choices with another reading of the date column. */
  public FormatChoices withDates(DateReadingChoice choice) {
    return new FormatChoices(
        charset, delimiter, quote, header, decimal, thousands, choice, dateOrder, codes);
  }

  /** The same choices with another order of day, month and year. */
  public FormatChoices withDateOrder(DateOrder choice) {
    return new FormatChoices(
        charset, delimiter, quote, header, decimal, thousands, dates, choice, codes);
  }

  /** The same choices with other values that mean that there is none. */
  public FormatChoices withCodes(Set<Double> choice) {
    return new FormatChoices(
        charset, delimiter, quote, header, decimal, thousands, dates, dateOrder, choice);
  }
}
