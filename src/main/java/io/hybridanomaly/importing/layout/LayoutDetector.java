package io.hybridanomaly.importing.layout;

import io.hybridanomaly.importing.options.HeaderChoice;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.BlankRuns;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.RecordReader;
import io.hybridanomaly.importing.text.TextStart;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds delimiter, header and the first data row from the head of a file. */
public final class LayoutDetector {

  static final int SAMPLED_RECORDS = 200;

  /** They have a meaning of their own in every file. */
  private static final String UNUSABLE_DELIMITERS = "\"#\n\r\0\uFEFF";

  private static final String QUOTES = "\"'";

  /** The rows of a table that can be analysed by itself. */
  private static final int FEWEST_ROWS = 32;

  /** Lines above the data in a file of a Campbell logger. */
  private static final int LOGGER_LINES = 4;

  /** A header and a row: with fewer readable records in the head there is no table. */
  private static final int FEWEST_RECORDS = 2;

  private final Head head;
  private final ImportOptions options;
  private final CellTyper typer = new CellTyper();
  private final HeaderGuess headers = new HeaderGuess(typer);
  private final boolean comments;
  private final char quote;

  private LayoutDetector(Head head, ImportOptions options) {
    this.head = head;
    this.options = options;
    this.comments = hasComments(head.text());
    this.quote = options.format().quoteOrUsual();
  }

  /**
   * Finds how the text is cut.
   *
   * @throws ImportException if the text has no data row
   */
  public static Layout detect(Head head, ImportOptions options) throws ImportException {
    return new LayoutDetector(head, options).detect();
  }

  /** The records of the head, without the last one if it may be cut off. */
  public static List<List<String>> records(
      Head head, char delimiter, char quote, boolean comments, int limit) throws ImportException {
    List<List<String>> records = new ArrayList<>();
    long unclosed = 0;
    for (int quotes = 0; quotes <= RecordReader.MOST_OPEN_QUOTES; quotes++) {
      try (Reader text = TextStart.below(unclosed, new StringReader(head.text()));
          RecordReader reader =
              new RecordReader(
                  BlankRuns.joined(text, delimiter), delimiter, quote, comments, unclosed)) {
        CsvRow record;
        while (records.size() <= limit && (record = reader.next()) != null) {
          records.add(record.toList());
        }
        break;
      } catch (ImportException fault) {
        // A quote that opens in the head may close behind it; the full reading will see.
        if (!head.complete() && records.size() >= FEWEST_RECORDS) {
          return records;
        }
        if (!head.complete() || records.isEmpty() || fault.line().isEmpty()) {
          throw fault;
        }
        unclosed = fault.line().getAsLong();
      } catch (IOException e) {
        throw new ImportException("The file could not be read (" + e.getMessage() + "): retry.", e);
      }
    }
    if (!records.isEmpty() && (records.size() > limit || !head.complete())) {
      records.remove(records.size() - 1);
    }
    if (records.isEmpty() && !head.complete()) {
      throw new ImportException(
          "The first line is longer than a million characters: choose a CSV file.", 1, null);
    }
    return records;
  }

  private Layout detect() throws ImportException {
    if (QUOTES.indexOf(quote) < 0) {
      throw new ImportException(
          "The character “%s” cannot stand around fields: choose \" or '.".formatted(quote));
    }
    Character separator = separatorLine();
    char delimiter =
        options
            .format()
            .delimiter()
            .orElse(
                separator != null
                    ? separator
                    : new DelimiterGuess(head, quote, comments).delimiter());
    if (UNUSABLE_DELIMITERS.indexOf(delimiter) >= 0 || delimiter == quote) {
      throw new ImportException(
          "The character “%s” cannot part fields: choose another delimiter."
              .formatted(Blanks.strip(String.valueOf(delimiter))));
    }
    List<List<String>> records = records(head, delimiter, quote, comments, SAMPLED_RECORDS);
    if (records.isEmpty()) {
      throw new ImportException("The file has no row to read: choose a file with data.");
    }
    Layout logger = loggerNet(delimiter, records);
    if (logger != null) {
      return logger;
    }
    int first = separator != null ? 1 : 0;
    List<List<String>> table = records.subList(0, first + firstTable(records, first));
    int titles = first + headers.titleLines(table.subList(first, table.size()));
    return layout(delimiter, table, titles);
  }

