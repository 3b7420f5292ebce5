package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.text.Blanks;
import java.util.Map;

/**
 * Cuts a text into the parts of a date: up to three numbers, the name of a month, a quarter or
 * week, a clock time and a zone. What the numbers mean is not decided here. Not thread-safe.
 */
final class DateParts {

  /** A longer text is no date. */
  static final int MAX_LENGTH = 100;

  private final DateText text = new DateText();
  private final ClockParts clock = new ClockParts(text);

  private final ZoneParts zone;
  private final Map<String, Integer> months;
  private final int[] numbers = new int[3];
  private final int[] lengths = new int[3];
  private int count;
  private int month;
  private boolean monthFirst;
  private boolean monthMayBeDay;
  private int period;
  private int perYear;
  private int week;
  private boolean weekMark;
  private char dateMark;

  /**
   * @param names what the column has settled about zones and months
   */
  DateParts(NameReading names) {
    this.zone = new ZoneParts(text, clock, names.zones());
    this.months = names.months();
  }

  /** The time of day and the zone. */
  ClockParts clock() {
    return clock;
  }

  /** Number of date numbers found, up to three. */
  int count() {
    return count;
  }

  /** A date number, in the order of the text. */
  int number(int index) {
    return numbers[index];
  }

  /** How many digits it was written with. */
  int digits(int index) {
    return lengths[index];
  }

  /** The month given by name, 0 if none was. */
  int month() {
    return month;
  }

  /** Whether the name of the month stands before every number. */
  boolean monthFirst() {
    return monthFirst;
  }

  /** Whether the name of the month is one of a weekday too, and stands first. */
  boolean monthMayBeDay() {
    return monthMayBeDay;
  }

  /** How many of the periods that were named make a year: 2, 4 or 12; 0 if none was. */
  int perYear() {
    return perYear;
  }

  /** The number of the half-year, quarter or month, 0 if none stands beside its letter. */
  int period() {
    return period;
  }

  /** The zone, as far as it is a name. */
  ZoneParts zone() {
    return zone;
  }

  boolean hasWeek() {
    return weekMark;
  }

  int week() {
    return week;
  }

  /** The mark behind the first number: a point, slash or hyphen; 0 for none. */
  char dateMark() {
    return dateMark;
  }

  /** Forgets the last text. */
  private void reset() {
    clock.reset();
    count = 0;
    month = 0;
    monthFirst = false;
    monthMayBeDay = false;
    period = 0;
    perYear = 0;
    week = 0;
    weekMark = false;
    dateMark = 0;
    zone.reset();
  }

