package io.hybridanomaly.importing.time;

/** The marks between start and end of an interval of time. */
final class Intervals {

  private static final String[] WORDS = {" to ", " bis ", " until ", " till ", " tot ", " au "};

  private Intervals() {}

  /** The length of the mark that stands at a place; 0 if none does. */
  static int mark(char[] text, int at, int to) {
    char c = text[at];
    if (c == '-' || c == '/' || c == '\u2013' || c == '\u2014' || c == '~' || c == '\u2192') {
      return 1;
    }
    if (c == '.' && at + 1 < to && text[at + 1] == '.') {
      return 2;
    }
    if (c != ' ') {
      return 0;
    }
    for (String word : WORDS) {
      if (stands(word, text, at, to)) {
        return word.length();
      }
    }
    return 0;
  }

  private static boolean stands(String word, char[] text, int at, int to) {
    if (to - at <= word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (Character.toLowerCase(text[at + i]) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a part of a text is a duration of ISO 8601, such as {@code PT1H}. */
  static boolean isDuration(char[] text, int from, int to) {
    if (to - from < 3 || text[from] != 'P') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      if ("0123456789YMWDTHS.".indexOf(text[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether an end fits a start; two years are neighbours, not any two numbers.
   *
   * @param length microseconds from the start to the end, if both are dates
   * @param open whether the order of day and month is open, so that the length says nothing
   */
  static boolean isOne(DateGranularity start, DateGranularity end, long length, boolean open) {
    if (start == DateGranularity.TIME || end == DateGranularity.TIME || open) {
      return end == DateGranularity.TIME || end == start;
    }
    boolean years = start == DateGranularity.YEAR;
    return end == start && length >= 0 && (!years || length <= 366 * ClockTime.MICROS_PER_DAY);
  }
}
