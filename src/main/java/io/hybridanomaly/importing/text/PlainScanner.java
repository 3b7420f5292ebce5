package io.hybridanomaly.importing.text;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/**
 * The fast way through the plain part of a CSV text, cut exactly as Commons CSV cuts it. Quotes are
 * plain as long as they stand around a whole cell without quote or line break; the first record
 * with another quote, or one that is too long, ends the plain part and is left to Commons CSV with
 * everything below it.
 */
final class PlainScanner {

  private static final int FIRST_CAPACITY = 1 << 14;

  private enum Found {
    RECORD,
    COMMENT,
    /** The record goes on behind the buffer. */
    UNFINISHED,
    /** Not plain. */
    OTHER
  }

  private final Reader in;
  private final char delimiter;
  private final char quote;
  private final boolean comments;
  private final boolean trims;

  private char[] buffer = new char[FIRST_CAPACITY];
  private int at;
  private int end;
  private boolean ended;
  private long line;

  /**
   * @param comments whether lines that start with {@code #} are passed over
   * @param trims whether blanks around cells are passed over
   * @param linesAbove lines that were read from the text before
   */
  PlainScanner(
      Reader in, char delimiter, char quote, boolean comments, boolean trims, long linesAbove) {
    this.in = in;
    this.delimiter = delimiter;
    this.quote = quote;
    this.comments = comments;
    this.trims = trims;
    this.line = linesAbove;
  }

  /** The lines passed, those above the text included. */
  long line() {
    return line;
  }

  /** Whether nothing is left. */
  boolean atEnd() {
    return ended && at == end;
  }

  /** What is left of the text, from the beginning of a record. */
  Reader rest() throws IOException {
    PushbackReader rest = new PushbackReader(in, Math.max(1, end - at));
    rest.unread(buffer, at, end - at);
    return rest;
  }

  /** Reads the next record; false at the end of the plain part. */
  boolean next(CsvRow row) throws IOException {
    while (true) {
      if (at == end && !fill()) {
        return false;
      }
      Found found = comments && buffer[at] == '#' ? passComment() : scan(row);
      if (found == Found.RECORD) {
        return true;
      }
      if (found == Found.OTHER || (found == Found.UNFINISHED && !fill())) {
        return false;
      }
    }
  }

  private Found passComment() {
    int i = at;
    while (i < end && !isLineBreak(buffer[i])) {
      i++;
    }
    return endLine(i) ? Found.COMMENT : Found.UNFINISHED;
  }

  private Found scan(CsvRow row) {
    char[] chars = buffer;
    row.start(chars);
    int i = at;
    while (true) {
      while (trims && i < end && isSkipped(chars[i])) {
        i++;
      }
      int from = i;
      if (i < end && chars[i] == quote) {
        i = closingQuote(i);
        if (i + 1 >= end) {
          return ended ? Found.OTHER : Found.UNFINISHED;
        }
        if (chars[i] != quote || (chars[i + 1] != delimiter && !isLineBreak(chars[i + 1]))) {
          return Found.OTHER;
        }
        row.add(from + 1, i++);
      } else {
        char c;
        while (i < end && (c = chars[i]) != delimiter && c != '\n' && c != '\r') {
          i++;
        }
        row.add(from, trims ? trimmed(from, i) : i);
      }
      if (i < end && chars[i] == delimiter) {
        i++;
      } else {
        return endLine(i) ? Found.RECORD : Found.UNFINISHED;
      }
    }
  }

  /** The place of the next quote or line break behind an opening quote. */
  private int closingQuote(int opening) {
    int i = opening + 1;
    while (i < end && buffer[i] != quote && !isLineBreak(buffer[i])) {
      i++;
    }
    return i;
  }

  /** Goes on below a line that ends at a place; false if the buffer does not show its end. */
  private boolean endLine(int lineEnd) {
    boolean pairPossible = lineEnd < end && buffer[lineEnd] == '\r' && lineEnd + 1 == end;
    if (!ended && (lineEnd == end || pairPossible)) {
      return false;
    }
    boolean pair = lineEnd + 1 < end && buffer[lineEnd] == '\r' && buffer[lineEnd + 1] == '\n';
    at = Math.min(end, lineEnd + (pair ? 2 : 1));
    line++;
    return true;
  }

  private int trimmed(int from, int to) {
    int last = to;
    while (last > from && Character.isWhitespace(buffer[last - 1])) {
      last--;
    }
    return last;
  }

  private boolean isSkipped(char c) {
    return c != delimiter && !isLineBreak(c) && Character.isWhitespace(c);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** Reads more text behind the unfinished record; false at the end or if it is too long. */
  private boolean fill() throws IOException {
    if (ended || end - at >= RecordReader.MAX_RECORD_LENGTH) {
      return false;
    }
    char[] target = end - at > buffer.length / 2 ? new char[2 * buffer.length] : buffer;
    System.arraycopy(buffer, at, target, 0, end - at);
    buffer = target;
    end -= at;
    at = 0;
    int read = in.read(buffer, end, buffer.length - end);
    ended = read < 0;
    end += Math.max(read, 0);
    return read > 0 || at < end;
  }
}
