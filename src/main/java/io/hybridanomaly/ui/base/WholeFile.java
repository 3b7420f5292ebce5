package io.hybridanomaly.ui.base;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Downloads that are whole or an error: the browser could not tell a part from the whole. */
public final class WholeFile {

  private WholeFile() {}

  /** A file as bytes. */
  @FunctionalInterface
  public interface Bytes {
    /** Writes all of it; need not close. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** A file as text, UTF-8. */
  @FunctionalInterface
  public interface Text {
    /** Writes all of it; need not close. */
    void writeTo(Appendable out) throws IOException;
  }

  /** Sends a file when it is whole. */
  public static void send(DownloadEvent event, Bytes content) throws IOException {
    Path file = Files.createTempFile("download-", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        content.writeTo(out);
      }
      event.setContentLength(Files.size(file));
      Files.copy(file, event.getOutputStream());
    } finally {
      Files.delete(file);
    }
  }

  /** The same for a text. */
  public static void sendText(DownloadEvent event, Text content) throws IOException {
    send(
        event,
        out -> {
          Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          content.writeTo(text);
          text.flush();
        });
  }

  /** What the page knows at the moment: downloads come without its lock. */
  public static <T> T locked(DownloadEvent event, Supplier<T> known) {
    VaadinSession session = event.getSession();
    session.lock();
    try {
      return known.get();
    } finally {
      session.unlock();
    }
  }
}
