package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.GapTreatment;
import io.hybridanomaly.importing.options.HeaderChoice;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.MissingValues;
import io.hybridanomaly.importing.options.Resampling;
import io.hybridanomaly.importing.options.TimeRange;
import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.read.ImportProblem;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReadingChoice;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How every ambiguous input is read stands in the files of {@code src/test/resources/import-cases};
 * whoever disagrees can change it there. A file holds cases of the form
 *
 * <pre>
 * === table: name of the case
 * option: value                     (the options of {@link #options} and of {@link ImportCase})
 * ---
 * time,value                        (the CSV text)
 * *40 {day:yyyy-MM-dd},{i}          (40 lines; i counts from 0, days from 2024-03-01)
 * ---
 * 2024-03-01T00:00:00 0.0           (the first points: time and value)
 * check: text                       (the checks of {@link #check})
 * </pre>
 *
 * <p>Placeholders: {@code {i}} or {@code {i:%02d}}, {@code {x}} (numbers that jump about), {@code
 * {mod:24}}, {@code {mod1:24}} and {@code {div:24}} (i modulo, from 0 or 1, and divided), {@code
 * {epoch}} (seconds, one minute apart), {@code {day:…}}, {@code {hour:…}}, {@code {month:…}},
 * {@code {half:…}} (half-hours) with a pattern of {@link java.time.format.DateTimeFormatter}.
 * Escapes: {@code \t \r \0 \\ \}{@code uXXXX}.
 *
 * <p>{@code === numbers: …} holds the cells of one value column, {@code cell => expected}, and is
 * read as a semicolon-separated file with ISO dates that repeats them; expected is the number, or
 * {@code missing}, {@code unreadable} or {@code infinite}. {@code === dates: …} holds the cells of
 * one date column, {@code cell => time as text}, or {@code missing} or {@code unreadable}.
 */
class ImportCasesTest {

  private static final Path FOLDER = Path.of("src/test/resources/import-cases");

  static List<ImportCase> cases() throws IOException {
    List<ImportCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        cases.addAll(ImportCase.parse(file.getFileName().toString(), Files.readAllLines(file)));
      }
    }
    return cases;
  }

  @Test
  void thereAreAsManyCasesAsPromised() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(120);
    assertThat(cases().stream().map(ImportCase::toString)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsAsWritten(ImportCase each) throws ImportException {
    CsvSource source = new TextSource("case.csv", each.bytes());
    String error = expectedError(each);
    if (error != null) {
      assertThatThrownBy(() -> CsvImporter.read(source, options(each)))
          .isInstanceOf(ImportException.class)
          .hasMessageContaining(error);
      return;
    }
    ImportedSeries imported = CsvImporter.read(source, options(each));
    switch (each.kind()) {
      case "numbers" -> checkNumbers(each, imported);
      case "dates" -> checkDates(each, imported);
      default -> checkPoints(each, imported);
    }
    each.expected().stream()
        .filter(line -> line.matches("[a-z-]+: .*"))
        .forEach(line -> check(line.split(": ", 2)[0], line.split(": ", 2)[1], imported));
  }

  private static @Nullable String expectedError(ImportCase each) {
    return each.expected().stream()
        .filter(line -> line.startsWith("error: "))
        .map(line -> line.substring(7))
        .findFirst()
        .orElse(null);
  }

  private static ImportOptions options(ImportCase each) {
    ImportOptions options = ImportOptions.defaults();
    for (String line : each.options()) {
      String[] parts = line.split(": ", 2);
      String value = parts[1];
      String constant = value.toUpperCase(Locale.ROOT).replace('-', '_');
      options =
          switch (parts[0]) {
            case "date" ->
                options.withDateColumns(
                    value.equals("none") ? ColumnSelection.none() : ColumnSelection.of(value));
            case "value" -> options.withValueColumn(value);
            case "label" -> options.withLabelColumn(value);
            case "delimiter" -> options.withDelimiter(value.charAt(0));
            case "charset" -> options.withCharset(Charset.forName(value));
            case "has-header" -> options.withHeader(HeaderChoice.valueOf(constant));
            case "decimal" -> options.withDecimal(DecimalSeparator.valueOf(constant));
            case "order" -> options.withDateOrder(DateOrder.valueOf(constant));
            case "duplicates" -> options.withDuplicates(DuplicateTimes.valueOf(constant));
            case "differences" -> options.withDifferencing(Differencing.valueOf(constant));
            case "missing" -> options.withMissing(MissingValues.valueOf(constant));
            case "quote" -> options.withQuote(value.charAt(0));
            case "thousands" -> options.withThousands(ThousandsSeparator.valueOf(constant));
            case "dates" -> options.withDates(DateReadingChoice.valueOf(constant));
            case "range" -> options.withRange(range(value));
            case "resample" -> options.withResampling(resampling(value));
            case "fill-gaps" -> options.withGaps(GapTreatment.valueOf(constant));
            case "series" -> options.withSeries(value);
            case "codes" -> options.withCodes(Set.of(Double.parseDouble(value)));
            case "max-rows" -> options.withMaxRows(Integer.parseInt(value));
            case "written-as", "line-end", "last-line-end", "header" -> options;
            default -> throw new IllegalArgumentException("no option " + parts[0]);
          };
    }
    return options;
  }

  /** {@code from .. to}; either end may be empty. */
  private static TimeRange range(String text) {
    String[] ends = text.split("\\.\\.", -1);
    return TimeRange.of(ends[0].strip(), ends[1].strip());
  }

  /** For example {@code 2 hour mean}. */
  private static Resampling resampling(String text) {
    String[] parts = text.toUpperCase(Locale.ROOT).split(" ", -1);
    return Resampling.every(
        Integer.parseInt(parts[0]),
        Resampling.Unit.valueOf(parts[1]),
        Resampling.Aggregation.valueOf(parts[2]));
  }

  private static void checkPoints(ImportCase each, ImportedSeries imported) {
    List<String> points =
        each.expected().stream().filter(line -> !line.matches("[a-z-]+: .*")).toList();
    List<String> actual = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      actual.add(point(imported, i));
    }
    assertThat(actual).isEqualTo(points);
  }

  private static String point(ImportedSeries imported, int i) {
    return imported.series().times().text(i) + " " + imported.series().values()[i];
  }

  private static void checkNumbers(ImportCase each, ImportedSeries imported) {
    int period = each.cells().size();
    List<String> found = new ArrayList<>();
    // The first row of the file is day 0; row i holds cell i modulo the number of cells.
    for (String cell : each.cells()) {
      found.add(cell + " => left out");
    }
    LocalDate start = LocalDate.of(2024, 3, 1);
    for (int i = 0; i < imported.series().size(); i++) {
      String day = imported.series().times().text(i).substring(0, 10);
      long row = LocalDate.parse(day).toEpochDay() - start.toEpochDay();
      int cell = (int) (row % period);
      found.set(cell, each.cells().get(cell) + " => " + imported.series().values()[i]);
    }
    for (ImportProblem problem : imported.summary().problems()) {
      int cell = (int) ((problem.line() - 2) % period);
      String reason = problem.reason().name().replace("_VALUE", "").toLowerCase(Locale.ROOT);
      found.set(cell, each.cells().get(cell) + " => " + reason);
    }
    assertThat(found).isEqualTo(expectedCells(each));
  }

  private static void checkDates(ImportCase each, ImportedSeries imported) {
    List<String> found = new ArrayList<>();
    for (String cell : each.cells()) {
      found.add(cell + " => left out");
    }
    for (int i = 0; i < imported.series().size(); i++) {
      int row = (int) imported.series().values()[i];
      found.set(row, each.cells().get(row) + " => " + imported.series().times().text(i));
    }
    for (ImportProblem problem : imported.summary().problems()) {
      int row = (int) problem.line() - 2;
      String reason = problem.reason().name().replace("_TIME", "").toLowerCase(Locale.ROOT);
      found.set(row, each.cells().get(row) + " => " + reason);
    }
    List<String> expected = expectedCells(each);
    assertThat(found.subList(0, expected.size())).isEqualTo(expected);
  }

  /** The cells with an expectation stand above the templates. */
  private static List<String> expectedCells(ImportCase each) {
    long explicit = each.input().stream().filter(line -> line.contains(" => ")).count();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < explicit; i++) {
      String[] parts = each.input().get(i).split(" => ", 2);
      expected.add(each.cells().get(i) + " => " + parts[1]);
    }
    return expected;
  }

  private static void check(String what, String expected, ImportedSeries imported) {
    ImportSummary summary = imported.summary();
    CsvProfile profile = imported.profile();
    String actual =
        switch (what) {
          case "rows" -> summary.rowsRead() + "";
          case "used" -> imported.series().size() + "";
          case "last" -> point(imported, imported.series().size() - 1);
          case "date" -> names(profile.dateColumns());
          case "value" -> profile.valueColumn().map(CsvColumn::name).orElse("none");
          case "columns" -> names(profile.columns());
          case "kinds" ->
              profile.columns().stream()
                  .map(column -> column.kind().name())
                  .collect(Collectors.joining(" "));
          case "delimiter" -> profile.format().delimiterText();
          case "charset" -> profile.format().charset().name();
          case "has-header" -> profile.format().header() ? "yes" : "no";
          case "decimal" -> profile.format().decimal().name().toLowerCase(Locale.ROOT);
          case "dropped" ->
              summary.dropped().stream()
                  .map(row -> row.reason() + " " + row.count() + " " + row.firstLines())
                  .collect(Collectors.joining("; "));
          case "problem" ->
              summary.problems().isEmpty() ? "none" : summary.problems().get(0).sentence();
          case "missing-values" -> summary.missingValues() + "";
          case "duplicate-times" -> summary.duplicateTimes() + "";
          case "sorted" -> summary.sorted() ? "yes" : "no";
          case "step" -> summary.step().map(SamplingStep::text).orElse("none");
          case "regular" -> summary.step().map(step -> step.regular() + "").orElse("none");
          case "gaps" -> summary.step().map(step -> step.gaps() + "").orElse("none");
          case "question" ->
              summary.dateQuestion().map(question -> question.assumed().name()).orElse("none");
          case "labels" -> labels(imported);
          case "note" ->
              summary.notes().contains(expected) ? expected : String.join(" / ", summary.notes());
          case "doubt" ->
              sentences(summary).contains(expected)
                  ? expected
                  : String.join(" / ", sentences(summary));
          case "guess" -> guess(summary, expected);
          case "doubts" -> summary.doubts().size() + "";
          case "series" ->
              profile.series().map(series -> String.join(" | ", series.names())).orElse("none");
          case "no-notes" -> summary.notes().isEmpty() ? "yes" : summary.notes().toString();
          default -> throw new IllegalArgumentException("no check " + what);
        };
    assertThat(actual).as(what).isEqualTo(expected);
  }

  /** The guess about a subject: "SUBJECT certainty found; preview; preview". */
  private static String guess(ImportSummary summary, String expected) {
    String subject = expected.split(" ", 2)[0];
    return summary.guesses().stream()
        .filter(guess -> guess.subject().name().equals(subject))
        .map(
            guess ->
                "%s %s %s%s"
                    .formatted(
                        subject,
                        guess.reason().certainty().text(),
                        guess.found(),
                        guess.answers().stream()
                            .map(answer -> "; " + answer.preview())
                            .collect(Collectors.joining())))
        .findFirst()
        .orElse(subject + " -");
  }

  private static String names(List<CsvColumn> columns) {
    return columns.stream().map(CsvColumn::name).collect(Collectors.joining(" | "));
  }

  private static String labels(ImportedSeries imported) {
    byte[] labels = imported.labels();
    if (labels == null) {
      return "none";
    }
    StringBuilder ones = new StringBuilder();
    for (int i = 0; i < labels.length; i++) {
      ones.append(labels[i] == 1 ? i + " " : "");
    }
    return ones.toString().strip();
  }

  private static List<String> sentences(ImportSummary summary) {
    return summary.doubts().stream().map(Doubt::sentence).toList();
  }
}
