package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ui.base.DetectAll;
import io.hybridanomaly.ui.base.LostFocus;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.base.OpenLedger;
import io.hybridanomaly.ui.base.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found, in one line with a smaller one below it. */
final class ResultSummary extends Div {

  private final LoadedSeries loaded;
  private final Dataset dataset;
  private final H2 title = new H2();
  private final Div head = new Div(title);
  private final Span facts = new Span();
  private final Span verdict = new Span();
  private final Paragraph reasons = new Paragraph();
  private final Div others = new Div();
  private Map<Members, Integer> unjudged = Map.of();
  private boolean nothingFound;

  /**
   * @param loaded the series that was judged, and what else its file holds
   */
  ResultSummary(LoadedSeries loaded) {
    this.loaded = loaded;
    this.dataset = loaded.dataset();
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
    others.setId("others-not-judged");
    add(head, line, popover, others);
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
    title.setText(headline(result) + annotations.falseAlarms(result.anomalies(), Texts.locale()));
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
    nothingFound = result.anomalies().isEmpty();
    showOthers();
  }

  /**
   * Says what else the file holds, as long as nothing is flagged here: that is not yet the whole
   * file.
   *
   * @param counts how many series of each kind have not been judged
   */
  void showUnjudged(Map<Members, Integer> counts) {
    if (!counts.equals(unjudged)) {
      unjudged = Map.copyOf(counts);
      showOthers();
    }
  }

  private void showOthers() {
    others.removeAll();
    for (Members which : Members.values()) {
      int count = unjudged.getOrDefault(which, 0);
      if (nothingFound && count > 0) {
        others.add(othersLine(which, count));
      }
    }
  }

  private Div othersLine(Members which, int count) {
    NativeButton all =
        new NativeButton(
            which.offer(loaded),
            click -> click.getSource().getUI().ifPresent(page -> DetectAll.on(page, which)));
    all.addClassName("link-button");
    Div line = new Div(new Span(which.notJudged(loaded, count) + " "), all);
    line.addClassName("summary-line");
    return line;
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
    String column = Blanks.shorten(dataset.series().name());
    String series =
        dataset
            .options()
            .series()
            .or(() -> dataset.summary().part().map(DataSummary.Part::series))
            .map(chosen -> column + " of " + Blanks.shorten(chosen))
            .orElse(column);
    return withNumbers(dataset.file().name(), Members.TABLES)
        + " · "
        + withNumbers(series, Members.COLUMNS, Members.GROUPS);
  }

  /** What was judged, and of how many. */
  private String withNumbers(String name, Members... kinds) {
    return Stream.concat(Stream.of(name), Arrays.stream(kinds).map(kind -> kind.among(loaded)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
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

  private static String meaning(DetectionResult result) {
    if (result.settings().detector() instanceof DetectorKind.Original) {
      return "by the original formula";
    }
    return Texts.falseAlarms(result.settings());
  }
}
