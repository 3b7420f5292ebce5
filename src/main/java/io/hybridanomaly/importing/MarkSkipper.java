package io.hybridanomaly.importing;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Leaves out a byte-order mark at the beginning of a text. */
final class MarkSkipper extends FilterReader {

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
