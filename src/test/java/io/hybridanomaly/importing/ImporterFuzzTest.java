package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.hybridanomaly.importing.layout.Head;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.FormatChoices;
import io.hybridanomaly.importing.options.GapTreatment;
import io.hybridanomaly.importing.options.HeaderChoice;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.MissingValues;
import io.hybridanomaly.importing.options.Resampling;
import io.hybridanomaly.importing.options.ShapeChoices;
import io.hybridanomaly.importing.options.TimeRange;
import io.hybridanomaly.importing.points.TimeKeys;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReadingChoice;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whatever the bytes and choices are: a sorted, finite series of bounded size, or an {@link
 * ImportException} with a sentence. The inputs of the folder {@code ImporterFuzzTestInputs} run as
 * usual tests; {@code docs/import.md} tells how to search for more.
 */
class ImporterFuzzTest {

  /** What {@link CsvImporter#read} promises. */
  private static final int FEWEST = 32;

  private static final int MAX_ROWS = 5_000;

  private static final Charset[] CHARSETS = {
    StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Head.WINDOWS_1252
  };

  /** The last bytes of an input are the choices, the rest is the file; 1 at the end: no choices. */
  @FuzzTest(maxDuration = "330s")
  void anyBytesAndChoices(FuzzedDataProvider data) {
    ImportOptions options = options(data);
    CsvSource source = new TextSource("fuzz.csv", data.consumeRemainingAsBytes());
    try {
      CsvImporter.profile(source, options);
      check(CsvImporter.read(source, options));
    } catch (ImportException e) {
      // What stands in quotation marks is the file's own text.
      String ours = String.valueOf(e.getMessage()).replaceAll("“[^”]*”", "");
      assertThat(ours).isNotBlank().doesNotContain("Exception", "null");
    }
  }

  private static void check(ImportedSeries imported) {
    int size = imported.series().size();
    assertThat(size).isBetween(FEWEST, MAX_ROWS);
    byte[] labels = imported.labels();
    assertThat(labels == null ? size : labels.length).isEqualTo(size);
    ImportSummary summary = imported.summary();
    assertThat(summary.rowsRead()).isBetween(0, MAX_ROWS);
    assertThat(summary.rowsDropped()).isBetween(0, summary.rowsRead());
    assertThat(summary.minimum()).isLessThanOrEqualTo(summary.maximum());
    assertThat(Arrays.stream(imported.series().values()).allMatch(Double::isFinite)).isTrue();
    long[] times = Keys.of(imported.series().times());
    assertThat(TimeKeys.isSorted(times)).isTrue();
  }

  private static ImportOptions options(FuzzedDataProvider data) {
    ImportOptions options = ImportOptions.defaults().withMaxRows(MAX_ROWS);
    if (data.consumeBoolean()) {
      return options;
    }
    return columns(data, options.withFormat(format(data)).withShape(shape(data)));
  }

  private static ImportOptions columns(FuzzedDataProvider data, ImportOptions options) {
    ImportOptions chosen =
        switch (data.consumeInt(0, 3)) {
          case 0 -> options.withDateColumns(ColumnSelection.none());
          case 1 -> options.withDateColumns(ColumnSelection.of("1"));
          case 2 -> options.withDateColumns(ColumnSelection.of("1+2"));
          default -> options;
        };
    chosen = data.consumeBoolean() ? chosen.withValueColumn("2") : chosen;
    return data.consumeInt(0, 7) == 0 ? chosen.withLabelColumn("3") : chosen;
  }

  private static FormatChoices format(FuzzedDataProvider data) {
    FormatChoices format =
        FormatChoices.detected()
            .withHeader(data.pickValue(HeaderChoice.values()))
            .withDecimal(data.pickValue(DecimalSeparator.values()))
            .withThousands(data.pickValue(ThousandsSeparator.values()))
            .withDates(data.pickValue(DateReadingChoice.values()))
            .withDateOrder(data.pickValue(DateOrder.values()));
    format = data.consumeBoolean() ? format.withCharset(data.pickValue(CHARSETS)) : format;
    format = data.consumeBoolean() ? format.withDelimiter(data.consumeChar()) : format;
    return data.consumeBoolean() ? format.withQuote(data.consumeChar('"', '\'')) : format;
  }

  private static ShapeChoices shape(FuzzedDataProvider data) {
    ShapeChoices shape =
        ShapeChoices.unchanged()
            .withMissing(data.pickValue(MissingValues.values()))
            .withDuplicates(data.pickValue(DuplicateTimes.values()))
            .withGaps(data.pickValue(GapTreatment.values()))
            .withDifferencing(data.pickValue(Differencing.values()));
    if (data.consumeBoolean()) {
      shape = shape.withRange(TimeRange.of(data.consumeString(12), data.consumeString(12)));
    }
    return data.consumeBoolean()
        ? shape
        : shape.withResampling(
            Resampling.every(
                data.consumeInt(1, Resampling.LONGEST),
                data.pickValue(Resampling.Unit.values()),
                data.pickValue(Resampling.Aggregation.values())));
  }
}
