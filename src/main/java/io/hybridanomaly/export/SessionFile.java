package io.hybridanomaly.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A session as compressed bytes, without the markup and the pictures of a report. */
public final class SessionFile {

  private static final int VERSION = 1;

  private SessionFile() {}

  /** The bytes. */
  public static byte[] write(Session session) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(bytes))) {
      out.writeInt(VERSION);
      write(SessionJson.write(session), out);
      write(Json.text(PointsDocument.of(session.analysis())), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #write} has written, maybe in an earlier version of this program.
   *
   * @param maxPoints longest series that is accepted
   * @throws ReportException if it cannot be read any more
   */
  public static Session read(byte[] content, int maxPoints) throws ReportException {
    try (DataInputStream in =
        new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(content)))) {
      if (in.readInt() != VERSION) {
        throw ReportException.damaged("another version of this application has saved it");
      }
      RunDocument document = SessionJson.read(text(in));
      return ReportReader.session(document, PointsDocument.read(text(in), maxPoints));
    } catch (IOException e) {
      throw ReportException.damaged("it ends too early");
    }
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
