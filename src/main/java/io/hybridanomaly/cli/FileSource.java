package io.hybridanomaly.cli;

import io.hybridanomaly.importing.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file on disk. */
record FileSource(Path path) implements CsvSource {

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
