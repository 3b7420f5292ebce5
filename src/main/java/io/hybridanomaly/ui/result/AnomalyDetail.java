package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.AnomalyFacts;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.Occasions;
import io.hybridanomaly.detection.Severity;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.TextTable;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The selected anomaly explained: in words, as a picture and in numbers. Empty without one. */
final class AnomalyDetail extends Div {

  /** A picture shows this many window lengths to both sides. */
  private static final int CONTEXT_WINDOWS = 1;

  private final TimeSeries series;
  private final TimeText times;
  private final Occasions occasions;
  private final ExpectedBand band;
  private final Consumer<Anomaly> onExplain;
  private final Runnable onClose;

  /**
   * @param result whose anomalies are shown
   * @param band of the result
   * @param onExplain hears which anomaly shall be explained
   * @param onClose hears that no anomaly is wanted any more
   */
  AnomalyDetail(
      TimeSeries series,
      DetectionResult result,
      ExpectedBand band,
      Consumer<Anomaly> onExplain,
      Runnable onClose) {
    this.series = series;
    this.times = Texts.times(series.times());
    this.occasions = Occasions.of(series.times(), result.components().samples());
    this.band = band;
    this.onExplain = onExplain;
    this.onClose = onClose;
    setId("period-detail");
    addClassName("anomaly-detail");
    getElement().setAttribute("aria-label", "The selected anomaly");
    getElement().setAttribute("role", "region");
  }

  void show(DetectionResult result, @Nullable AnomalyFacts facts) {
    removeAll();
    if (facts == null) {
      return;
    }
    Explanation words = Explanation.of(facts, times::of, occasions, Texts.locale());
    Paragraph sentence = new Paragraph(words.text());
    sentence.setId("period-explanation");
    sentence.addClassName("explanation");
    Div numbers = new Div(facts(facts), contributions(facts));
    numbers.addClassName("anomaly-numbers");
    add(head(facts.anomaly()), sentence, picture(result, facts.anomaly()), numbers);
  }

  private Div head(Anomaly anomaly) {
    Span severity = new Span("severity %.0f".formatted(anomaly.severity()));
    severity.addClassNames("badge", Severity.of(anomaly).className());
    Button explain =
        new Button("Explain", VaadinIcon.COMMENT_O.create(), click -> onExplain.accept(anomaly));
    explain.setId("explain-anomaly");
    explain.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.PRIMARY);
    Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> onClose.run());
    close.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    close.setAriaLabel("Close the details");
    Div end = new Div(explain, close);
    end.addClassName("head-end");
    String from = times.of(anomaly.segment().from());
    String title = anomaly.length() == 1 ? from : from + " – " + times.of(anomaly.segment().last());
    Div head = new Div(new H3(title), severity, end);
    head.addClassName("section-head");
    return head;
  }

  private LineChart picture(DetectionResult result, Anomaly anomaly) {
    double[] expected = result.components().expected();
    int margin = CONTEXT_WINDOWS * result.components().window();
    LineChart chart =
        new LineChart(
            "period-chart",
            "Actual against expected",
            series.times(),
            List.of(),
            List.of(
                ChartLine.band("expected range", expected, band::low, band::high),
                ChartLine.line("expected", expected, ChartLine.Role.EXPECTED),
                ChartLine.line(series.name(), series.values(), ChartLine.Role.VALUE)));
    chart.showOnly(anomaly.segment().widened(margin, series.size()));
    chart.showAnomalies(List.of(anomaly));
    return chart;
  }

  private DescriptionList facts(AnomalyFacts facts) {
    DescriptionList list = new DescriptionList();
    add(
        list,
        "Score at the peak",
        String.format(Texts.locale(), "%.2f (threshold %.2f)", facts.score(), facts.threshold()));
    add(
        list,
        "LSTM · Benford",
        String.format(
            Texts.locale(),
            "%.2f · %.2f (%s · %s of the score)",
            facts.reconstruction(),
            facts.benford(),
            Texts.percent(facts.anomaly().reconstructionShare()),
            Texts.percent(facts.anomaly().benfordShare())));
    add(
        list,
        "Mean · expected",
        calculated(facts.meanValue()) + " · " + calculated(facts.meanExpected()));
    add(list, "Range", Texts.value(facts.minimum()) + " to " + Texts.value(facts.maximum()));
    add(
        list,
        "Spread · usual",
        calculated(facts.movement().deviation())
            + " · "
            + calculated(facts.movement().usualDeviation()));
    add(
        list,
        "Outside the band",
        "%s of %s"
            .formatted(
                Texts.count(facts.outsideBand()), Texts.count(facts.anomaly().length(), "point")));
    return list;
  }

  private String calculated(double value) {
    return Texts.calculated(value, series.values());
  }

  private static void add(DescriptionList list, String term, String description) {
    list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
  }

  private Div contributions(AnomalyFacts facts) {
    TextTable table = new TextTable("Time", "Value", "Expected", "Share");
    for (AnomalyFacts.Contribution point : facts.contributions()) {
      table.add(
          times.of(point.point()),
          Texts.value(point.value()),
          calculated(point.expected()),
          Texts.finePercent(point.share()));
    }
    table.addClassName("contributions");
    Div box = new Div(new H4("Values that contributed most"), table);
    box.addClassName("contribution-box");
    return box;
  }
}
