package io.hybridanomaly.importing;

import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.MissingValues;
import io.hybridanomaly.importing.read.DropReason;
import io.hybridanomaly.importing.read.DroppedRows;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.shape.ShapedPoints;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateQuestion;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.JoinedTime;
import io.hybridanomaly.importing.time.TimeReader;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What was decided or changed while a file was read, in plain sentences. */
final class ImportNotes {

  /** Unreadable rows, as a part of all, that a user should hear of without asking. */
  private static final double MANY_DROPPED = 0.05;

  /** Of equal times, as many with equal values are rows that stand twice. */
  private static final double MOSTLY = 0.8;

  private final ImportOptions options;
  private final FileReading reading;
  private final ShapedPoints shaped;
  private final List<String> notes = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();

  /**
   * @param passedOver what the head tells about columns that were not read
   * @param codes values that probably mean that there is none
   * @param question present if the order of day and month is open
   */
  ImportNotes(
      ImportOptions options,
      FileReading reading,
      ShapedPoints shaped,
      List<String> passedOver,
      List<SuspectedCode> codes,
      Optional<DateQuestion> question) {
    this.options = options;
    this.reading = reading;
    this.shaped = shaped;
    aboutLayout();
    passedOver.forEach(this::doubt);
    new TableNotes(reading, options).doubts().forEach(this::doubt);
    aboutDates();
    question.ifPresent(
        open ->
            doubt(
                new Doubt(
                    "%s %s is assumed, so the times run from %s."
                        .formatted(
                            open.reason(),
                            capital(open.assumed().text()),
                            open.assumedPreview().replace(" … ", " to ")),
                    Doubt.Remedy.CHOOSE_DATE_ORDER)));
    aboutNumbers();
    aboutRows();
    shaped.clockChanges().forEach(this::doubt);
    codes.forEach(code -> doubt(TableNotes.aboutCode(code)));
    if (shaped.counter()) {
      doubt(
          new Doubt(
              "The values hardly ever fall, as the reading of a meter or a running total: what is"
                  + " added from point to point may tell more.",
              Doubt.Remedy.TAKE_DIFFERENCES));
    }
    notes.addAll(shaped.notes());
  }

  /** Everything, in the order of the work. */
  List<String> all() {
    return notes;
  }

  /** What a user should see without asking. */
  List<Doubt> doubts() {
    return doubts;
  }

  private void doubt(String sentence) {
    doubt(new Doubt(sentence, Doubt.Remedy.NONE));
  }

