package io.hybridanomaly.importing.text;

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
 * The records of a CSV text, one by one, without blank lines: plain ones as {@link PlainScanner}
 * cuts them, from the first other one on by Commons CSV. Bounds the length of a record, so that a
 * quote that is never closed cannot fill the memory.
 */
public final class RecordReader implements Closeable {

  /** The most characters of one record. */
  static final int MAX_RECORD_LENGTH = 1 << 20;

  /** The most lines with an unclosed quote that are passed over; each costs another pass. */
  public static final int MOST_OPEN_QUOTES = 20;

  private static final Pattern UNCLOSED =
      Pattern.compile("startline (\\d+)\\) EOF reached before encapsulated token finished");

  private final Reader text;
  private final CSVFormat format;
  private final PlainScanner plain;
  private final CsvRow row = new CsvRow();
  private final char quote;
  private @Nullable Tricky tricky;
  private long previousEnd;
  private long line;

  /** What Commons CSV reads: everything from the first record on that is not plain. */
  private record Tricky(
      CSVParser parser, Iterator<CSVRecord> records, Guard guard, long linesAbove) {}

  /** The records of a whole text. */
  RecordReader(Reader text, char delimiter, char quote, boolean comments) {
    this(text, delimiter, quote, comments, 0);
  }

  /**
   * The records of the end of a text.
   *
   * @param linesAbove lines that were read from the text before; they count for line numbers
   */
  public RecordReader(Reader text, char delimiter, char quote, boolean comments, long linesAbove) {
    this.text = text;
    this.quote = quote;
    line = linesAbove;
    previousEnd = linesAbove;
    boolean trims = delimiter != ' ';
    format = format(delimiter, quote, comments, trims);
    plain = new PlainScanner(text, delimiter, quote, comments, trims, linesAbove);
  }

  /** How Commons CSV is to cut a text. */
  static CSVFormat format(char delimiter, char quote, boolean comments, boolean trims) {
    CSVFormat.Builder format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setQuote(quote)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(trims)
            .setTrailingData(true);
    if (comments) {
      format.setCommentMarker('#');
    }
    return format.get();
  }

  /**
   * The next record that is not blank, or null at the end; valid until the next call.
   *
   * @throws ImportException if a record is too long or a quote is not closed
   * @throws CharacterCodingException if the bytes are not in the encoding assumed
   */
  public @Nullable CsvRow next() throws ImportException, IOException {
    while (tricky == null && plain.next(row)) {
      previousEnd = line;
      line = plain.line();
      if (!row.isBlank()) {
        return row;
      }
    }
    if (tricky == null && plain.atEnd()) {
      return null;
    }
    return nextTricky();
  }

  private @Nullable CsvRow nextTricky() throws ImportException, IOException {
    if (tricky == null) {
      Guard guard = new Guard(plain.rest());
      CSVParser parser = CSVParser.builder().setReader(guard).setFormat(format).get();
      tricky = new Tricky(parser, parser.iterator(), guard, plain.line());
    }
    try {
      while (tricky.records.hasNext()) {
        row.take(tricky.records.next());
        previousEnd = line;
        line = tricky.linesAbove + tricky.parser.getCurrentLineNumber();
        tricky.guard.recordEnds();
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (UncheckedIOException | IllegalStateException e) {
      throw refused(e, tricky.linesAbove);
    }
  }

  /** What the unchecked exceptions of the parser mean. */
  private IOException refused(RuntimeException failure, long linesAbove) throws ImportException {
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
  public long lastLine() {
    return line;
  }

  /** Whether the last record has more than one line. */
  public boolean spansLines() {
    return tricky != null && firstLine() < line;
  }

  /** The line in which the last record started, from 1. */
  public long firstLine() {
    // Only the rows of the other parser can have line breaks: looking for them costs a tenth.
    return tricky == null ? line : Math.max(previousEnd + 1, line - row.lineBreaks());
  }

  @Override
  public void close() throws IOException {
    text.close();
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
