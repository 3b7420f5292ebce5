package io.hybridanomaly.cli;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.options.HeaderChoice;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReadingChoice;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the files are written, where the guess is wrong. Filled in by picocli. */
final class ReadingOptions {

  private static final Map<String, Character> DELIMITERS =
      Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|', "blank", ' ');

  @Option(
      names = "--missing",
      paramLabel = "VALUE[,VALUE]",
      description = "Values that mean that there is none, such as -999.")
  private @Nullable String missing;

  @Option(
      names = "--delimiter",
      paramLabel = "CHARACTER",
      description =
          "Between two fields: comma, semicolon, tab, bar, blank (any number of them), or a"
              + " character (default: guessed).")
  private @Nullable String delimiter;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Encoding, such as UTF-8 or windows-1252 (default: guessed).")
  private @Nullable String encoding;

  @Option(
      names = "--quote",
      paramLabel = "CHARACTER",
      description = "Around a field: \" or ' (default: \").")
  private @Nullable String quote;

  @Option(
      names = "--header",
      paramLabel = "yes|no",
      description = "Whether the first row names the columns (default: guessed).")
  private @Nullable String header;

  @Option(
      names = "--decimal",
      paramLabel = "point|comma",
      description = "Decimal separator (default: guessed).")
  private @Nullable String decimal;

  @Option(
      names = "--thousands",
      paramLabel = "SEPARATOR",
      description = "none, comma, point, space or apostrophe (default: whatever fits).")
  private @Nullable String thousands;

  @Option(
      names = "--dates",
      paramLabel = "KIND",
      description =
          "What the date column holds: calendar, year, epoch-seconds, epoch-millis, epoch-micros,"
              + " epoch-nanos or excel-serial (default: guessed).")
  private @Nullable String dates;

  @Option(
      names = "--date-order",
      paramLabel = "ORDER",
      description = "day-month, month-day or year-first (default: from the whole column).")
  private @Nullable String order;

  ImportOptions apply(ImportOptions defaults) throws UsageException {
    ImportOptions options = defaults;
    if (missing != null) {
      options = options.withCodes(codes(missing));
    }
    if (delimiter != null) {
      options = options.withDelimiter(delimiter(delimiter));
    }
    if (encoding != null) {
      options = options.withCharset(charset(encoding));
    }
    if (quote != null) {
      options = options.withQuote(quote(quote));
    }
    if (header != null) {
      options =
          options.withHeader(
              Choice.of(
                  "--header",
                  header,
                  Map.of("yes", HeaderChoice.PRESENT, "no", HeaderChoice.ABSENT)));
    }
    if (decimal != null) {
      options = options.withDecimal(Choice.of("--decimal", decimal, DecimalSeparator.class));
    }
    if (thousands != null) {
      options =
          options.withThousands(Choice.of("--thousands", thousands, ThousandsSeparator.class));
    }
    if (dates != null) {
      options = options.withDates(Choice.of("--dates", dates, DateReadingChoice.class));
    }
    return order == null
        ? options
        : options.withDateOrder(Choice.of("--date-order", order, DateOrder.class));
  }

  private static Set<Double> codes(String text) throws UsageException {
    Set<Double> codes = new HashSet<>();
    for (String part : text.split(",", -1)) {
      try {
        codes.add(Double.parseDouble(part.strip()));
      } catch (NumberFormatException e) {
        throw new UsageException(
            "--missing: \"%s\" is no number; give numbers with commas between them."
                .formatted(part),
            e);
      }
    }
    return codes;
  }

  private static char quote(String text) throws UsageException {
    if (text.length() != 1) {
      throw new UsageException(
          "--quote: \"%s\" is no single character; give the one around texts, such as \" or '."
              .formatted(text));
    }
    return text.charAt(0);
  }

  private static char delimiter(String text) throws UsageException {
    Character named = DELIMITERS.get(text.toLowerCase(Locale.ROOT));
    String plain = text.equals("\\t") ? "\t" : text;
    if (named == null && plain.length() != 1) {
      throw new UsageException(
          "--delimiter: \"%s\" is no single character; give one, or comma, semicolon, tab, bar or blank."
              .formatted(text));
    }
    return named == null ? plain.charAt(0) : named;
  }

  private static Charset charset(String name) throws UsageException {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UsageException(
          "--encoding: \"%s\" is unknown; give a name such as UTF-8 or windows-1252."
              .formatted(name),
          e);
    }
  }
}
