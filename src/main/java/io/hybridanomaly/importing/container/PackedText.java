package io.hybridanomaly.importing.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A text that was made once and is read several times. It is kept compressed in memory: no larger
 * than the file it comes from, give or take, and nothing has to be tidied up.
 */
final class PackedText {

  /** Writes the text. */
  @FunctionalInterface
  interface Text {
    void writeTo(Writer out) throws IOException;
  }

  private final byte[] packed;

  private PackedText(byte[] packed) {
    this.packed = packed;
  }

  /** Packs what is written. */
  static PackedText of(Budget budget, Text text) throws IOException {
    return pack(
        deflated -> {
          Writer out = new OutputStreamWriter(counted(deflated, budget), StandardCharsets.UTF_8);
          text.writeTo(out);
          out.flush();
        });
  }

  /** Packs all bytes of a stream, whose reader counts them. */
  static PackedText of(InputStream in) throws IOException {
    return pack(in::transferTo);
  }

  @FunctionalInterface
  private interface Bytes {
    void writeTo(OutputStream out) throws IOException;
  }

  private static PackedText pack(Bytes bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed, deflater, 1 << 14)) {
      bytes.writeTo(deflated);
    } finally {
      deflater.end();
    }
    return new PackedText(packed.toByteArray());
  }

  private static OutputStream counted(OutputStream out, Budget budget) {
    return new OutputStream() {

      @Override
      public void write(int b) throws IOException {
        budget.spend(1);
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        budget.spend(length);
        out.write(bytes, offset, length);
      }
    };
  }

  /** The bytes from the first one on. */
  InputStream open() {
    return new InflaterInputStream(new ByteArrayInputStream(packed));
  }
}
