package io.hybridanomaly.importing.layout;

import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The decoded beginning of a file.
 *
 * @param charset the encoding
 * @param byteOrderMark whether the file starts with one
 * @param text the text without byte-order mark
 * @param complete whether this is the whole file
 */
public record Head(Charset charset, boolean byteOrderMark, String text, boolean complete) {

  /** Bytes that the guesses are made from. */
  private static final int LENGTH = 1 << 20;

  /** What a file is written in that is neither UTF-8 nor UTF-16. */
  public static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Reads the beginning of a file.
   *
   * @throws ImportException if the file cannot be read, is empty or no text
   */
  public static Head read(CsvSource source, Optional<Charset> chosen) throws ImportException {
    byte[] bytes;
    try (InputStream in = source.open()) {
      bytes = in.readNBytes(LENGTH);
    } catch (IOException e) {
      throw new ImportException("The file could not be read (" + e.getMessage() + "): retry.", e);
    }
    if (bytes.length == 0) {
      throw new ImportException("The file is empty: choose a file with data.");
    }
    String refusal = FileKinds.refusal(bytes);
    if (refusal != null) {
      throw new ImportException(refusal);
    }
    boolean complete = bytes.length < LENGTH;
    Charset charset = chosen.orElseGet(() -> detect(bytes, complete));
    String text = decode(bytes, charset);
    boolean mark = text.startsWith("\uFEFF");
    text = mark ? text.substring(1) : text;
    if (text.indexOf('\0') >= 0) {
      throw new ImportException("The file holds binary data, not text: save the table as CSV.");
    }
    if (text.isBlank()) {
      throw new ImportException("The file is empty: choose a file with data.");
    }
    return new Head(charset, mark, text, complete);
  }

  /** From the byte-order mark, from the zeros of UTF-16, or else UTF-8 if the bytes allow it. */
  private static Charset detect(byte[] bytes, boolean complete) {
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    int checked = Math.min(bytes.length, 1000);
    for (int i = 0; i < checked; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
    }
    // Digits and delimiters have one zero byte in UTF-16; binary files have them anywhere.
    if (zeros[1] > checked / 3 && zeros[0] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    if (zeros[0] > checked / 3 && zeros[1] == 0) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(bytes, complete) ? StandardCharsets.UTF_8 : WINDOWS_1252;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static boolean isUtf8(byte[] bytes, boolean complete) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), out, complete);
    return !result.isError();
  }

  private static String decode(byte[] bytes, Charset charset) throws ImportException {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ImportException("The file cannot be read as " + charset + ".", e);
    }
  }
}
