package io.hybridanomaly.api;

import io.hybridanomaly.uploads.UploadedFile;
import io.hybridanomaly.uploads.UploadedFile.RefusedException;
import io.hybridanomaly.uploads.Uploads;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a program sends, part by part as it arrives: nothing but the file goes to disk, and it is
 * counted while it comes, whatever length was announced.
 *
 * @param file the caller deletes it
 * @param fields the others, each as often as it was sent
 */
record Form(UploadedFile file, Map<String, List<String>> fields) implements AutoCloseable {

  private static final String FILE = "file";
  private static final int MOST_FIELDS = 100;
  private static final int LONGEST_FIELD = 4096;

  /** Parts that have been read so far. */
  private static final class Parts {
    private final Uploads uploads;
    private final Semaphore arriving;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private @Nullable UploadedFile file;
    private int count;

    Parts(Uploads uploads, Semaphore arriving) {
      this.uploads = uploads;
      this.arriving = arriving;
    }

    void add(FileItemInput part) throws IOException, ProblemException {
      String name = String.valueOf(part.getFieldName());
      try (InputStream in = part.getInputStream()) {
        if (name.equals(FILE)) {
          if (file != null) {
            throw wrong("The form has two parts named \"file\": send one file with each call.");
          }
          String original = part.getName();
          file = uploads.receive(original == null ? "" : original, in, arriving);
        } else {
          addField(name, in);
        }
      }
    }

    private void addField(String name, InputStream in) throws IOException, ProblemException {
      count++;
      byte[] value = in.readNBytes(LONGEST_FIELD + 1);
      if (count > MOST_FIELDS || value.length > LONGEST_FIELD || name.length() > LONGEST_FIELD) {
        throw wrong(
            "The form has more than %d fields, or one of more than %d bytes."
                .formatted(MOST_FIELDS, LONGEST_FIELD));
      }
      fields
          .computeIfAbsent(name, key -> new ArrayList<>())
          .add(new String(value, StandardCharsets.UTF_8));
    }

    Form whole() throws ProblemException {
      if (file == null) {
        throw wrong("The form has no part named \"file\": send the CSV file under this name.");
      }
      return new Form(file, fields);
    }

    void discard() {
      if (file != null) {
        file.delete();
      }
    }
  }

  /**
   * Reads a request to its end.
   *
   * @param arriving counts what of one visitor arrives at once
   * @throws ProblemException if it is no such form, or its file is not taken; nothing is kept then
   */
  static Form read(HttpServletRequest request, Uploads uploads, Semaphore arriving)
      throws ProblemException {
    if (!JakartaServletFileUpload.isMultipartContent(request)) {
      throw new ProblemException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Send the file as the part \"file\" of a form (multipart/form-data).");
    }
    Parts parts = new Parts(uploads, arriving);
    boolean well = false;
    try {
      Form form = read(request, parts);
      well = true;
      return form;
    } finally {
      if (!well) {
        parts.discard();
      }
    }
  }

  private static Form read(HttpServletRequest request, Parts parts) throws ProblemException {
    JakartaServletFileUpload<?, ?> reader = new JakartaServletFileUpload<>();
    reader.setHeaderCharset(StandardCharsets.UTF_8);
    try {
      FileItemInputIterator all = reader.getItemIterator(request);
      while (all.hasNext()) {
        parts.add(all.next());
      }
      return parts.whole();
    } catch (RefusedException e) {
      throw new ProblemException(status(e.reason()), e);
    } catch (FileUploadException | IllegalArgumentException e) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, new IOException("The form cannot be read: it is damaged.", e));
    } catch (IOException e) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, new IOException("The form broke off before its end.", e));
    }
  }

  private static HttpStatus status(RefusedException.Reason reason) {
    return switch (reason) {
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
      case VISITOR_BUSY -> HttpStatus.TOO_MANY_REQUESTS;
      case SERVER_BUSY, NO_ROOM -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  private static ProblemException wrong(String sentence) {
    return new ProblemException(HttpStatus.BAD_REQUEST, sentence);
  }

  @Override
  public void close() {
    file.delete();
  }
}