  /** The line {@code sep=;} that tells Excel the delimiter. */
  private @Nullable Character separatorLine() {
    String text = head.text();
    boolean present =
        text.length() > 5
            && text.regionMatches(true, 0, "sep=", 0, 4)
            && (text.charAt(5) == '\r' || text.charAt(5) == '\n');
    return present ? text.charAt(4) : null;
  }

  /** Comment lines start with {@code #}, unless practically all lines do. */
  private static boolean hasComments(String text) {
    long lines = text.lines().limit(1000).count();
    long marked = text.lines().limit(1000).filter(line -> line.startsWith("#")).count();
    return marked <= 20 * (lines - marked);
  }

  /** The most frequent number of cells; of several the largest. */
  static int usualWidth(List<List<String>> records) {
    int best = 0;
    int bestCount = 0;
    Set<Integer> sizes = new HashSet<>();
    records.forEach(record -> sizes.add(record.size()));
    for (int size : sizes) {
      int count = (int) records.stream().filter(record -> record.size() == size).count();
      if (count > bestCount || (count == bestCount && size > best)) {
        best = size;
        bestCount = count;
      }
    }
    return best;
  }

  /** Cells without the empty ones at the end. */
  public static int trimmedSize(List<String> record) {
    int size = record.size();
    while (size > 0 && Blanks.strip(record.get(size - 1)).isEmpty()) {
      size--;
    }
    return size;
  }

  /**
   * How many records from one on belong to the first table: all, unless a header and enough rows of
   * one width stand above records of another width.
   */
  private int firstTable(List<List<String>> records, int from) {
    int end = from;
    while (end < records.size() && records.get(end).size() == records.get(from).size()) {
      end++;
    }
    boolean table =
        end - from > FEWEST_ROWS
            && records.get(from).size() > 1
            && headers.isHeader(records.get(from), records.subList(from + 1, end));
    return (table ? end : records.size()) - from;
  }

  /**
   * A table of a Campbell logger (TOA5): a line about the station, the names, the units and the
   * kind of statistics. The unit is put behind its name.
   */
  private @Nullable Layout loggerNet(char delimiter, List<List<String>> records) {
    if (records.size() <= LOGGER_LINES
        || !records.get(0).get(0).equals("TOA5")
        || options.format().header() != HeaderChoice.AUTO
        || records.get(2).size() != records.get(1).size()) {
      return null;
    }
    List<String> named = new ArrayList<>();
    for (int i = 0; i < records.get(1).size(); i++) {
      String unit = Blanks.strip(records.get(2).get(i));
      boolean measured = !unit.isEmpty() && !unit.equals("TS") && !unit.equals("RN");
      named.add(records.get(1).get(i) + (measured ? " (" + unit + ")" : ""));
    }
    return new Layout(
        delimiter, quote, comments, LOGGER_LINES, LOGGER_LINES - 1, true, names(named));
  }

