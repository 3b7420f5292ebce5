package io.hybridanomaly.importing.text;

/** Blanks as files have them, the no-break kinds included. */
public final class Blanks {

  private Blanks() {}

  /** Whether a character is a blank. */
  public static boolean isBlank(char c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == '\u00A0' // no-break space
        || c == '\u202F' // narrow no-break space
        || c == '\u2009' // thin space
        || c == '\u2007' // figure space
        || c == '\u3000' // ideographic space
        || c == '\uFEFF'; // zero width no-break space, a byte-order mark in the middle of a file
  }

  /** The first character from a place on that is no blank; the end if all are. */
  public static int startWithout(char[] text, int from, int to) {
    int start = from;
    while (start < to && isBlank(text[start])) {
      start++;
    }
    return start;
  }

  /** The place behind the last character before another that is no blank; the start if all are. */
  public static int endWithout(char[] text, int from, int to) {
    int end = to;
    while (end > from && isBlank(text[end - 1])) {
      end--;
    }
    return end;
  }

  /** The text without blanks at both ends. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** The text on one line and no longer than a message can bear. */
  public static String shorten(String text) {
    String line = strip(text).replaceAll("\\p{Cntrl}+", " ");
    int limit = 40;
    if (line.length() <= limit) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(limit - 1)) ? limit - 1 : limit;
    return line.substring(0, end) + "…";
  }
}
