package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.series.Timestamps;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts a time together from the parts that stand in several columns. Not thread-safe: the time
 * stands in the fields, so that millions of rows cost no objects.
 */
public final class JoinedTime {

  private static final long NONE = Long.MIN_VALUE;
  private static final long MINUTE = 60 * ClockTime.MICROS_PER_SECOND;
  private static final int LONGEST_NUMBER = 9;
  private static final int MONTHS = 12;

  /** The letters of whole years in codes of statistics offices: {@code A01}, {@code M13}. */
  private static final int YEARLY = 13;

  private final DateParser parser;
  private final Map<String, Integer> months;

  private long base;
  private long clock;
  private int year;
  private int month;
  private int day;
  private int dayOfYear;
  private int week;
  private int nanos;
  private int offsetSeconds;
  private boolean dated;
  private boolean yearly;
  private boolean twoDigitYear;
  private long localMicros;

  /**
   * @param parser reads the dates and times of day among the parts
   * @param months the months of names that the column has settled
   */
  JoinedTime(DateParser parser, Map<String, Integer> months) {
    this.parser = parser;
    this.months = months;
  }

  /** How many cells can be read as a part. */
  public static int countReadable(TimePart part, List<String> cells) {
    JoinedTime time = new JoinedTime(new DateParser(DateOrder.DAY_MONTH), Map.of());
    int count = 0;
    for (String cell : cells) {
      time.start();
      char[] text = cell.toCharArray();
      count += time.take(part, text, 0, text.length) == TimeReader.Status.TIME ? 1 : 0;
    }
    return count;
  }

  /** The number of a month by its name, with a point or without, from 1; 0 if it is none. */
  public static int monthNamed(String name) {
    String lower = Blanks.strip(name).toLowerCase(Locale.ROOT);
    return DateWords.month(lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower);
  }

  long localMicros() {
    return localMicros;
  }

  int nanos() {
    return nanos;
  }

  int offsetSeconds() {
    return offsetSeconds;
  }

  boolean twoDigitYear() {
    return twoDigitYear;
  }

  /** Begins the next row. */
  void start() {
    base = 0;
    clock = 0;
    year = 0;
    month = 0;
    day = 1;
    dayOfYear = 0;
    week = 0;
    nanos = 0;
    offsetSeconds = Timestamps.NO_OFFSET;
    dated = false;
    yearly = false;
    twoDigitYear = false;
  }

  /** Takes the cell of one part. */
  TimeReader.Status take(TimePart part, char[] text, int start, int end) {
    int from = Blanks.startWithout(text, start, end);
    int to = Blanks.endWithout(text, from, end);
    boolean read =
        switch (part) {
          case DATE -> takeDate(text, from, to);
          case CLOCK -> takeClock(text, from, to);
          case DAY_FRACTION -> takeFraction(text, from, to);
          case MONTH_DAY -> takeMonthDay(text, from, to);
          case MONTH, QUARTER, WEEK -> takeNamed(part, text, from, to);
          default -> takeNumber(part, number(text, from, to));
        };
    if (read) {
      return TimeReader.Status.TIME;
    }
    return MissingTokens.contains(text, from, to)
        ? TimeReader.Status.MISSING
        : TimeReader.Status.UNREADABLE;
  }

  private boolean takeDate(char[] text, int from, int to) {
    boolean read = parser.parse(text, from, to) && parser.granularity() != DateGranularity.TIME;
    if (read) {
      base = parser.localMicros();
      dated = true;
      nanos = parser.nanos();
      twoDigitYear = parser.twoDigitYear();
      offsetSeconds = parser.offsetSeconds();
    }
    return read;
  }

  private boolean takeClock(char[] text, int from, int to) {
    boolean read =
        (parser.parse(text, from, to) || parser.parse(withColons(text, from, to)))
            && parser.granularity() == DateGranularity.TIME;
    if (read) {
      clock += parser.localMicros();
      nanos = parser.nanos();
      offsetSeconds = parser.offsetSeconds();
    }
    return read;
  }

  /** A time of day that has points for its colons: {@code 18.00.00}. */
  private static String withColons(char[] text, int from, int to) {
    return new String(text, from, to - from).replace('.', ':');
  }

  private boolean takeFraction(char[] text, int from, int to) {
    double fraction = TimeReader.decimal(text, from, to);
    if (!(fraction >= 0 && fraction <= 1)) {
      return false;
    }
    clock += TimeReader.rounded(fraction * ClockTime.MICROS_PER_DAY, text, from, to);
    return true;
  }

  /** {@code 01-31} or {@code 1/31}. */
  private boolean takeMonthDay(char[] text, int from, int to) {
    int mark = from;
    while (mark < to && text[mark] >= '0' && text[mark] <= '9') {
      mark++;
    }
    long first = number(text, from, mark);
    long second = mark < to ? number(text, mark + 1, to) : NONE;
    month = (int) first;
    day = (int) second;
    return first >= 1 && first <= MONTHS && second >= 1 && second <= 31;
  }

