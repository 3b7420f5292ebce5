package io.hybridanomaly.spark;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A file on a disk that all machines see, or in a store that Hadoop knows.
 *
 * @param address an absolute path, or an address with a scheme
 * @param configuration of Hadoop's file systems
 */
record RemoteFile(String address, Configuration configuration) implements CsvSource {

  private static final String SCHEME_END = "://";

  /** Whether it is an address and no path of this machine. */
  static boolean hasScheme(String input) {
    return input.contains(SCHEME_END);
  }

  @Override
  public String name() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  @Override
  public InputStream open() throws IOException {
    if (!hasScheme(address)) {
      return Files.newInputStream(java.nio.file.Path.of(address));
    }
    Path path = new Path(address);
    return path.getFileSystem(configuration).open(path);
  }
}
