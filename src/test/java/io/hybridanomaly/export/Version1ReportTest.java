package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.series.Segment;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reports of version 1.0.0 still open. */
class Version1ReportTest {

  private static final int MAX = 100_000;

  /** Written by version 1.0.0, which called annotations marks. */
  @Test
  void aReportOfVersion1StillOpens() throws Exception {
    String html;
    try (InputStream in =
        Version1ReportTest.class.getResourceAsStream("/reports/version-1.0.html")) {
      html = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    Analysis analysis = load(html).analysis();
    assertThat(analysis.file()).isEqualTo(new SourceFile("meter-2024.csv", 0, "ab12"));
    assertThat(analysis.series().name()).isEqualTo("kWh");
    assertThat(analysis.series().size()).isEqualTo(64);
    assertThat(analysis.annotations().all())
        .containsExactly(
            new Annotation(new Segment(10, 20), AnnotationLabel.MISSED, ""),
            new Annotation(new Segment(13, 19), AnnotationLabel.FALSE_ALARM, "a pump was off"));
  }

  @Test
  void theDataOfVersion1AreReadFromTheirLines() throws Exception {
    StringBuilder written = new StringBuilder();
    HtmlReport.write(Sessions.of(400, "f.csv", "v", ""), written);
    String html = written.toString();
    int from = html.indexOf("  \"data\" : {");
    int to = html.indexOf("  \"benford\" : {");
    String lines =
        """
          "value_column" : "v", "points" : 400,
          "data_check" : [
            {"name" : "Date column", "text" : "day + hour"},
            {"name" : "Rows read", "text" : "1,234"},
            {"name" : "Step", "text" : "1 hour"},
            {"name" : "Missing values", "text" : "5"},
            {"name" : "Equal times", "text" : "6"},
            {"name" : "Left out", "text" : "1 row with no time"},
            {"name" : "Left out", "text" : "1,000 rows with no number"},
            {"name" : "Note", "text" : "said"} ],
        """;
    DataSummary data =
        load(html.substring(0, from) + lines + html.substring(to)).analysis().dataset().summary();
    assertThat(data.dateColumns()).containsExactly("day", "hour");
    assertThat(data.otherColumns()).isEmpty();
    assertThat(data.rowsRead()).isEqualTo(1_234);
    assertThat(data.samplingStep()).contains("1 hour");
    assertThat(data.missingValues()).isEqualTo(5);
    assertThat(data.duplicateTimes()).isEqualTo(6);
    assertThat(data.rowsDropped()).isEqualTo(1_001);
    assertThat(data.dropped())
        .containsExactly(
            new DataSummary.Dropped("no time", 1, List.of()),
            new DataSummary.Dropped("no number", 1_000, List.of()));
    assertThat(data.notes()).containsExactly("said");
  }

  private static Session load(String html) throws Exception {
    return ReportReader.read(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)), MAX);
  }
}