  /** A number that may have letters before it, or the name of a month. */
  private boolean takeNamed(TimePart part, char[] text, int from, int to) {
    int digits = from;
    while (digits < to && Character.isLetter(text[digits])) {
      digits++;
    }
    if (digits == to || (digits == to - 1 && text[digits] == '.')) {
      if (part != TimePart.MONTH) {
        return false;
      }
      String name = new String(text, from, digits - from);
      month = months.getOrDefault(name.toLowerCase(Locale.ROOT), monthNamed(name));
      return month > 0;
    }
    String letters = new String(text, from, digits - from).toLowerCase(Locale.ROOT);
    if (!isPrefix(part, letters)) {
      return false;
    }
    long number = number(text, digits, to);
    boolean annual = letters.equals("a");
    yearly |= annual;
    return switch (part) {
      case MONTH -> takeMonth(number);
      case QUARTER -> takeQuarter(number);
      default -> takeWeek(number);
    };
  }

  /** Whether letters may stand before the number of a part: {@code M01}, {@code Q1}, {@code W5}. */
  private static boolean isPrefix(TimePart part, String letters) {
    return letters.isEmpty()
        || letters.equals("a")
        || switch (part) {
          case MONTH -> letters.equals("m");
          case QUARTER -> letters.equals("q") || letters.equals("t");
          default -> DateWords.isWeek(letters);
        };
  }

  private boolean takeMonth(long number) {
    yearly |= number == YEARLY;
    month = (int) number;
    return number >= 1 && number <= YEARLY;
  }

  private boolean takeQuarter(long number) {
    yearly |= number == 5;
    month = (int) number * 3 - 2;
    return number >= 1 && number <= 5;
  }

  private boolean takeWeek(long number) {
    week = (int) number;
    return number >= 1 && number <= 53;
  }

  private boolean takeNumber(TimePart part, long number) {
    if (number == NONE) {
      return false;
    }
    return switch (part) {
      case EXCEL_DAY -> takeExcelDay(number);
      case YEAR -> takeYear((int) number);
      case DAY -> {
        day = (int) number;
        yield number >= 1 && number <= 31;
      }
      case DAY_OF_YEAR -> {
        dayOfYear = (int) number;
        yield number >= 1 && number <= 366;
      }
      case HOUR -> addClock(number, 24, 60 * MINUTE);
      case HOUR_ENDING -> addClock(number - 1, 25, 60 * MINUTE);
      case HOUR_24_FIRST -> addClock(number % 24, 24, 60 * MINUTE);
      case MINUTE -> addClock(number, 60, MINUTE);
      case SECOND -> addClock(number, 60, ClockTime.MICROS_PER_SECOND);
      case HALF_HOUR -> addClock(number - 1, 50, 30 * MINUTE);
      case QUARTER_HOUR -> addClock(number - 1, 100, 15 * MINUTE);
      case FIVE_MINUTES -> addClock(number - 1, 300, 5 * MINUTE);
      case HHMM -> addTime((int) number / 100, (int) number % 100, 0);
      case HHMMSS -> addTime((int) number / 10_000, (int) number / 100 % 100, (int) number % 100);
      default -> false;
    };
  }

  private boolean takeExcelDay(long number) {
    base = (number - 25_569) * ClockTime.MICROS_PER_DAY;
    dated = true;
    return number > 0 && number < 100_000;
  }

  private boolean takeYear(int number) {
    twoDigitYear = number < 100;
    year = twoDigitYear ? number + (number < 70 ? 2000 : 1900) : number;
    return year <= 9999;
  }

  private boolean addClock(long count, int most, long unit) {
    clock += count * unit;
    return count >= 0 && count <= most;
  }

  private boolean addTime(int hour, int minute, int second) {
    clock += ClockTime.micros(hour, minute, second, 0);
    return ClockTime.isTime(hour, minute, second);
  }

  /** Puts the parts of the row together. */
  TimeReader.Status finish() {
    if (yearly) {
      return TimeReader.Status.YEARLY;
    }
    if (!dated) {
      int first = dayOfYear > 0 || week > 0 ? 1 : month;
      if (!ClockTime.isDate(year, first, week > 0 ? 4 : day)) {
        return TimeReader.Status.UNREADABLE;
      }
      long days = ClockTime.epochDay(year, first, week > 0 ? 4 : day);
      days += week > 0 ? (week - 1) * 7L - Math.floorMod(days + 3, 7) : 0;
      base = (days + Math.max(0, dayOfYear - 1)) * ClockTime.MICROS_PER_DAY;
    } else {
      base += (day - 1) * ClockTime.MICROS_PER_DAY;
    }
    localMicros = base + clock;
    return TimeReader.Status.TIME;
  }

  /**
   * A whole number, which may have zeros as decimals and, as hours do, letters around it; the
   * smallest long if it is none.
   */
  private static long number(char[] text, int from, int to) {
    int at = from;
    while (at < to && (Character.isLetter(text[at]) || text[at] == ' ')) {
      at++;
    }
    int start = at;
    long value = 0;
    while (at < to && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + (text[at++] - '0');
    }
    if (at == start || at - start > LONGEST_NUMBER) {
      return NONE;
    }
    boolean letter = at == to - 1 && Character.isLetter(text[at]);
    if (at < to && !letter) {
      if (text[at] != '.' && text[at] != ',') {
        return NONE;
      }
      while (++at < to) {
        if (text[at] != '0') {
          return NONE;
        }
      }
    }
    return value;
  }
}
