package io.hybridanomaly.importing;

import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.SeparatorEvidence;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.FormatChoices;
import io.hybridanomaly.importing.options.HeaderChoice;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.ColumnKind;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.profile.Inspection;
import io.hybridanomaly.importing.profile.Reason;
import io.hybridanomaly.importing.read.DropReason;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateQuestion;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was guessed about a file, why, and how sure it is. */
final class Guesses {

  /** More would not be compared; the lists of columns hold all. */
  private static final int MOST_ANSWERS = 6;

  private final Inspection inspection;
  private final CsvProfile profile;
  private final ImportOptions options;
  private final FormatChoices chosen;
  private final FileReading reading;
  private final List<Guess> guesses = new ArrayList<>();

  private Guesses(
      Inspection inspection, CsvProfile profile, ImportOptions options, FileReading reading) {
    this.inspection = inspection;
    this.profile = profile;
    this.options = options;
    this.chosen = options.format();
    this.reading = reading;
  }

  /**
   * The guesses in the order of the work.
   *
   * @param profile format and columns as they were used
   * @param question present if the order of day and month is open
   */
  static List<Guess> of(
      Inspection inspection,
      CsvProfile profile,
      ImportOptions options,
      FileReading reading,
      Optional<DateQuestion> question) {
    Guesses all = new Guesses(inspection, profile, options, reading);
    all.add(Guess.Subject.ENCODING, profile.format().charset().displayName(), all.encoding());
    all.add(Guess.Subject.DELIMITER, profile.format().delimiterText(), all.delimiter());
    all.add(
        Guess.Subject.HEADER,
        profile.format().header() ? "the first row names the columns" : "none",
        all.header());
    all.addColumn(Guess.Subject.DATE, all.date(), inspection.dateReason(options));
    all.addOrder(question);
    all.addColumn(Guess.Subject.VALUE, all.value(), inspection.valueReason(options));
    all.addDecimal();
    if (reading.numbers().sawUnit()) {
      all.add(
          Guess.Subject.UNIT,
          reading.plan().numbers().unit(),
          Reason.certain("it stands behind the numbers of the whole column"));
    }
    return all.guesses;
  }

  private void add(Guess.Subject subject, String found, Reason reason) {
    guesses.add(new Guess(subject, found, reason, List.of(), List.of()));
  }

  private void addColumn(Guess.Subject subject, String found, Reason reason) {
    boolean open = reason.certainty() == Reason.Certainty.UNSURE;
    List<CsvColumn> others = open ? columnsLike(subject) : List.of();
    guesses.add(
        new Guess(
            subject,
            found,
            reason,
            others.stream().map(CsvColumn::name).toList(),
            open ? columnAnswers(subject, others) : List.of()));
  }

  /**
   * The columns that could have been taken for the value or the date, in their order; not constant
   * ones.
   */
  private List<CsvColumn> columnsLike(Guess.Subject subject) {
    ColumnKind kind = subject == Guess.Subject.VALUE ? ColumnKind.NUMBER : ColumnKind.DATE;
    Set<Integer> taken = new HashSet<>(reading.plan().columns().dates());
    taken.addAll(reading.plan().columns().keys());
    taken.add(reading.plan().columns().value());
    taken.add(reading.plan().columns().label());
    return profile.columns().stream()
        .filter(column -> column.kind() == kind && !taken.contains(column.number() - 1))
        .filter(column -> !profile.isComputed(column))
        .filter(inspection::varies)
        .toList();
  }

  /** The column that was taken first, then the others; none if there is nothing to choose. */
  private List<Guess.Answer> columnAnswers(Guess.Subject subject, List<CsvColumn> others) {
    boolean value = subject == Guess.Subject.VALUE;
    List<CsvColumn> columns =
        new ArrayList<>(value ? profile.valueColumn().stream().toList() : profile.dateColumns());
    if (columns.size() != 1) {
      return List.of();
    }
    others.stream().limit(MOST_ANSWERS - 1).forEach(columns::add);
    List<Guess.Answer> answers = new ArrayList<>();
    for (CsvColumn column : columns) {
      String number = Integer.toString(column.number());
      answers.add(
          new Guess.Answer(
              value
                  ? options.withValueColumn(number)
                  : options.withDateColumns(ColumnSelection.of(number)),
              Blanks.shorten(column.name()),
              String.join(", ", column.examples()) + " …"));
    }
    if (!value) {
      answers.add(
          new Guess.Answer(
              options.withDateColumns(ColumnSelection.none()), "row numbers", "1, 2, 3 …"));
    }
    return answers.size() > 1 ? answers : List.of();
  }

  private Reason encoding() {
    Charset charset = profile.format().charset();
    if (chosen.charset().isPresent()) {
      return Reason.CHOSEN;
    }
    if (profile.format().byteOrderMark()) {
      return Reason.certain("a byte-order mark says so");
    }
    if (charset.equals(StandardCharsets.UTF_8)) {
      return Reason.certain("all bytes fit");
    }
    return charset.displayName().startsWith("UTF-16")
        ? Reason.likely("every second byte is zero")
        : Reason.likely("the bytes are no UTF-8");
  }

