package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.base.Members;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultSummaryTest {

  private static final Anomaly ANOMALY = new Anomaly(new Segment(3, 4), 3, 50, 1, 0, 43.76, 43);

  private static LoadedSeries load(String text, ImportOptions options) throws Exception {
    CsvSource source = TextSource.of("server.csv", text);
    ImportedSeries imported = CsvImporter.read(source, options);
    return new LoadedSeries(
        source, Dataset.of(SourceFile.of(source.name(), source), options, imported), imported, 24);
  }

  private static LoadedSeries threeColumns() throws Exception {
    StringBuilder text = new StringBuilder("time,cpu_pct,mem_pct,queue_len\n");
    for (int i = 0; i < 60; i++) {
      text.append("%s,%d.5,%d.25,%d\n".formatted(day(i), i % 7, i % 5, i % 3));
    }
    return load(text.toString(), ImportOptions.defaults());
  }

  private static LocalDate day(int i) {
    return LocalDate.of(2024, 1, 31).plusDays(i);
  }

  private static ResultSummary summary(LoadedSeries loaded, List<Anomaly> anomalies) {
    double[] values = loaded.series().values();
    double[] zero = new double[values.length];
    ComponentScores components =
        new ComponentScores(
            values, zero, zero, values, zero, new double[] {1}, 24, 1, Applicability.of(values));
    ResultSummary summary = new ResultSummary(loaded);
    summary.show(
        new DetectionResult(DetectionSettings.defaults(), components, zero, 3, anomalies),
        Annotations.NONE);
    return summary;
  }

  private static String text(Component component) {
    if (component instanceof Popover) {
      return "";
    }
    return component.getChildren().findAny().isEmpty()
        ? component.getElement().getText()
        : component.getChildren().map(ResultSummaryTest::text).collect(Collectors.joining());
  }

  private static Stream<Component> all(Component component) {
    return Stream.concat(
        Stream.of(component), component.getChildren().flatMap(ResultSummaryTest::all));
  }

  @Test
  void itSaysWhichOfSeveralColumnsWasJudgedAndThatTheOthersWereNot() throws Exception {
    ResultSummary summary = summary(threeColumns(), List.of());
    assertThat(text(summary))
        .contains("server.csv \u00b7 cpu_pct, 1 of 3 value columns \u00b7 sensitivity 5")
        .doesNotContain("judged");
    summary.showUnjudged(Map.of(Members.COLUMNS, 2, Members.GROUPS, 0));
    assertThat(text(summary))
        .endsWith("2 other value columns have not been judged. Detect in all 3 value columns");
    assertThat(all(summary).filter(NativeButton.class::isInstance)).hasSize(2);
    summary.showUnjudged(Map.of());
    assertThat(text(summary)).doesNotContain("judged");
  }

  @Test
  void whereSomethingIsFlaggedNothingIsSaidOfTheOthers() throws Exception {
    ResultSummary summary = summary(threeColumns(), List.of(ANOMALY));
    summary.showUnjudged(Map.of(Members.COLUMNS, 2));
    assertThat(text(summary)).contains("1 of 3 value columns").doesNotContain("judged");
  }

  @Test
  void itSaysWhichOfSeveralSeriesWasJudged() throws Exception {
    StringBuilder text = new StringBuilder("time,store,sales\n");
    for (int i = 0; i < 60; i++) {
      for (String store : List.of("north", "south")) {
        text.append("%s,%s,%d.5\n".formatted(day(i), store, 10 + i % 7));
      }
    }
    LoadedSeries north = load(text.toString(), ImportOptions.defaults());
    ResultSummary summary = summary(north, List.of());
    summary.showUnjudged(Map.of(Members.GROUPS, 1));
    assertThat(text(summary))
        .contains("server.csv \u00b7 sales of north, 1 of 2 series \u00b7")
        .endsWith("1 other series has not been judged. Detect in all 2 series");
  }

  @Test
  void aTableReadAcrossHasOneColumn() throws Exception {
    StringBuilder text =
        new StringBuilder("year,Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec\n");
    for (int year = 2000; year < 2010; year++) {
      text.append(year);
      for (int month = 1; month <= 12; month++) {
        text.append(",%d.5".formatted(40 + (year * month) % 17));
      }
      text.append('\n');
    }
    LoadedSeries months = load(text.toString(), ImportOptions.defaults());
    assertThat(months.imported().profile().across()).isTrue();
    assertThat(Members.COLUMNS.count(months)).isZero();
    assertThat(text(summary(months, List.of()))).doesNotContain("value columns");
  }
}
