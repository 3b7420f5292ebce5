package io.hybridanomaly.importing.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a file may unpack to, all its parts together: a small archive can hold more than any disk.
 */
final class Budget {

  private final long limit;
  private long left;

  /**
   * @param limit in bytes
   */
  Budget(long limit) {
    this.limit = limit;
    this.left = limit;
  }

  /** More came out than is allowed. */
  static final class SpentException extends IOException {

    private static final long serialVersionUID = 1L;

    SpentException(long limit) {
      super(
          "The file unpacks to more than the %s that are allowed: unpack it and take a part of it."
              .formatted(size(limit)));
    }

    private static String size(long bytes) {
      long mega = 1024L * 1024;
      return bytes >= mega ? bytes / mega + " MB" : bytes + " bytes";
    }
  }

  /** Counts bytes that came out. */
  void spend(long bytes) throws SpentException {
    left -= bytes;
    if (left < 0) {
      throw new SpentException(limit);
    }
  }

  /** The same bytes, counted. */
  InputStream counted(InputStream in) {
    return new FilterInputStream(in) {

      @Override
      public int read() throws IOException {
        int read = super.read();
        spend(read < 0 ? 0 : 1);
        return read;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        spend(Math.max(read, 0));
        return read;
      }
    };
  }
}
