package io.hybridanomaly.importing;

import io.hybridanomaly.importing.text.CsvSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells which data a result belongs to. */
public final class ContentHash {

  private ContentHash() {}

  /**
   * SHA-256 of a source's bytes, as they are before anything is decoded.
   *
   * @return in hexadecimal
   * @throws IOException if they cannot be read
   */
  public static String sha256(CsvSource source) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(source.open(), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
