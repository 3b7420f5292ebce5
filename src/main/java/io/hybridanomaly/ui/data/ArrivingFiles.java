package io.hybridanomaly.ui.data;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.server.streams.UploadResult;
import io.hybridanomaly.analysis.FileNames;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.uploads.Sizes;
import io.hybridanomaly.uploads.UploadedFile;
import io.hybridanomaly.uploads.Uploads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the bytes of a visitor's files while they arrive, and knows which were chosen together:
 * the page says so with each. Called on requests' threads without the page's lock.
 */
final class ArrivingFiles implements UploadHandler {

  /** The most files that may come together. */
  static final int MOST = 100;

  /** {@code mark/count}: files with one mark were chosen together, so many of them. */
  static final String TOGETHER = "X-Together";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ArrivingFiles.class);

  /**
   * Files that were chosen together, all of them here.
   *
   * @param parts in the order they came, also those that were not taken
   * @param stored those that were
   */
  record Arrived(List<Containers.Part> parts, List<UploadedFile> stored) {
    Arrived {
      parts = List.copyOf(parts);
      stored = List.copyOf(stored);
    }
  }

  /** A file that was not taken. */
  private record Missing(String name) implements CsvSource {
    @Override
    public InputStream open() throws IOException {
      throw new IOException(name + " was not taken");
    }
  }

  private final transient Uploads uploads;
  private final transient Semaphore arriving;
  private final transient Consumer<Arrived> whenHere;
  private final transient Runnable whenSent;
  private final transient List<Containers.Part> parts = new ArrayList<>();
  private final transient List<UploadedFile> stored = new ArrayList<>();
  private final transient Set<String> takenBack = new HashSet<>();
  private String mark = "";
  private int left;
  private long bytes;

  /**
   * @param uploads takes the files of all visitors
   * @param whenHere hears of files when the last of those chosen together is here
   * @param whenSent hears after that that the browser has its answer
   */
  ArrivingFiles(Uploads uploads, Consumer<Arrived> whenHere, Runnable whenSent) {
    this.uploads = uploads;
    this.arriving = uploads.ofOneVisitor();
    this.whenHere = whenHere;
    this.whenSent = whenSent;
  }

  @Override
  public void handleUploadRequest(UploadEvent event) {
    String header = event.getRequest().getHeader(TOGETHER);
    String name = FileNames.plain(event.getFileName(), "The file");
    try (InputStream in = event.getInputStream()) {
      arrived(header, uploads.receive(event.getFileName(), in, arriving));
    } catch (UploadedFile.RefusedException e) {
      refused(event, header, name, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      LOG.info("An upload broke off: {}", e.toString());
      refused(
          event,
          header,
          name,
          "The upload of %s broke off before its end: check the connection and try again."
              .formatted(name));
    }
  }

  private void refused(UploadEvent event, @Nullable String header, String name, String sentence) {
    event.reject(sentence);
    if (wasTakenBack(name)) {
      return;
    }
    add(header, new Containers.Part(new Missing(name), sentence), null, 0);
  }

  void arrived(@Nullable String header, UploadedFile file) throws IOException {
    add(header, new Containers.Part(file, ""), file, Files.size(file.path()));
  }

  private synchronized void add(
      @Nullable String header, Containers.Part part, @Nullable UploadedFile file, long size) {
    begin(header == null ? "" : header);
    if (file != null && bytes + size > uploads.maxBytes()) {
      file.delete();
      parts.add(
          new Containers.Part(
              new Missing(file.name()),
              "All files together are larger than the %s that this server takes: send fewer at once."
                  .formatted(Sizes.text(uploads.maxBytes()))));
    } else {
      parts.add(part);
      if (file != null) {
        stored.add(file);
        bytes += size;
      }
    }
    countDown();
  }

  private void countDown() {
    left--;
    if (left <= 0) {
      if (!parts.isEmpty()) {
        whenHere.accept(new Arrived(parts, stored));
      }
      clear();
    }
  }

  /**
   * The visitor takes back a file; if it has not come yet, it is not waited for.
   *
   * @param fileName as the browser says it
   */
  synchronized void takeBack(String fileName) {
    String name = FileNames.plain(fileName, "The file");
    boolean here = parts.stream().anyMatch(part -> part.file().name().equals(name));
    if (left > 0 && !here) {
      takenBack.add(name);
      countDown();
    }
  }

  private synchronized boolean wasTakenBack(String name) {
    return takenBack.remove(name);
  }

  /** Removes files of which others were still waited for: the visitor is gone. */
  synchronized void discard() {
    stored.forEach(UploadedFile::delete);
    clear();
  }

  /** Files that others were waited for, in vain, are given up when new ones come. */
  private void begin(String header) {
    if (left <= 0 || !header.equals(mark)) {
      discard();
      takenBack.clear();
      mark = header;
      String count = header.substring(header.indexOf('/') + 1);
      left = count.matches("\\d{1,3}") ? Integer.parseInt(count) : 1;
    }
  }

  private void clear() {
    parts.clear();
    stored.clear();
    bytes = 0;
    left = 0;
  }

  /** One file after the other can be sent, whatever became of the one before. */
  @Override
  public synchronized void responseHandled(UploadResult result) {
    if (left == 0) {
      whenSent.run();
    }
  }

  @Override
  public long getRequestSizeMax() {
    return -1;
  }

  @Override
  public long getFileSizeMax() {
    return -1;
  }
}
