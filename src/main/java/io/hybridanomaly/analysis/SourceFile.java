package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which data a result belongs to.
 *
 * @param name the file's path or name; untrusted
 * @param bytes its size before anything is decoded; 0 if not known
 * @param sha256 hash of these bytes in hexadecimal; empty if not known
 */
public record SourceFile(String name, long bytes, String sha256) {

  /**
   * Reads a source once, for its size and its hash.
   *
   * @throws IOException if it cannot be read
   */
  public static SourceFile of(String name, CsvSource source) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(source.open(), digest)) {
        long bytes = in.transferTo(OutputStream.nullOutputStream());
        return new SourceFile(name, bytes, HexFormat.of().formatHex(digest.digest()));
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
