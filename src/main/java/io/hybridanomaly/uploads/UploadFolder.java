package io.hybridanomaly.uploads;

import io.hybridanomaly.config.DataProperties;
import io.hybridanomaly.uploads.UploadedFile.RefusedException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Where this process keeps the files of its visitors: a folder that bears its number, so that the
 * next start finds what a process left that was killed.
 */
@Component
public final class UploadFolder {

  private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);

  private final Path own;

  /** Removes what processes left that run no more. */
  public UploadFolder(DataProperties data) {
    Path all = data.directory().resolve("uploads");
    long self = ProcessHandle.current().pid();
    own = all.resolve(Long.toString(self));
    if (Files.isDirectory(all)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(all)) {
        for (Path folder : folders) {
          if (isLeft(folder, self)) {
            delete(folder);
          }
        }
      } catch (IOException e) {
        LOG.warn("Uploaded files of an earlier run could not be deleted: {}", e.toString());
      }
    }
  }

  /** A process of this number that runs now has made the folder, unless this one has its number. */
  private static boolean isLeft(Path folder, long self) {
    try {
      long maker = Long.parseLong(String.valueOf(folder.getFileName()));
      return maker == self || ProcessHandle.of(maker).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * A new empty file.
   *
   * @throws RefusedException if there is no room
   */
  Path newFile() throws RefusedException {
    try {
      Files.createDirectories(own);
      return Files.createTempFile(own, "upload-", ".csv");
    } catch (IOException e) {
      throw full(e);
    }
  }

  /** What a visitor is told when the server cannot write; its operator finds the cause. */
  static RefusedException full(IOException cause) {
    LOG.error("Uploaded files cannot be stored: {}", cause.toString());
    return new RefusedException(
        RefusedException.Reason.NO_ROOM,
        "The server has no room left to store the file, or may not write to its folder. Please tell"
            + " its operator, and try again later.",
        cause);
  }

  /** Removes every visitor's file: the server ends. */
  @PreDestroy
  void close() {
    if (Files.isDirectory(own)) {
      delete(own);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("Uploaded files could not be deleted: {}", e.toString());
    }
  }
}
