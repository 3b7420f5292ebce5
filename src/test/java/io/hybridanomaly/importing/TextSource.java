package io.hybridanomaly.importing;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A CSV file in memory. */
public record TextSource(String name, byte[] bytes) implements CsvSource {

  /** A file of some name. */
  public static TextSource of(String text) {
    return of("test.csv", text);
  }

  /** A file of this name. */
  public static TextSource of(String name, String text) {
    return new TextSource(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
