package io.hybridanomaly.importing.layout;

import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.MissingTokens;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the character between two fields. */
final class DelimiterGuess {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /** Whole numbers side by side would not be written with a zero in front. */
  private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s*-?\\d+,0\\d+\\s*");

  private final Head head;
  private final char quote;
  private final boolean comments;
  private final CellTyper typer = new CellTyper();

  DelimiterGuess(Head head, char quote, boolean comments) {
    this.head = head;
    this.quote = quote;
    this.comments = comments;
  }

  /** The delimiter that cuts the lines into the same number of most readable cells. */
  char delimiter() {
    char best = ',';
    double bestScore = 0;
    for (char delimiter : DELIMITERS) {
      double score = head.text().indexOf(delimiter) < 0 ? 0 : score(delimiter);
      if (score > bestScore) {
        bestScore = score;
        best = delimiter;
      }
    }
    if (head.text().indexOf(' ') >= 0 && !isOneCell() && score(' ') * 0.6 > bestScore) {
      return ' ';
    }
    // A single column of decimal commas is better read with a delimiter that it does not have.
    return best == ',' && isOneColumn(bestScore) ? ';' : best;
  }

  /** Whether most lines are one number or date, which may hold blanks itself. */
  private boolean isOneCell() {
    List<String> lines = sampledLines();
    return lines.stream().filter(typer::isTyped).count() * 2 > lines.size();
  }

  private List<String> sampledLines() {
    return head.text()
        .lines()
        .filter(line -> !line.isBlank())
        .limit(LayoutDetector.SAMPLED_RECORDS)
        .toList();
  }

  private double score(char delimiter) {
    List<List<String>> records;
    try {
      records =
          LayoutDetector.records(head, delimiter, quote, comments, LayoutDetector.SAMPLED_RECORDS);
    } catch (ImportException e) {
      return 0;
    }
    int width = LayoutDetector.usualWidth(records);
    if (width < 2) {
      return 0;
    }
    int fitting = 0;
    int cells = 0;
    int typed = 0;
    for (List<String> record : records) {
      if (LayoutDetector.trimmedSize(record) > width || record.size() < width) {
        continue;
      }
      fitting++;
      for (String cell : record) {
        boolean missing = MissingTokens.isMissing(cell);
        cells += missing ? 0 : 1;
        typed += !missing && typer.isTyped(cell) ? 1 : 0;
      }
    }
    return (double) fitting / records.size() * (0.1 + (double) typed / Math.max(cells, 1));
  }

  /**
   * Whether every line is one number with a decimal comma, below a header without any comma or with
   * digits that only decimals have: {@code 1,05} and {@code 2,3}, but also {@code 4}.
   */
  private boolean isOneColumn(double commaScore) {
    List<String> lines = sampledLines();
    if (commaScore == 0 || lines.size() < 3) {
      return false;
    }
    boolean titled = lines.get(0).indexOf(',') < 0;
    // The last line may be cut off.
    List<String> numbers = lines.subList(titled ? 1 : 0, lines.size() - 1);
    boolean decimals =
        numbers.stream().allMatch(line -> line.indexOf(',') == line.lastIndexOf(','))
            && numbers.stream().anyMatch(line -> DECIMAL_COMMA.matcher(line).matches());
    return (titled || decimals) && numbers.stream().allMatch(typer::isNumber);
  }
}
