package io.hybridanomaly.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.profile.LabelColumn;
import io.hybridanomaly.importing.text.CsvSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that this program has written comes back as a file. */
class OwnOutputTest {

  private static final ImportOptions DEFAULTS = ImportOptions.defaults();
  private static final String FIRST_VERSION =
      "timestamp,value,reconstruction_score,benford_score,anomaly_score,is_anomaly";

  private static CsvSource file(String kept, String header) {
    StringBuilder text = new StringBuilder(kept + header + "\n");
    for (int i = 0; i < 60; i++) {
      String time = "2024-03-%02d".formatted(1 + i % 30);
      time = i < 30 ? time : time.replace("-03-", "-04-");
      text.append(kept.isEmpty() ? "" : "%s,%d.5,%d.25,%d,".formatted(time, i, i % 7, i / 59));
      text.append("%s,%d.25,0.%d,0.1,0.%d,%d".formatted(time, i % 7, i, i, i / 59));
      if (header.contains("expected")) {
        text.append(",%d.2,1.5,9.5,%s".formatted(i % 7, i == 59 ? "1" : ""));
      }
      if (header.endsWith("note")) {
        text.append(i < 30 ? ",," : ",missed,\"a pump\"");
      }
      text.append('\n');
    }
    return TextSource.of("a-annotated.csv", text.toString());
  }

  private static List<String> names(List<CsvColumn> columns) {
    return columns.stream().map(CsvColumn::name).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {FIRST_VERSION, AnnotatedCsv.HEADER, AnnotatedCsv.HEADER + ",mark,note"})
  void whatTheProgramHasComputedIsNeitherTruthNorValue(String header) throws Exception {
    CsvSource file = file("", header);
    CsvProfile profile = CsvImporter.profile(file, DEFAULTS);
    assertThat(LabelColumn.guess(profile)).isEmpty();
    assertThat(names(profile.valueColumns())).containsExactly("value");
    assertThat(CsvImporter.columns(file, DEFAULTS)).hasSize(1);
    ImportedSeries read = CsvImporter.read(file, DEFAULTS);
    assertThat(read.series().values()).startsWith(0.25, 1.25, 2.25).hasSize(60);
    assertThat(read.profile().series()).isEmpty();
    assertThat(read.summary().notes())
        .filteredOn(note -> note.startsWith("The file is an output of this program:"))
        .hasSize(1);
    assertThat(read.summary().guesses()).allMatch(guess -> guess.answers().isEmpty());
  }

  @Test
  void semicolonsAndDecimalCommasChangeNothing() throws Exception {
    String text =
        new String(file("", AnnotatedCsv.HEADER).open().readAllBytes(), UTF_8)
            .replace(',', ';')
            .replace('.', ',');
    CsvProfile profile = CsvImporter.profile(TextSource.of("a.csv", text), DEFAULTS);
    assertThat(LabelColumn.guess(profile)).isEmpty();
    assertThat(names(profile.valueColumns())).containsExactly("value");
  }

  @Test
  void columnsThatWereKeptStayValuesAndLabels() throws Exception {
    CsvProfile profile =
        CsvImporter.profile(file("Date,amount,load,is_anomaly,", AnnotatedCsv.HEADER), DEFAULTS);
    assertThat(names(profile.valueColumns())).containsExactly("amount", "load", "value");
    assertThat(profile.valueColumn().map(CsvColumn::name)).contains("value");
    assertThat(LabelColumn.guess(profile).map(CsvColumn::number)).contains(4);
  }

  @Test
  void anyColumnCanStillBeNamed() throws Exception {
    ImportedSeries read =
        CsvImporter.read(
            file("", AnnotatedCsv.HEADER),
            DEFAULTS.withLabelColumn("is_anomaly").withValueColumn("expected"));
    assertThat(read.labels()).hasSize(60).endsWith((byte) 1);
    assertThat(read.series().values()).startsWith(0.2, 1.2);
    assertThat(names(read.profile().valueColumns())).containsExactly("value", "expected");
  }

  @Test
  void equalNamesElsewhereMeanNothing() throws Exception {
    CsvProfile profile =
        CsvImporter.profile(
            TextSource.of(
                "a.csv",
                new String(file("", FIRST_VERSION).open().readAllBytes(), UTF_8)
                    .replace("benford_score", "pressure")),
            DEFAULTS);
    assertThat(LabelColumn.guess(profile).map(CsvColumn::name)).contains("is_anomaly");
    assertThat(profile.valueColumns()).hasSize(4);
  }
}
