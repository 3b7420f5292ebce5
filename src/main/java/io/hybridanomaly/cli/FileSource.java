package io.hybridanomaly.cli;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file on disk. */
record FileSource(Path path) implements CsvSource {

  /**
   * Makes sure that a file can be read.
   *
   * @throws UsageException if it is not there or may not be read
   */
  static void requireReadable(Path path) throws UsageException {
    if (!Files.exists(path)) {
      throw new UsageException(path + ": there is no such file; check the path.");
    }
    if (!Files.isReadable(path)) {
      throw new UsageException(path + ": the file may not be read; check its permissions.");
    }
  }

  @Override
  public String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }
}
