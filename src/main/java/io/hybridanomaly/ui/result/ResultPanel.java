package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.Texts;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A result: the summary, both charts and the list of periods. In the page only with a result. */
public final class ResultPanel extends Div {

  /** A zoom shows this many window lengths to both sides of a period. */
  private static final int CONTEXT_WINDOWS = 2;

  private final TimeSeries series;
  private final DetectionResult result;
  private final LinkedCharts charts;

  /**
   * @param fileName where the series came from
   * @param series what was judged
   * @param result what was found
   */
  public ResultPanel(String fileName, TimeSeries series, DetectionResult result) {
    this.series = series;
    this.result = result;
    addClassName("result-panel");
    LineChart values = seriesChart();
    LineChart scores = scoreChart();
    charts = new LinkedCharts(series.times(), List.of(values, scores));
    PeriodGrid grid = new PeriodGrid(series.times(), result.periods(), this::zoomTo);
    Div list = new Div(new H3("Abnormal periods"), grid);
    list.addClassName("period-list");
    add(summary(fileName), charts, list);
  }

  private LineChart seriesChart() {
    LineChart chart =
        new LineChart(
            "series-chart",
            series.name(),
            series.times(),
            List.of(
                new ChartLine("expected", result.components().expected(), ChartLine.Role.EXPECTED),
                new ChartLine(series.name(), series.values(), ChartLine.Role.VALUE)),
            result.periods());
    chart.showNavigator();
    return chart;
  }

  private LineChart scoreChart() {
    LineChart chart =
        new LineChart(
            "score-chart",
            "Anomaly score",
            series.times(),
            List.of(new ChartLine("score", result.score(), ChartLine.Role.SCORE)),
            result.periods());
    chart.addLevel("threshold", result.threshold());
    return chart;
  }

  private Div summary(String fileName) {
    ComponentScores components = result.components();
    H2 title = new H2(headline());
    Paragraph facts =
        new Paragraph(
            "%s · window of %d points · %s of training · sensitivity %s, %s"
                .formatted(
                    fileName,
                    components.window(),
                    Texts.count(components.epochs(), "epoch"),
                    Texts.value(result.settings().sensitivity()),
                    meaning()));
    Paragraph verdict = new Paragraph(components.applicability().summary());
    verdict.addClassName("verdict");
    Anchor export = new Anchor(download(fileName), "Download annotated CSV");
    export.setId("export-csv");
    Div box = new Div(title, facts, verdict, export);
    box.setId("result-summary");
    box.addClassName("result-summary");
    box.getElement().setAttribute("role", "status");
    return box;
  }

  private String headline() {
    int periods = result.periods().size();
    if (periods == 0) {
      return "Nothing abnormal in " + Texts.count(series.size(), "point");
    }
    int flagged = result.periods().stream().mapToInt(Period::length).sum();
    return "%s in %s (%s of them)"
        .formatted(
            Texts.count(periods, "abnormal period"),
            Texts.count(series.size(), "point"),
            Texts.finePercent((double) flagged / series.size()));
  }

  private String meaning() {
    if (result.settings().fusion() == FusionMode.SEED) {
      return "by the original formula";
    }
    return Texts.falseAlarms(FalseAlarms.per10000(result.settings().sensitivity()));
  }

  private DownloadHandler download(String fileName) {
    String stem = fileName.replaceFirst("(?i)\\.(csv|tsv|txt)$", "");
    return event -> {
      event.setFileName(stem + "-anomalies.csv");
      event.setContentType("text/csv;charset=utf-8");
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
        AnnotatedCsv.write(series, result, out);
      }
    };
  }

  private void zoomTo(Period period) {
    int margin = Math.max(CONTEXT_WINDOWS * result.components().window(), period.length());
    charts.zoomTo(
        Math.max(0, period.start() - margin),
        Math.min(series.size() - 1, period.end() - 1 + margin));
  }
}