  /** Cuts a text; false if a part of it belongs to no date. */
  boolean scan(char[] chars, int from, int to) {
    reset();
    text.start(chars, from, to);
    if (text.atEnd()) {
      return false;
    }
    while (!text.atEnd()) {
      char c = text.peek(0);
      boolean known =
          DateText.isDigit(c) ? takeNumber() : Character.isLetter(c) ? takeWord(c) : takeMark(c);
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private boolean takeMark(char c) {
    if (c == '[' || c == '(') {
      return takeBracket(c == '[' ? ']' : ')');
    }
    if ((c == '+' || c == '-' || c == '\u2212')
        && clock.hasTime()
        && DateText.isDigit(text.peek(1))) {
      return clock.takeOffset(c == '+' ? 1 : -1);
    }
    text.skip(1);
    if (c == '-' || c == '/' || c == '.') {
      if (count == 1) {
        dateMark = c;
      }
      return text.place() > 1
          && (!text.atEnd() || Character.isLetter(text.peek(-2)) || (c == '.' && month > 0));
    }
    return c == ','
        || c == '年'
        || c == '月'
        || c == '日'
        || ((c == '@' || c == '_') && count > 0)
        || ((c == ')' || c == ']') && text.atEnd())
        || Blanks.isBlank(c);
  }

  /** A date in brackets, as web servers write it, or a zone in brackets behind a time. */
  private boolean takeBracket(char closing) {
    if (!clock.hasTime()) {
      text.skip(1);
      return text.place() == 1 || Character.isLetter(text.peek(0));
    }
    if (closing == ')' && !clock.hasOffset()) {
      text.skip(1);
      return Character.isLetter(text.peek(0));
    }
    return text.skipBehind(closing);
  }

  private boolean takeNumber() {
    int digits = text.digits(0);
    if (perYear > 0 && period == 0 && digits <= 2) {
      period = text.takeNumber(digits);
      return period >= 1 && period <= perYear;
    }
    if (weekMark && week == 0 && digits <= 2 && month == 0) {
      week = text.takeNumber(digits);
      return week >= 1 && week <= 53;
    }
    if (text.peek(digits) == ':') {
      if (isYearBeforeTime(digits)) {
        take(digits);
        text.skip(1);
        return true;
      }
      return !clock.hasTime() && clock.take(digits, ':');
    }
    if (!clock.hasTime() && clock.isRepeatedHour(digits)) {
      return clock.take(digits, ':');
    }
    if (monthMayBeDay && count == 2 && !clock.hasTime() && isDateMark(text.peek(-1))) {
      // "mar. 09/01/2024": the word before a complete date names a day.
      month = 0;
      monthMayBeDay = false;
    }
    boolean dateComplete = count == 3 || (month > 0 && count == 2);
    if ((dateComplete || count == 0) && !clock.hasTime() && clock.takeFrench(digits)) {
      return true;
    }
    if (dateComplete) {
      return !clock.hasTime() && clock.takeAfterDate(digits);
    }
    if (count == 0 && month == 0 && !clock.hasTime() && digits >= 8) {
      return takeCompact(digits);
    }
    if (count == 0 && month == 0 && digits == 6) {
      return takeYearMonth();
    }
    if (digits > 4 || count == 3) {
      return false;
    }
    take(digits);
    return true;
  }

  /** {@code 05/Jan/2024:07:00:00} and {@code 05JAN24:07:00:00}. */
  private boolean isYearBeforeTime(int digits) {
    if (month == 0 || monthFirst || count != 1 || clock.hasTime()) {
      return false;
    }
    return digits == 4
        || (digits == 2
            && text.digits(3) == 2
            && text.peek(5) == ':'
            && text.digits(6) == 2
            && text.peek(8) == ':');
  }

  private static boolean isDateMark(char c) {
    return c == '-' || c == '/' || c == '.';
  }

  /** Adds a date number. */
  private void take(int digits) {
    numbers[count] = text.takeNumber(digits);
    lengths[count++] = digits;
  }

  /** {@code yyyyMMdd} and more digits of time right behind. */
  private boolean takeCompact(int digits) {
    // Ten digits are more often seconds since 1970, but not from 1900000000 to 2099999999.
    boolean hours = digits == 10 && (text.startsWith('1', '9') || text.startsWith('2', '0'));
    if (digits != 8 && !hours && digits != 12 && digits != 14 && digits != 17) {
      return false;
    }
    take(4);
    take(2);
    take(2);
    return digits == 8 || (hours ? clock.takeAfterDate(2) : clock.takeCompact(digits - 8));
  }

  /** {@code yyyyMM}. */
  private boolean takeYearMonth() {
    take(4);
    take(2);
    return text.atEnd();
  }

  private boolean takeWord(char first) {
    if (first >= '一') {
      return takeMark(first);
    }
    if (clock.hasTime()) {
      ClockParts.HalfDay half = clock.takeHalfDay();
      if (half != ClockParts.HalfDay.NONE) {
        return half == ClockParts.HalfDay.TAKEN;
      }
      return takeWordAfterTime();
    }
    String word = text.takeWord();
    if (isPeriod(word)) {
      return takePeriod(word);
    }
    if (takeMonth(word)) {
      return true;
    }
    if (DateWords.isWeek(word) && !weekMark) {
      return takeWeek();
    }
    return DateWords.isWeekday(word) || DateWords.isIgnored(word);
  }

  private boolean takeMonth(String word) {
    int named = months.getOrDefault(word, DateWords.month(word));
    if (named == 0 || (month > 0 && !monthMayBeDay)) {
      return false;
    }
    boolean second = month > 0;
    month = named;
    monthFirst = count == 0;
    monthMayBeDay = !second && monthFirst && DateWords.isWeekday(word);
    return true;
  }

  /** Whether a letter counts the parts of a year, as in {@code 2024Q1} or {@code 2024-M01}. */
  private boolean isPeriod(String word) {
    if (perYear > 0 || month > 0 || weekMark || word.length() != 1) {
      return false;
    }
    boolean numberFollows = DateText.isDigit(text.peek(0)) && text.digits(0) <= 2;
    boolean behindYear = count == 1 && lengths[0] == 4;
    boolean afterNumber = count == 1 && lengths[0] == 1;
    return switch (word.charAt(0)) {
      case 'q' -> true;
      case 'h', 's', 'b' -> afterNumber || ((behindYear || count == 0) && numberFollows);
      case 'm' -> (behindYear || count == 0) && numberFollows;
      case 't' -> (behindYear || count == 0) && text.digits(0) == 1;
      default -> false;
    };
  }

  private boolean takePeriod(String word) {
    perYear =
        switch (word.charAt(0)) {
          case 'q', 't' -> 4;
          case 'm' -> 12;
          default -> 2;
        };
    if (count == 1 && lengths[0] == 1) {
      period = numbers[0];
      count = 0;
    }
    return period <= perYear;
  }

  private boolean takeWeek() {
    weekMark = true;
    if (count == 1 && lengths[0] <= 2) {
      week = numbers[0];
      count = 0;
    }
    return week <= 53;
  }

  /** A zone, a month behind the time or a small word. */
  private boolean takeWordAfterTime() {
    if (clock.hasOffset() && !zone.word().isEmpty()) {
      return takeSmallWord(text.takeWord());
    }
    String rest = text.rest();
    String word = text.takeWord();
    // The second of two equal hours: "02:15 B".
    return zone.takeCertain(word)
        || takeSmallWord(word)
        || word.equals("b")
        || zone.take(word, rest);
  }

  private boolean takeSmallWord(String word) {
    return takeMonth(word) || DateWords.isWeekday(word) || DateWords.isIgnored(word);
  }
}
