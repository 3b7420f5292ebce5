package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.export.AnnotatedCsv;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.Texts;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** What was found, in a few lines, and what can be taken away. */
final class ResultSummary extends Div {

  private final String fileName;
  private final TimeSeries series;
  private final H2 title = new H2();
  private final Paragraph facts = new Paragraph();
  private final Paragraph verdict = new Paragraph();

  /**
   * @param current the result as it is judged at the moment of a download
   */
  ResultSummary(String fileName, TimeSeries series, Supplier<DetectionResult> current) {
    this.fileName = fileName;
    this.series = series;
    setId("result-summary");
    addClassName("result-summary");
    title.getElement().setAttribute("role", "status");
    verdict.addClassName("verdict");
    Anchor export = new Anchor(download(current), "Download annotated CSV");
    export.setId("export-csv");
    add(title, facts, verdict, export);
  }

  void show(DetectionResult result) {
    ComponentScores components = result.components();
    title.setText(headline(result));
    facts.setText(
        "%s · window of %d points · %s of training · sensitivity %s, %s"
            .formatted(
                fileName,
                components.window(),
                Texts.count(components.epochs(), "epoch"),
                Texts.value(result.settings().sensitivity()),
                meaning(result)));
    verdict.setText(components.applicability().summary());
  }

  private String headline(DetectionResult result) {
    int periods = result.periods().size();
    if (periods == 0) {
      return "Nothing abnormal in " + Texts.count(series.size(), "point");
    }
    return "%s in %s (%s of them)"
        .formatted(
            Texts.count(periods, "abnormal period"),
            Texts.count(series.size(), "point"),
            Texts.finePercent(result.flaggedShare()));
  }

  private static String meaning(DetectionResult result) {
    if (result.settings().fusion() == FusionMode.SEED) {
      return "by the original formula";
    }
    return Texts.falseAlarms(FalseAlarms.per10000(result.settings().sensitivity()));
  }

  private DownloadHandler download(Supplier<DetectionResult> current) {
    String stem = fileName.replaceFirst("(?i)\\.(csv|tsv|txt)$", "");
    return event -> {
      event.setFileName(stem + "-anomalies.csv");
      event.setContentType("text/csv;charset=utf-8");
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
        AnnotatedCsv.write(series, current.get(), out);
      }
    };
  }
}
