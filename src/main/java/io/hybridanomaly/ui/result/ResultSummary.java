package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.ui.base.Texts;

/** What was found, in a few lines. */
final class ResultSummary extends Div {

  private final Dataset dataset;
  private final H2 title = new H2();
  private final Paragraph facts = new Paragraph();
  private final Paragraph verdict = new Paragraph();

  ResultSummary(Dataset dataset) {
    this.dataset = dataset;
    setId("result-summary");
    addClassName("result-summary");
    title.getElement().setAttribute("role", "status");
    verdict.addClassName("verdict");
    add(title, facts, verdict);
  }

  void show(DetectionResult result) {
    ComponentScores components = result.components();
    title.setText(headline(result));
    facts.setText(
        "%s · window of %d points · %s of training · sensitivity %s, %s"
            .formatted(
                judged(),
                components.window(),
                Texts.count(components.epochs(), "epoch"),
                Texts.value(result.settings().sensitivity()),
                meaning(result)));
    verdict.setText(components.applicability().summary());
  }

  /** The file may hold more than what was looked at. */
  private String judged() {
    String column = dataset.file().name() + " · " + Blanks.shorten(dataset.series().name());
    return dataset
        .options()
        .series()
        .map(chosen -> column + " of " + Blanks.shorten(chosen))
        .orElse(column);
  }

  private String headline(DetectionResult result) {
    int anomalies = result.anomalies().size();
    if (anomalies == 0) {
      return "Nothing abnormal in " + Texts.count(dataset.series().size(), "point");
    }
    return "%s in %s (%s of them)"
        .formatted(
            Texts.count(anomalies, "anomaly"),
            Texts.count(dataset.series().size(), "point"),
            Texts.finePercent(result.flaggedShare()));
  }

  private static String meaning(DetectionResult result) {
    if (result.settings().detector() instanceof DetectorKind.Original) {
      return "by the original formula";
    }
    return Texts.falseAlarms(result.settings());
  }
}
