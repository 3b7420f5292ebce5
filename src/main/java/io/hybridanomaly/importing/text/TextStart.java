package io.hybridanomaly.importing.text;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes over the beginning of a text: a byte-order mark, or lines that were read before. */
public final class TextStart {

  private TextStart() {}

  /** The text without a byte-order mark at its beginning. */
  public static Reader withoutMark(Reader text) {
    return new MarkSkipper(text);
  }

  /**
   * The text below a line, lines counted as the CSV parser counts them.
   *
   * @param lines lines to pass over
   * @throws ImportException if a line is longer than a record may be
   */
  public static Reader below(long lines, Reader text) throws ImportException, IOException {
    if (lines == 0) {
      return text;
    }
    Reader buffered = new BufferedReader(text, 1 << 16);
    long passed = 0;
    long length = 0;
    int c;
    while (passed < lines && (c = buffered.read()) >= 0) {
      length++;
      if (c == '\n') {
        passed++;
        length = 0;
      } else if (c == '\r') {
        passed++;
        length = 0;
        buffered.mark(1);
        if (buffered.read() != '\n') {
          buffered.reset();
        }
      }
      if (length > RecordReader.MAX_RECORD_LENGTH) {
        throw new ImportException(
            "The row in line %d is longer than a million characters: probably a quote in it is never closed; close or remove it."
                .formatted(passed + 1),
            passed + 1,
            null);
      }
    }
    return buffered;
  }

  /** Leaves out a byte-order mark at the beginning of a text. */
  private static final class MarkSkipper extends FilterReader {

    private boolean started;

    MarkSkipper(Reader in) {
      super(in);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      if (started || read <= 0) {
        return read;
      }
      started = true;
      if (buffer[offset] != '\uFEFF') {
        return read;
      }
      if (read == 1) {
        return read(buffer, offset, length);
      }
      System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
      return read - 1;
    }
  }
}
