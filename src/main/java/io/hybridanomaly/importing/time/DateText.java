package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.text.Blanks;
import java.util.Locale;

/**
 * A text that may be a date, and the place up to which it was read. The characters stay where they
 * are, so that only words cost a string. Not thread-safe.
 */
final class DateText {

  private char[] text = {};
  private int start;
  private int at;
  private int end;

  /** Starts with a new text, the blanks at its ends left out. */
  void start(char[] chars, int from, int to) {
    text = chars;
    start = Blanks.startWithout(text, from, to);
    end = Blanks.endWithout(text, start, to);
    at = start;
  }

  boolean atEnd() {
    return at == end;
  }

  /** How many characters were read. */
  int place() {
    return at - start;
  }

  /** The character some places ahead, or behind the place if negative; 0 beyond the end. */
  char peek(int ahead) {
    return at + ahead < end ? text[at + ahead] : 0;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The number of digits in a row, from some places ahead. */
  int digits(int ahead) {
    int from = at + ahead;
    int to = from;
    while (to < end && isDigit(text[to])) {
      to++;
    }
    return to - from;
  }

  void skip(int length) {
    at += length;
  }

  /** Whether two characters stand here. */
  boolean startsWith(char first, char second) {
    return peek(0) == first && peek(1) == second;
  }

  /** The number of letters in a row from here. */
  int letters() {
    int to = at;
    while (to < end && Character.isLetter(text[to])) {
      to++;
    }
    return to - at;
  }

  /** Everything from here to the end or to a closing mark, which is left where it is. */
  String rest() {
    int to = at;
    while (to < end && text[to] != ')' && text[to] != ']') {
      to++;
    }
    return new String(text, at, to - at);
  }

  /** Passes over everything up to a mark; false if there is none. */
  boolean skipBehind(char mark) {
    while (at < end) {
      if (text[at++] == mark) {
        return true;
      }
    }
    return false;
  }

  /** Reads digits that are known to stand here. */
  int takeNumber(int digits) {
    int value = 0;
    int to = at + digits;
    for (int i = at; i < to; i++) {
      value = value * 10 + (text[i] - '0');
    }
    at = to;
    return value;
  }

  /** Reads letters, in small ones. */
  String takeWord() {
    int to = at;
    while (to < end && Character.isLetter(text[to])) {
      to++;
    }
    String word = new String(text, at, to - at).toLowerCase(Locale.ROOT);
    at = to;
    return word;
  }
}
