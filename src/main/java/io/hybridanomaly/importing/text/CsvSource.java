package io.hybridanomaly.importing.text;

import java.io.IOException;
import java.io.InputStream;

/** Bytes of a CSV file that can be read more than once: an upload, a file, a sample. */
public interface CsvSource {

  /** The file's name as the user knows it, without folders. */
  String name();

  /** A new stream from the first byte on; the caller closes it. */
  InputStream open() throws IOException;

  /** The file that the bytes come from; another one if they were unpacked from it. */
  default CsvSource origin() {
    return this;
  }
}