  private Layout layout(char delimiter, List<List<String>> records, int titles)
      throws ImportException {
    List<String> first = records.get(Math.min(titles, records.size() - 1));
    List<List<String>> rest = records.subList(titles + 1, records.size());
    int width = usualWidth(rest.isEmpty() ? records : rest);
    List<String> commented = commentedHeader(delimiter, first.size());
    boolean header =
        switch (options.format().header()) {
          case PRESENT -> true;
          case ABSENT -> false;
          case AUTO -> headers.isHeader(first, rest);
        };
    if (header) {
      checkWidths(first, rest, width);
      if (rest.isEmpty()) {
        throw new ImportException(
            "The file has a header and no data rows: choose a file with data.");
      }
      return new Layout(
          delimiter, quote, comments, titles + 1, titles, true, names(columns(first, rest, width)));
    }
    if (commented != null && options.format().header() == HeaderChoice.AUTO) {
      return new Layout(delimiter, quote, comments, titles, titles, true, names(commented));
    }
    int columns = allEmptyAt(records, width - 1) && width > 1 ? width - 1 : width;
    List<String> unnamed = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      unnamed.add("");
    }
    return new Layout(delimiter, quote, comments, titles, titles, false, names(unnamed));
  }

  /** Refuses a table of which no row has as many fields as the header. */
  private void checkWidths(List<String> header, List<List<String>> rows, int width)
      throws ImportException {
    int named = trimmedSize(header);
    boolean rowNames =
        named == width - 1 && rows.stream().noneMatch(row -> typer.isDate(row.get(0)));
    boolean none =
        rows.stream().noneMatch(row -> row.size() >= named && trimmedSize(row) <= header.size());
    if (rows.isEmpty() || rowNames || !none) {
      return;
    }
    throw new ImportException(
        "The header has %s (%s) and the rows have %s: add what is missing, or choose another delimiter."
            .formatted(
                fields(named),
                header.stream()
                    .limit(Math.min(named, 8))
                    .map(name -> "“" + Blanks.shorten(name) + "”")
                    .collect(Collectors.joining(", ")),
                fields(width)),
        1,
        null);
  }

  private static String fields(int count) {
    return count == 1 ? "1 field" : count + " fields";
  }

  /** The header's cells, fitted to the rows below. */
  private List<String> columns(List<String> header, List<List<String>> rows, int width) {
    List<String> names = new ArrayList<>(header);
    // R writes no header above the row names.
    boolean rowNames =
        header.size() == width - 1
            && trimmedSize(header) == header.size()
            && !allEmptyAt(rows, width - 1);
    if (rowNames && rows.stream().allMatch(row -> !typer.isDate(row.get(0)))) {
      names.add(0, "");
    }
    while (names.size() > 1
        && Blanks.strip(names.get(names.size() - 1)).isEmpty()
        && allEmptyAt(rows, names.size() - 1)) {
      names.remove(names.size() - 1);
    }
    return names;
  }

  private static boolean allEmptyAt(List<List<String>> rows, int index) {
    return rows.stream()
        .allMatch(row -> row.size() <= index || Blanks.strip(row.get(index)).isEmpty());
  }

  /** The last comment line above the data, if it names as many columns as there are. */
  private @Nullable List<String> commentedHeader(char delimiter, int width) {
    if (!comments) {
      return null;
    }
    String last = null;
    for (String line : (Iterable<String>) head.text().lines()::iterator) {
      if (line.startsWith("#")) {
        last = line;
      } else if (!line.isBlank()) {
        break;
      }
    }
    if (last == null) {
      return null;
    }
    String between = delimiter == ' ' ? "\\s+" : Pattern.quote("" + delimiter);
    List<String> cells = new ArrayList<>(List.of(last.strip().split(between, -1)));
    String first = Blanks.strip(cells.get(0).substring(1));
    cells.set(0, first.isEmpty() ? "#" : first);
    return cells.size() == width && cells.stream().noneMatch(typer::isTyped) ? cells : null;
  }

  /** Unique names: a number behind a repeated one, {@code column N} for an empty one. */
  private static List<String> names(List<String> cells) {
    List<String> names = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (int i = 0; i < cells.size(); i++) {
      String name = Blanks.strip(cells.get(i)).replaceAll("\\s+", " ");
      String base = name.isEmpty() ? "column " + (i + 1) : name;
      String unique = base;
      for (int copy = 2; !used.add(unique); copy++) {
        unique = base + " (" + copy + ")";
      }
      names.add(unique);
    }
    return names;
  }
}
