package io.hybridanomaly.series;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of a series as people read them: without the parts that are zero in every row, and with
 * dates as in ISO 8601 or in the order of their language. In English dates stay as in ISO 8601,
 * since 7/1/2014 is one day in London and another in New York.
 */
public final class TimeText {

  private static final long DAY = 86_400_000_000L;
  private static final long MINUTE = 60_000_000L;

  private static final Pattern ISO_DATE = Pattern.compile("(?<![+\\-\\d])\\d{4}-\\d\\d-\\d\\d");

  /** A part of a date, or what stands between two. */
  private static final Pattern PATTERN_PART = Pattern.compile("d+|M+|u+|[^dMu]+");

  private static final int YEAR_LENGTH = "2014".length();
  private static final int DATE_LENGTH = "2014-07-01".length();
  private static final int MINUTE_LENGTH = "2014-07-01 12:30".length();
  private static final int SECOND_LENGTH = "2014-07-01 12:30:00".length();

  private final TimeAxis times;
  private final Optional<DateTimeFormatter> dates;
  private final int keep;

  /** Dates as in ISO 8601. */
  public TimeText(TimeAxis times) {
    this(times, Locale.ENGLISH);
  }

  /**
   * Dates in the order of a language.
   *
   * @param locale of the reader
   */
  public TimeText(TimeAxis times, Locale locale) {
    this.times = times;
    this.dates = dates(locale);
    this.keep =
        switch (times) {
          case RowNumbers ignored -> 0;
          case ElapsedTimes ignored -> 0;
          case Timestamps stamps -> neededLength(stamps.localMicros());
        };
  }

  /** The time of a point. */
  public String of(int index) {
    String text = times.text(index);
    if (times instanceof RowNumbers) {
      return "row " + text;
    }
    if (times instanceof ElapsedTimes) {
      return text;
    }
    String readable = text.replace('T', ' ');
    boolean plain = readable.length() == SECOND_LENGTH;
    return ordered(plain ? readable.substring(0, keep) : readable);
  }

  /** The date of a point, of a series with dates. */
  public String day(int index) {
    return ordered(times.text(index).substring(0, DATE_LENGTH));
  }

  /** A year of more than four digits has no short form. */
  private String ordered(String text) {
    return dates.isEmpty() || text.indexOf('-', 1) != YEAR_LENGTH
        ? text
        : LocalDate.parse(text.substring(0, DATE_LENGTH)).format(dates.get())
            + text.substring(DATE_LENGTH);
  }

  /**
   * A text with its dates in the order of a language.
   *
   * @param text with dates as in ISO 8601
   */
  public static String ordered(String text, Locale locale) {
    return dates(locale)
        .map(
            format ->
                ISO_DATE
                    .matcher(text)
                    .replaceAll(date -> LocalDate.parse(date.group()).format(format)))
        .orElse(text);
  }

  /**
   * A text with its dates as in ISO 8601.
   *
   * @param text in lower case, with dates in the order of a language; they need not exist
   */
  public static String iso(String text, Locale locale) {
    return pattern(locale)
        .map(pattern -> written(pattern).matcher(text))
        .map(
            found ->
                found.replaceAll(
                    date ->
                        "%s-%02d-%02d"
                            .formatted(
                                date.group("year"),
                                Integer.parseInt(date.group("month")),
                                Integer.parseInt(date.group("day")))))
        .orElse(text);
  }

  /** Dates of a pattern in a text, with or without leading zeros. */
  private static Pattern written(String pattern) {
    StringBuilder regex = new StringBuilder("(?<!\\d)");
    Matcher part = PATTERN_PART.matcher(pattern.replace("'", ""));
    while (part.find()) {
      regex.append(
          switch (part.group().charAt(0)) {
            case 'd' -> "(?<day>\\d{1,2})";
            case 'M' -> "(?<month>\\d{1,2})";
            case 'u' -> "(?<year>\\d{4})";
            default -> part.group().replace(".", "\\.").replaceAll("\\h", "\\\\h");
          });
    }
    return Pattern.compile(regex.append("(?!\\d)").toString());
  }

  private static Optional<DateTimeFormatter> dates(Locale locale) {
    return pattern(locale).map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }

  /** In what order dates of a language are shown here; empty for English. */
  private static Optional<String> pattern(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? Optional.empty()
        : Optional.of(usualPattern(locale));
  }

  /**
   * How a language writes dates with four digits of the year: {@code dd.MM.uuuu}; that of English
   * depends on the country.
   */
  public static String usualPattern(Locale locale) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
        .replaceAll("[yu]+", "uuuu");
  }

  /** The times of a stretch: its first and its last point, or one if they read the same. */
  public String of(Segment segment) {
    String first = of(segment.from());
    String last = of(segment.last());
    return first.equals(last) ? first : first + " to " + last;
  }

  private static int neededLength(long[] micros) {
    int length = DATE_LENGTH;
    for (long time : micros) {
      if (time % MINUTE != 0) {
        return SECOND_LENGTH;
      }
      if (time % DAY != 0) {
        length = MINUTE_LENGTH;
      }
    }
    return length;
  }
}
