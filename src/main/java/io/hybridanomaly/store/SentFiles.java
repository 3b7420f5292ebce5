package io.hybridanomaly.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.dao.DuplicateKeyException;

/**
 * Files that programs have sent with their detections, once each whatever the number of detections
 * that need them, compressed. One goes with the last job that needs it.
 */
public final class SentFiles {

  private final Database database;
  private final long mostBytes;

  /** There is no room for one more. The message is a sentence for whoever has sent it. */
  public static final class FullException extends Exception {

    private static final long serialVersionUID = 1L;

    FullException() {
      super(
          "The server has no room for further results: delete those that you have read, or try again"
              + " when older ones have expired.");
    }
  }

  /**
   * A file as it is stored; made before anybody waits for the table.
   *
   * @param hash of its bytes
   * @param content compressed
   */
  public record Packed(String hash, byte[] content) {

    /** Reads a file to its end. */
    public static Packed of(InputStream file) throws IOException {
      MessageDigest digest = Hash.digest();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(bytes);
          InputStream in = new DigestInputStream(file, digest)) {
        in.transferTo(out);
      }
      return new Packed(HexFormat.of().formatHex(digest.digest()), bytes.toByteArray());
    }

    /** The bytes as they were sent. */
    public InputStream open() {
      try {
        return new GZIPInputStream(new ByteArrayInputStream(content));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * What a detection was asked for.
   *
   * @param file what was sent
   * @param name of the file
   * @param fields what was chosen, as the caller can read it back
   * @param secondsRead how long the reading took
   */
  public record Sent(Packed file, String name, String fields, double secondsRead) {}

  /**
   * @param mostBytes of everything that is kept, as {@link Room} counts it
   */
  public SentFiles(Database database, long mostBytes) {
    this.database = database;
    this.mostBytes = mostBytes;
  }

  /**
   * Makes sure that there is room for a file.
   *
   * @throws FullException if not
   */
  public void requireRoom(Packed file) throws FullException {
    if (Room.used(database) + file.content().length > mostBytes) {
      throw new FullException();
    }
  }

  /** Keeps what a job was asked for, as long as the job. */
  public void add(String job, Sent sent) {
    try {
      insert(job, sent);
    } catch (DuplicateKeyException e) {
      // The same file has been stored just now.
      insert(job, sent);
    }
  }

  private void insert(String job, Sent sent) {
    database
        .transaction()
        .executeWithoutResult(
            status -> {
              database.insertOnce("upload", sent.file().hash(), sent.file().content());
              database
                  .sql()
                  .sql(
                      "insert into sent_file (job, upload, name, fields, seconds_read)"
                          + " values (?,?,?,?,?)")
                  .params(job, sent.file().hash(), sent.name(), sent.fields(), sent.secondsRead())
                  .update();
            });
  }

  /** What a job was asked for; empty if no program has sent it. */
  public Optional<Sent> find(String job) {
    return database
        .sql()
        .sql(
            "select hash, content, name, fields, seconds_read from sent_file"
                + " join upload on upload.hash = sent_file.upload where job = ?")
        .param(job)
        .query(
            (row, number) ->
                new Sent(
                    new Packed(row.getString(1), row.getBytes(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getDouble(5)))
        .optional();
  }

  /** Whether a program has sent a job. */
  public boolean contains(String job) {
    return database
        .sql()
        .sql("select 1 from sent_file where job = ?")
        .param(job)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Deletes the files that no job needs any more. */
  public static void deleteUnneeded(Database database) {
    database
        .sql()
        .sql(
            "delete from upload where not exists"
                + " (select 1 from sent_file where sent_file.upload = upload.hash)")
        .update();
  }
}
