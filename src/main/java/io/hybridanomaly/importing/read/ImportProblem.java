package io.hybridanomaly.importing.read;

/** One row that could not be used, with its place in the file. */
public sealed interface ImportProblem {

  /** The line of the file, from 1. */
  long line();

  /** Why the row was left out. */
  DropReason reason();

  /** What is wrong and what happened, in a plain sentence. */
  String sentence();

  /**
   * A row whose number of fields differs from that of the table.
   *
   * @param lastLine the last line of the row; differs from the first if a quoted field spans lines
   */
  record WrongFieldCount(long line, long lastLine, int expected, int found)
      implements ImportProblem {

    @Override
    public DropReason reason() {
      return found < expected ? DropReason.TOO_FEW_FIELDS : DropReason.TOO_MANY_FIELDS;
    }

    @Override
    public String sentence() {
      String where =
          lastLine > line
              ? "Lines %d to %d were read as one row, because a quote opens there, and it"
                  .formatted(line, lastLine)
              : "Line %d".formatted(line);
      return "%s has %s instead of %d; the row was left out."
          .formatted(where, found == 1 ? "1 field" : found + " fields", expected);
    }
  }

  /**
   * A line in which a quote opens and never closes.
   *
   * @param restLeftOut whether everything below the line was left out too
   */
  record UnclosedQuote(long line, boolean restLeftOut) implements ImportProblem {

    @Override
    public DropReason reason() {
      return DropReason.UNCLOSED_QUOTE;
    }

    @Override
    public String sentence() {
      return "Line %d: a quote opens and is never closed; %s."
          .formatted(
              line,
              restLeftOut
                  ? "this line and everything below it was left out"
                  : "the line was left out");
    }
  }

  /**
   * A line in which a quote opens that closes only behind other rows of the table.
   *
   * @param lastLine where it closes
   * @param restLeftOut whether everything below the first line was left out too
   */
  record QuoteAroundRows(long line, long lastLine, boolean restLeftOut) implements ImportProblem {

    @Override
    public DropReason reason() {
      return DropReason.QUOTE_AROUND_ROWS;
    }

    @Override
    public String sentence() {
      return "Line %d: a quote opens and closes only in line %d, around what look like rows; %s."
          .formatted(
              line,
              lastLine,
              restLeftOut
                  ? "this line and everything below it was left out"
                  : "this line was left out and the lines below it were read as rows");
    }
  }

  /**
   * A cell that could not be used.
   *
   * @param column the column's name
   * @param text the cell as written, shortened; may be empty
   */
  record BadCell(long line, DropReason reason, String column, String text)
      implements ImportProblem {

    @Override
    public String sentence() {
      String what =
          switch (reason) {
            case MISSING_TIME, MISSING_VALUE ->
                text.isEmpty() ? "is empty" : "contains “%s”, read as missing".formatted(text);
            case YEARLY_VALUE -> "“%s” stands for a whole year".formatted(text);
            case UNREADABLE_TIME -> "“%s” is not a date or time".formatted(text);
            case INFINITE_VALUE -> "“%s” is infinite".formatted(text);
            default -> "“%s” is not a number".formatted(text);
          };
      return "Line %d, column “%s”: %s; the row was left out.".formatted(line, column, what);
    }
  }
}
