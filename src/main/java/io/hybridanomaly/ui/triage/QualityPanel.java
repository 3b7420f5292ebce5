package io.hybridanomaly.ui.triage;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.evaluation.DetectionMetrics;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.Texts;

/**
 * How good the result is where the file itself says what is abnormal. Measured in the background:
 * for a million points the areas under the curves take seconds.
 */
public final class QualityPanel extends Div {

  private static final String TITLE = "Against the labels of the file";

  private final byte[] labels;
  private final Analyses analyses;

  /** The result that is to be measured; answers about others are dropped. */
  private DetectionResult wanted;

  /**
   * @param labels the truth, [points]
   * @param analyses runs the measurement
   */
  public QualityPanel(byte[] labels, DetectionResult result, Analyses analyses) {
    this.labels = labels.clone();
    this.analyses = analyses;
    this.wanted = result;
    setId("quality");
    addClassName("quality");
    getElement().setAttribute("role", "status");
    add(new H3(TITLE), new Paragraph("Measuring …"));
    show(result);
  }

  /** Measures the same scores as judged anew. */
  public void show(DetectionResult result) {
    wanted = result;
    boolean counting =
        analyses.count(
            () ->
                DetectionMetrics.of(
                    result.score(), result.flags(), labels, result.components().values()),
            metrics -> {
              if (wanted.equals(result)) {
                show(metrics);
              }
            });
    if (!counting) {
      removeAll();
      add(new H3(TITLE), new Paragraph("The server is busy; move the sensitivity to try again."));
    }
  }

  private void show(DetectionMetrics metrics) {
    DescriptionList list = new DescriptionList();
    add(list, "Precision", metrics.precision(), "share of alarms that meet a true anomaly");
    add(list, "Recall", metrics.recall(), "share of true anomalies that are found");
    add(list, "F1", metrics.f1(), "harmonic mean of both");
    add(list, "AUC-PR", metrics.aucPr(), "the score by point, over all thresholds");
    add(list, "VUS-PR", metrics.vusPr(), "the same with soft edges around each anomaly");
    removeAll();
    add(
        new H3(TITLE),
        new Paragraph(
            "%s in the file, %d found; %s, %d of them true. Not used by the detector."
                .formatted(
                    Texts.count(metrics.events(), "labelled event"),
                    metrics.foundEvents(),
                    Texts.count(metrics.alarms(), "alarm"),
                    metrics.trueAlarms())),
        list);
  }

  private static void add(DescriptionList list, String name, double value, String meaning) {
    DescriptionList.Term term = new DescriptionList.Term(name);
    Div figure =
        new Div(
            term, new DescriptionList.Description(String.format(Texts.locale(), "%.3f", value)));
    figure.addClassName("quality-figure");
    figure.setTitle(meaning);
    list.getElement().appendChild(figure.getElement());
  }
}