  private void doubt(Doubt doubt) {
    notes.add(doubt.sentence());
    doubts.add(doubt);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void aboutLayout() {
    Layout layout = reading.plan().layout();
    if (layout.titleLines() > 0) {
      notes.add(
          layout.titleLines() == 1
              ? "1 line above the table was skipped."
              : layout.titleLines() + " lines above the table were skipped.");
    }
    if (!reading.plan().charset().equals(StandardCharsets.UTF_8)) {
      notes.add("The file was read as %s.".formatted(reading.plan().charset().displayName()));
    }
  }

  private void aboutDates() {
    TimeReader times = reading.times();
    DateReading dates = reading.plan().dates();
    if (reading.plan().columns().across() != null && dates == null) {
      return;
    }
    if (times == null || dates == null) {
      boolean chosen = options.dateColumns() instanceof ColumnSelection.None;
      notes.add(
          chosen
              ? "The row number serves as time."
              : "No column holds dates; the row number serves as time.");
      return;
    }
    List<Integer> columns = reading.plan().columns().dates();
    if (columns.size() > 1) {
      List<String> names =
          columns.stream()
              .map(column -> "“" + Blanks.shorten(reading.plan().name(column)) + "”")
              .toList();
      notes.add("The columns %s were joined to one time.".formatted(and(names)));
    }
    if (dates.style() != DateReading.Style.CALENDAR) {
      notes.add("Times were read as %s.".formatted(dates.text()));
    } else if (dates.granularity() != DateGranularity.DAY) {
      notes.add("Each %s stands for its first instant.".formatted(dates.granularity().text()));
    }
    if (times.intervals()) {
      notes.add("Each interval stands for its start.");
    }
    for (String month : dates.names().openMonths()) {
      doubt(
          "“%s” names one month in one language and another in another; it was read as %s."
              .formatted(
                  month,
                  Month.of(JoinedTime.monthNamed(month))
                      .getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
    }
    if (times.openZone()) {
      doubt(
          "The zone %s was passed over, because its abbreviation alone has several meanings: times are as the clock shows them."
              .formatted(String.join(", ", times.zoneWords()).toUpperCase(Locale.ROOT)));
    }
    if (times.orders().seen()) {
      notes.add("Dates were read as %s.".formatted(dates.order().text()));
    }
    times.orderChange().sentence().ifPresent(this::doubt);
    if (times.twoDigitYears()) {
      notes.add("Years of two digits were read as 1970 to 2069.");
    }
    if (times.finerThanNanos()) {
      notes.add("Times were cut off after the nanoseconds.");
    }
  }

  private static String and(List<String> names) {
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private void aboutNumbers() {
    NumberParser numbers = reading.numbers();
    DecimalSeparator decimal = reading.plan().numbers().decimal();
    if (decimal == DecimalSeparator.COMMA) {
      notes.add("A comma was read as decimal separator.");
    }
    if (numbers.evidence().open(reading.plan().layout().delimiter())
        && options.format().decimal() == DecimalSeparator.AUTO
        && options.format().thousands() == ThousandsSeparator.AUTO) {
      boolean comma = decimal == DecimalSeparator.COMMA;
      String sentence =
          "Numbers such as %s can be read in two ways; choose the decimal separator if %s is wrong."
              .formatted(numbers.evidence().openExample(), comma ? "the comma" : "the point");
      // Where commas part the columns, points part whole numbers from decimals.
      if (!comma && reading.plan().layout().delimiter() == ',') {
        notes.add(sentence);
      } else {
        doubt(new Doubt(sentence, Doubt.Remedy.CHOOSE_DECIMAL));
      }
    }
    if (numbers.evidence().pairs(reading.plan().layout().delimiter())) {
      doubt(
          "Cells of “%s” such as 0220,1 look like two numbers side by side; the comma was read as decimal separator."
              .formatted(Blanks.shorten(reading.plan().name(reading.plan().columns().value()))));
    }
    if (reading.plan().numbers().coded()) {
      notes.add(
          "Behind each number stands a comma and a digit, as in +0220,1: the digit was read as a code for the quality and left out.");
    }
    if (numbers.sawUnit()) {
      notes.add("The unit %s was removed.".formatted(reading.plan().numbers().unit()));
    }
    if (numbers.sawThousands()) {
      notes.add("Thousands separators were removed.");
    }
    if (numbers.sawCurrency()) {
      notes.add("Currencies were removed.");
    }
    if (numbers.sawPercent()) {
      notes.add("Percent signs were removed: 12 % was read as 12.");
    }
    if (numbers.sawParentheses()) {
      notes.add("Numbers in parentheses were read as negative.");
    }
  }

  private void aboutRows() {
    for (DroppedRows row : reading.tally().dropped()) {
      aboutDropped(row);
    }
    if (!shaped.sorted()) {
      notes.add("The rows were sorted by time.");
    }
    int duplicates = shaped.duplicates();
    if (duplicates > 0) {
      boolean copied = shaped.copies() > 1 && shaped.copies() >= MOSTLY * duplicates;
      Consumer<String> listener = shaped.repeated() || copied ? this::doubt : notes::add;
      listener.accept(
          "%s the time%s of the row before%s%s."
              .formatted(
                  duplicates == 1 ? "1 row has" : duplicates + " rows have",
                  copied && shaped.copies() == duplicates ? " and the value" : "",
                  copied ? ", as if pasted twice" : "",
                  switch (options.shape().duplicates()) {
                    case KEEP -> "; every row was kept";
                    case MEAN -> "; equal times were merged to their mean";
                    case FIRST -> "; the first of equal times was kept";
                    case LAST -> "; the last of equal times was kept";
                    case SUM -> "; equal times were merged to their sum";
                  }));
    }
    if (reading.missingValues() > 0 && options.shape().missing() != MissingValues.LEAVE_OUT) {
      notes.add(
          "%s filled %s."
              .formatted(
                  counted(reading.missingValues(), "missing value was"),
                  options.shape().missing() == MissingValues.FILL_LINEAR
                      ? "on the line between their neighbours"
                      : "with the value before"));
    }
    if (reading.missingLabels() > 0) {
      notes.add("%s read as 0.".formatted(counted(reading.missingLabels(), "empty label was")));
    }
  }

  private void aboutDropped(DroppedRows row) {
    boolean unreadable =
        row.reason() == DropReason.UNREADABLE_VALUE || row.reason() == DropReason.UNREADABLE_TIME;
    if (unreadable && row.count() >= MANY_DROPPED * reading.tally().rows()) {
      List<String> lines = row.firstLines().stream().map(String::valueOf).toList();
      doubt(
          new Doubt(
              "%d of %d rows were left out, with %s (the first: %s %s)."
                  .formatted(
                      row.count(),
                      reading.tally().rows(),
                      row.reason().text(),
                      lines.size() == 1 ? "line" : "lines",
                      lines.size() == 1 ? lines.getFirst() : and(lines)),
              Doubt.Remedy.MEND_ROWS));
    } else {
      notes.add(
          row.count() == 1
              ? "1 row with %s was left out.".formatted(row.reason().text())
              : "%d rows with %s were left out.".formatted(row.count(), row.reason().text()));
    }
  }

  /** A count with a noun and a verb, both made plural where needed. */
  private static String counted(int count, String singular) {
    return count == 1 ? "1 " + singular : count + " " + singular.replace(" was", "s were");
  }
}
