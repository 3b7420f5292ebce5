package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ui.base.LostFocus;
import io.hybridanomaly.ui.base.OpenLedger;
import io.hybridanomaly.ui.base.Texts;

/** What was found, in one line with a smaller one below it. */
final class ResultSummary extends Div {

  private final Dataset dataset;
  private final H2 title = new H2();
  private final Div head = new Div(title);
  private final Span facts = new Span();
  private final Span verdict = new Span();
  private final Paragraph reasons = new Paragraph();

  ResultSummary(Dataset dataset) {
    this.dataset = dataset;
    setId("result-summary");
    addClassName("result-summary");
    title.getElement().setAttribute("role", "status");
    LostFocus.goesTo(title);
    head.addClassName("section-head");
    NativeButton why = new NativeButton("why");
    why.addClassNames("link-button", "verdict-why");
    Popover popover = new Popover(reasons);
    popover.setTarget(why);
    popover.setWidth("24rem");
    popover.setAriaLabel("Why digits count or not");
    Div line = new Div(facts, new Span(" \u00b7 "), verdict, new Span(" "), why);
    line.addClassName("summary-line");
    add(head, line, popover);
    if (isLedger()) {
      add(ledgerLine());
    }
  }

  private boolean isLedger() {
    return Ledger.isLikely(dataset.summary().duplicateTimes(), dataset.summary().points());
  }

  private static Div ledgerLine() {
    NativeButton open =
        new NativeButton(
            "Open the ledger view", click -> click.getSource().getUI().ifPresent(OpenLedger::on));
    open.setId("ledger-from-result");
    open.addClassName("link-button");
    Div line =
        new Div(new Span("Duplicates, round amounts and limits: see the ledger view. "), open);
    line.addClassName("summary-line");
    return line;
  }

  /** Adds something at the end of the line, such as downloads. */
  void addToHead(Component component) {
    head.add(component);
  }

  /** Shows a result and how many of its anomalies a person calls false alarms. */
  void show(DetectionResult result, Annotations annotations) {
    ComponentScores components = result.components();
    title.setText(headline(result) + marked(result, annotations));
    facts.setText(
        "%s \u00b7 sensitivity %s: %s \u00b7 window %d, %s"
            .formatted(
                judged(),
                Texts.value(result.settings().sensitivity()),
                meaning(result),
                components.window(),
                Texts.count(components.epochs(), "epoch")));
    verdict.setText(verdict(components.applicability()));
    reasons.setText(components.applicability().summary(Texts.locale()));
  }

  private static String verdict(Applicability applicability) {
    if (applicability.weight() > 0) {
      return "Digits count: Benford\u2019s law applies";
    }
    return switch (applicability.level()) {
      case APPLIES, WEAK -> "Digits don\u2019t count: Benford\u2019s law applies weakly";
      case DOES_NOT_APPLY -> "Digits don\u2019t count: Benford\u2019s law does not apply";
    };
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
    // What repeats or is round in a ledger is nothing that a course over time could show.
    String where = isLedger() ? "over time in " : "in ";
    int anomalies = result.anomalies().size();
    if (anomalies == 0) {
      return "Nothing abnormal " + where + Texts.count(dataset.series().size(), "point");
    }
    return "%s %s (%s of them)"
        .formatted(
            Texts.count(anomalies, "anomaly"),
            where + Texts.count(dataset.series().size(), "point"),
            Texts.finePercent(result.flaggedShare()));
  }

  private static String marked(DetectionResult result, Annotations annotations) {
    long falseAlarms =
        result.anomalies().stream()
            .flatMap(anomaly -> annotations.of(anomaly).stream())
            .filter(annotation -> annotation.label() == AnnotationLabel.FALSE_ALARM)
            .count();
    return falseAlarms == 0
        ? ""
        : ", %s marked as %s"
            .formatted(
                Texts.count(falseAlarms), falseAlarms == 1 ? "a false alarm" : "false alarms");
  }

  private static String meaning(DetectionResult result) {
    if (result.settings().detector() instanceof DetectorKind.Original) {
      return "by the original formula";
    }
    return Texts.falseAlarms(result.settings());
  }
}
