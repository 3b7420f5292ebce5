package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.text.Blanks;

/**
 * Cuts a text into the parts of a date: up to three numbers, the name of a month, a quarter or
 * week, a clock time and a zone. What the numbers mean is not decided here. Not thread-safe.
 */
final class DateParts {

  /** A longer text is no date. */
  static final int MAX_LENGTH = 80;

  private final DateText text = new DateText();
  private final ClockParts clock = new ClockParts(text);

  private final int[] numbers = new int[3];
  private final int[] lengths = new int[3];
  private int count;
  private int month;
  private boolean monthFirst;
  private int quarter;
  private int week;
  private boolean weekMark;
  private boolean quarterMark;
  private char dateMark;

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

  boolean hasQuarter() {
    return quarterMark;
  }

  /** From 1 to 4, 0 if no number stands beside the Q. */
  int quarter() {
    return quarter;
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
    quarter = 0;
    week = 0;
    weekMark = false;
    quarterMark = false;
    dateMark = 0;
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
    if (c == '[' && clock.hasTime()) {
      return text.skipBehind(']');
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
      return text.place() > 1 && (!text.atEnd() || Character.isLetter(text.peek(-2)));
    }
    return c == ',' || c == '年' || c == '月' || c == '日' || Blanks.isBlank(c);
  }

  private boolean takeNumber() {
    int digits = text.digits(0);
    if (quarterMark && quarter == 0 && digits == 1) {
      quarter = text.takeNumber(1);
      return quarter >= 1 && quarter <= 4;
    }
    if (weekMark && week == 0 && digits == 2) {
      week = text.takeNumber(2);
      return week >= 1 && week <= 53;
    }
    if (text.peek(digits) == ':') {
      return !clock.hasTime() && clock.take(digits, ':');
    }
    boolean dateComplete = count == 3 || (month > 0 && count == 2);
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

  /** Adds a date number. */
  private void take(int digits) {
    numbers[count] = text.takeNumber(digits);
    lengths[count++] = digits;
  }

  /** {@code yyyyMMdd} and more digits of time right behind. */
  private boolean takeCompact(int digits) {
    if (digits != 8 && digits != 12 && digits != 14 && digits != 17) {
      return false;
    }
    take(4);
    take(2);
    take(2);
    return digits == 8 || clock.takeCompact(digits - 8);
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
    String word = text.takeWord();
    if (word.equals("q")) {
      quarterMark = true;
      if (count == 1 && lengths[0] == 1) {
        quarter = numbers[0];
        count = 0;
      }
      return quarter <= 4;
    }
    if (word.equals("w") && DateText.isDigit(text.peek(0)) && count == 1) {
      weekMark = true;
      return true;
    }
    if (clock.isHalfDay(word)) {
      return clock.takeHalfDay(word.startsWith("p"));
    }
    int named = DateWords.month(word);
    if (named > 0 && month == 0) {
      month = named;
      monthFirst = count == 0;
      return true;
    }
    if (clock.hasTime() && DateWords.isZone(word)) {
      clock.setOffset(DateWords.zoneSeconds(word));
      return true;
    }
    return DateWords.isIgnored(word);
  }
}
