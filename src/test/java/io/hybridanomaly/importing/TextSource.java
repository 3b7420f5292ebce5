package io.hybridanomaly.importing;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A CSV file in memory. */
record TextSource(String name, byte[] bytes) implements CsvSource {

  static TextSource of(String text) {
    return new TextSource("test.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
