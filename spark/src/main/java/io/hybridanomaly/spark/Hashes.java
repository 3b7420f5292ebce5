package io.hybridanomaly.spark;

import io.hybridanomaly.series.TimeSeries;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Hashes of what a result depends on. */
final class Hashes {

  private static final int BUFFER = 1 << 16;

  private Hashes() {}

  /** The SHA-256 of texts, in hexadecimal. */
  static String of(String... texts) {
    return of(null, texts);
  }

  /** The SHA-256 of texts and of the points of a series, in hexadecimal. */
  static String of(@Nullable TimeSeries points, String... texts) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    if (points != null) {
      add(points, digest);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(TimeSeries points, MessageDigest digest) {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    for (int i = 0; i < points.size(); i++) {
      byte[] time = points.times().text(i).getBytes(StandardCharsets.UTF_8);
      if (buffer.remaining() < time.length + Double.BYTES + 1) {
        digest.update(buffer.flip());
        buffer.clear();
      }
      buffer.put(time).put((byte) '=').putDouble(points.values()[i]);
    }
    digest.update(buffer.flip());
  }
}
