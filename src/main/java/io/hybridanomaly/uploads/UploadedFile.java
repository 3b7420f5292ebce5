package io.hybridanomaly.uploads;

import io.hybridanomaly.analysis.FileNames;
import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A visitor's file, kept on disk as long as it is the current one, so that other columns can be
 * chosen without sending it again. It does not outlive the server.
 *
 * @param name the name it has at the visitor's, without what a page could not show as it is
 * @param path where it is kept
 */
public record UploadedFile(String name, Path path) implements CsvSource {

  private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);

  /** An upload that is not taken. The message is one plain sentence for the visitor. */
  public static final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What it is about. */
    public enum Reason {
      TOO_LARGE,
      TOO_SLOW,
      VISITOR_BUSY,
      SERVER_BUSY,
      NO_ROOM
    }

    RefusedException(Reason reason, String message) {
      super(message);
      this.reason = reason;
    }

    RefusedException(Reason reason, String message, Throwable cause) {
      super(message, cause);
      this.reason = reason;
    }

    /** Why it is not taken, for programs. */
    public Reason reason() {
      return reason;
    }
  }

  /**
   * Stores an upload while it arrives.
   *
   * @param arriving counts its bytes and ends what is too large or too slow
   * @throws RefusedException if it is not taken; nothing is kept then
   * @throws IOException if it breaks off
   */
  static UploadedFile receive(
      String name, InputStream in, UploadWatch arriving, UploadFolder folder) throws IOException {
    Path path = folder.newFile();
    UploadedFile file = new UploadedFile(FileNames.plain(name, "upload.csv"), path);
    boolean complete = false;
    try {
      copy(in, path, arriving);
      complete = true;
    } finally {
      if (!complete) {
        file.delete();
      }
    }
    return file;
  }

  private static void copy(InputStream in, Path path, UploadWatch arriving) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      byte[] buffer = new byte[UploadWatch.BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        arriving.count(read);
        write(out, buffer, read);
      }
    }
  }

  private static void write(OutputStream out, byte[] buffer, int length) throws RefusedException {
    try {
      out.write(buffer, 0, length);
    } catch (IOException e) {
      throw UploadFolder.full(e);
    }
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  /** Removes the file from disk; the log says so if that fails. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warn("An uploaded file could not be deleted: {}", e.toString());
    }
  }
}
