package io.hybridanomaly.spark;

import io.hybridanomaly.cli.UsageException;
import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
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

  /**
   * The store that an address leads to.
   *
   * @param shown as it was named
   * @throws UsageException if Hadoop knows no such store, or has no library for it
   */
  static FileSystem store(String shown, Path path, Configuration configuration)
      throws UsageException {
    try {
      return path.getFileSystem(configuration);
    } catch (IOException | RuntimeException e) {
      // Hadoop puts a missing class into an exception without a type of its own.
      Throwable reason = e;
      while (reason.getCause() != null) {
        reason = reason.getCause();
      }
      throw new UsageException(
          "%s: Hadoop finds no store at this address (%s); check it, or add the library for it."
              .formatted(shown, reason.getMessage()),
          e);
    }
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
