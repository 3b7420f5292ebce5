package io.hybridanomaly.importing.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text whose runs of blanks inside a line are one blank, and none at the ends of a line: tables
 * that are aligned with blanks have as many as look well.
 */
public final class BlankRuns extends FilterReader {

  private boolean inLine;
  private boolean blankBefore;
  private int waiting = -1;

  private BlankRuns(Reader in) {
    super(in);
  }

  /** The text as a table with a delimiter has it; changed only if that is the blank. */
  public static Reader joined(Reader text, char delimiter) {
    return delimiter == ' ' ? new BlankRuns(text) : text;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int count = 0;
    if (waiting >= 0 && length > 0) {
      target[offset + count++] = (char) waiting;
      waiting = -1;
    }
    char[] block = new char[Math.max(1, (length - count) / 2)];
    while (count == 0 || (length - count >= 2 && block.length <= (length - count) / 2)) {
      int read = in.read(block, 0, block.length);
      if (read < 0) {
        return count == 0 ? -1 : count;
      }
      for (int i = 0; i < read; i++) {
        count = put(block[i], target, offset, count, length);
      }
    }
    return count;
  }

  private int put(char c, char[] target, int offset, int count, int length) {
    int end = count;
    if (c == '\n' || c == '\r') {
      inLine = false;
      blankBefore = false;
    } else if (Blanks.isBlank(c)) {
      blankBefore = inLine;
      return end;
    } else {
      if (blankBefore) {
        target[offset + end++] = ' ';
      }
      blankBefore = false;
      inLine = true;
    }
    if (end < length) {
      target[offset + end++] = c;
    } else {
      waiting = c;
    }
    return end;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
