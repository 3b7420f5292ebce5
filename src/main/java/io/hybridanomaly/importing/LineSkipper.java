package io.hybridanomaly.importing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Passes over lines, counted as the CSV parser counts them. */
final class LineSkipper {

  private LineSkipper() {}

  /**
   * The text below a line.
   *
   * @param lines lines to pass over
   * @throws ImportException if a line is longer than a record may be
   */
  static Reader below(long lines, Reader text) throws ImportException, IOException {
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
}