  private Reason delimiter() {
    Layout layout = reading.plan().layout();
    if (chosen.delimiter().isPresent()) {
      return Reason.CHOSEN;
    }
    if (layout.width() == 1) {
      return Reason.likely("no character parts the lines");
    }
    boolean uneven =
        reading.tally().dropped().stream()
            .anyMatch(
                rows ->
                    rows.reason() == DropReason.TOO_FEW_FIELDS
                        || rows.reason() == DropReason.TOO_MANY_FIELDS);
    String fields = "rows have %d fields".formatted(layout.width());
    return uneven ? Reason.likely("most " + fields) : Reason.certain("all " + fields);
  }

  private Reason header() {
    if (chosen.header() != HeaderChoice.AUTO) {
      return Reason.CHOSEN;
    }
    return profile.format().header()
        ? Reason.certain("texts stand above numbers or dates")
        : Reason.likely("the first row has numbers or dates");
  }

  private String date() {
    DateReading dates = reading.plan().dates();
    if (dates == null || profile.dateColumns().isEmpty()) {
      return reading.plan().columns().across() == null ? "row numbers" : "the names of the columns";
    }
    String names =
        profile.dateColumns().stream()
            .map(CsvColumn::name)
            .map(name -> "“" + Blanks.shorten(name) + "”")
            .collect(Collectors.joining(" and "));
    return names + ", read as " + dates.text();
  }

  private void addOrder(Optional<DateQuestion> question) {
    TimeReader times = reading.times();
    DateReading dates = reading.plan().dates();
    if (times == null || dates == null || !times.orders().seen()) {
      return;
    }
    String found = dates.order().text();
    if (chosen.dateOrder() != DateOrder.AUTO) {
      add(Guess.Subject.DATE_ORDER, found, Reason.CHOSEN);
    } else if (question.isPresent()) {
      DateQuestion open = question.get();
      List<Guess.Answer> answers = new ArrayList<>();
      for (int i = 0; i < open.possible().size(); i++) {
        DateOrder order = open.possible().get(i);
        answers.add(
            new Guess.Answer(
                options.withFormat(chosen.withDateOrder(order)),
                order.text(),
                open.previews().get(i)));
      }
      guesses.add(
          new Guess(
              Guess.Subject.DATE_ORDER,
              found,
              Reason.unsure("no date and no step tells"),
              List.of(),
              answers));
    } else {
      add(
          Guess.Subject.DATE_ORDER,
          found,
          times.orders().proven()
              ? Reason.certain("only so can all dates be read")
              : times.orders().best().size() == 1
                  ? Reason.likely("so dates with points or names of months are written")
                  : Reason.likely("only so are the times even or in order"));
    }
  }

  private String value() {
    return reading.plan().columns().across() != null
        ? "the columns across"
        : profile.valueColumn().map(column -> "“" + Blanks.shorten(column.name()) + "”").orElse("");
  }

  private void addDecimal() {
    SeparatorEvidence evidence = reading.numbers().evidence();
    DecimalSeparator decimal = reading.plan().numbers().decimal();
    String found = decimal == DecimalSeparator.COMMA ? "comma" : "point";
    char delimiter = reading.plan().layout().delimiter();
    if (chosen.decimal() != DecimalSeparator.AUTO
        || chosen.thousands() != ThousandsSeparator.AUTO) {
      add(Guess.Subject.DECIMAL, found, Reason.CHOSEN);
    } else if (!evidence.open(delimiter)) {
      add(
          Guess.Subject.DECIMAL,
          found,
          evidence.pairs(delimiter)
              ? Reason.unsure("cells such as 0220,1 look like two numbers")
              : evidence.proven()
                  ? Reason.certain("no other reading fits the numbers")
                  : evidence.plain()
                      ? Reason.certain("no number has a point or comma")
                      : Reason.likely("a comma inside quotes parts thousands"));
    } else if (decimal == DecimalSeparator.POINT && delimiter == ',') {
      add(
          Guess.Subject.DECIMAL,
          found,
          Reason.likely("where commas part the columns, points part decimals"));
    } else {
      String example = evidence.openExample();
      guesses.add(
          new Guess(
              Guess.Subject.DECIMAL,
              found,
              Reason.unsure("all numbers are like " + example),
              List.of(),
              List.of(
                  meaning(DecimalSeparator.POINT, "point", example),
                  meaning(DecimalSeparator.COMMA, "comma", example))));
    }
  }

  private Guess.Answer meaning(DecimalSeparator decimal, String text, String example) {
    boolean decimals = example.indexOf(decimal == DecimalSeparator.POINT ? '.' : ',') > 0;
    String number = decimals ? "1 and 234 thousandths" : "one thousand two hundred and thirty-four";
    return new Guess.Answer(
        options.withFormat(chosen.withDecimal(decimal)), text, example + " is " + number);
  }
}
