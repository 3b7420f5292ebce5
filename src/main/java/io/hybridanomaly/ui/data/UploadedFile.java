package io.hybridanomaly.ui.data;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A visitor's file, kept on disk as long as it is the current one, so that other columns can be
 * chosen without sending it again. It does not outlive the server.
 *
 * @param name the name it has at the visitor's
 * @param path where it is kept
 */
record UploadedFile(String name, Path path) implements CsvSource {

  private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);
  private static final int BUFFER = 64 * 1024;
  private static final Set<Path> STORED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(UploadedFile::deleteAll));
  }

  /** More bytes arrived than one visitor may send. */
  static final class TooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeException(long limit) {
      super(
          "The file is larger than the %s that this server takes: send a shorter stretch of it, or"
                  .formatted(Sizes.text(limit))
              + " run the application on your own machine with a higher limits.max-upload-bytes.");
    }
  }

  /**
   * Stores an upload while it arrives, counting its bytes.
   *
   * @throws TooLargeException as soon as the limit is passed; nothing is kept then
   */
  static UploadedFile receive(String name, InputStream in, long limit) throws IOException {
    Path path = Files.createTempFile("upload-", ".csv");
    STORED.add(path);
    UploadedFile file = new UploadedFile(name.isBlank() ? "upload.csv" : name, path);
    boolean complete = false;
    try (OutputStream out = Files.newOutputStream(path)) {
      copy(in, out, limit);
      complete = true;
    } finally {
      if (!complete) {
        file.delete();
      }
    }
    return file;
  }

  private static void copy(InputStream in, OutputStream out, long limit) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long total = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      total += read;
      if (total > limit) {
        throw new TooLargeException(limit);
      }
      out.write(buffer, 0, read);
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  /** Removes the file from disk; the log says so if that fails. */
  void delete() {
    delete(path);
  }

  /** Removes every visitor's file: the server ends. */
  static void deleteAll() {
    STORED.forEach(UploadedFile::delete);
  }

  private static void delete(Path path) {
    STORED.remove(path);
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("An uploaded file could not be deleted: {}", e.toString());
    }
  }
}
