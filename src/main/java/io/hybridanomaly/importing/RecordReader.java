package io.hybridanomaly.importing;

import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV text, one by one, without blank lines. Bounds the length of a record, so
 * that a quote that is never closed cannot fill the memory.
 */
final class RecordReader implements Closeable {

  /** The most characters of one record. */
  static final int MAX_RECORD_LENGTH = 1 << 20;

  /** The most lines with an unclosed quote that are passed over; each costs another pass. */
  static final int MOST_OPEN_QUOTES = 20;

  private static final Pattern UNCLOSED =
      Pattern.compile("startline (\\d+)\\) EOF reached before encapsulated token finished");

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Guard guard;
  private final char quote;
  private final long linesAbove;
  private long previousEnd;
  private long line;

  /** The records of a whole text. */
  RecordReader(Reader text, char delimiter, char quote, boolean comments) throws IOException {
    this(text, delimiter, quote, comments, 0);
  }

  /**
   * The records of the end of a text.
   *
   * @param linesAbove lines that were read from the text before; they count for line numbers
   */
  RecordReader(Reader text, char delimiter, char quote, boolean comments, long linesAbove)
      throws IOException {
    this.quote = quote;
    this.linesAbove = linesAbove;
    line = linesAbove;
    previousEnd = linesAbove;
    guard = new Guard(text);
    CSVFormat.Builder format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setQuote(quote)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(delimiter != ' ')
            .setTrailingData(true);
    if (comments) {
      format.setCommentMarker('#');
    }
    parser = CSVParser.builder().setReader(guard).setFormat(format.get()).get();
    records = parser.iterator();
  }

  /**
   * The next record that is not blank, or null at the end.
   *
   * @throws ImportException if a record is too long or a quote is not closed
   * @throws CharacterCodingException if the bytes are not in the encoding assumed
   */
  @Nullable CSVRecord next() throws ImportException, IOException {
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        previousEnd = line;
        line = linesAbove + parser.getCurrentLineNumber();
        guard.recordEnds();
        if (record.size() > 1 || !Blanks.strip(record.get(0)).isEmpty()) {
          return record;
        }
      }
      return null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw refused(e);
    }
  }

  /** What the unchecked exceptions of the parser mean. */
  private IOException refused(RuntimeException failure) throws ImportException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLong) {
        throw new ImportException(
            ("The row that starts in line %d is longer than a million characters: probably a quote"
                    + " (%s) in it is never closed; close or remove it.")
                .formatted(line + 1, quote),
            line + 1,
            null);
      }
      Matcher unclosed = UNCLOSED.matcher(String.valueOf(cause.getMessage()));
      if (unclosed.find()) {
        long start = linesAbove + Long.parseLong(unclosed.group(1));
        throw new ImportException(
            "The quote (%s) that opens in line %d is never closed: close or remove it."
                .formatted(quote, start),
            start,
            null);
      }
      if (cause instanceof CharacterCodingException coding) {
        return coding;
      }
    }
    return failure.getCause() instanceof IOException io ? io : new IOException(failure);
  }

  /** The line in which the last record ended, from 1. */
  long lastLine() {
    return line;
  }

  /** The line in which the last record started, from 1. */
  long firstLine(CSVRecord record) {
    long breaks = 0;
    for (String cell : record) {
      for (int i = 0; i < cell.length(); i++) {
        char c = cell.charAt(i);
        boolean pair = c == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
        breaks += c == '\n' || (c == '\r' && !pair) ? 1 : 0;
      }
    }
    return Math.max(previousEnd + 1, line - breaks);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** Signals a record beyond the bound through the parser. */
  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Counts characters block by block, which costs nothing for each character. */
  private static final class Guard extends FilterReader {

    private long delivered;
    private long deliveredAtRecord;

    Guard(Reader in) {
      super(in);
    }

    void recordEnds() {
      deliveredAtRecord = delivered;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (delivered - deliveredAtRecord > MAX_RECORD_LENGTH) {
        throw new TooLong();
      }
      int read = super.read(buffer, offset, length);
      delivered += Math.max(read, 0);
      return read;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }
  }
}
