package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.benford.Signs;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.AnomalyFacts;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Analyses;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result: the summary, the charts and the list of anomalies. In the page only with a result. It
 * stays while the same scores are judged anew; a new detection brings a new panel.
 */
public final class ResultPanel extends Div {

  /** A zoom shows this many window lengths to both sides of an anomaly. */
  private static final int CONTEXT_WINDOWS = 2;

  /** Hears what the visitor does with the result, with the page's lock held. */
  public interface Listener {

    /**
     * The visitor selects an anomaly; the answer is a call of {@link #select}.
     *
     * @param anomaly empty: none any more
     */
    void onSelect(Optional<Anomaly> anomaly);

    /** The visitor wants an anomaly explained. */
    void onExplain(Anomaly anomaly);

    /**
     * The visitor wants to know how stable the anomalies are; the answer comes by {@link #show}.
     */
    void onCheckStability();

    /** That is not wanted any more. */
    void onStopStability();

    /** A stretch was dragged on a chart while {@link #setMarking} was on. */
    void onMarked(Segment range);
  }

  private final TimeSeries series;
  private final Listener listener;
  private final ExpectedBand band;
  private final ResultSummary summary;
  private final ResultCharts charts;
  private final AnomalyGrid grid;
  private final AnomalyDetail detail;
  private final Div insights = new Div();
  private final StabilityBox stability;
  private final DigitChart digits;
  private final AgreementChart agreement = new AgreementChart();
  private DetectionResult result;
  private @Nullable Anomaly selected;

  /** First digits of the whole series; null until they are counted. */
  private @Nullable DigitStatistics digitsOfAll;

  /**
   * @param analysis what is shown
   * @param band of the result
   * @param analyses counts what takes longer
   */
  public ResultPanel(Analysis analysis, ExpectedBand band, Analyses analyses, Listener listener) {
    this.series = analysis.series();
    this.result = analysis.result();
    this.listener = listener;
    addClassName("result-panel");
    digits = new DigitChart(series.values(), analyses);
    summary = new ResultSummary(analysis.dataset());
    this.band = band;
    charts = new ResultCharts(series, result, band, this::selectAt, listener::onMarked);
    grid = new AnomalyGrid(series.times(), this::selectAndZoom);
    detail =
        new AnomalyDetail(
            series, band, listener::onExplain, () -> listener.onSelect(Optional.empty()));
    stability = new StabilityBox(listener::onCheckStability, listener::onStopStability);
    Div head = new Div(new H3("Anomalies"), stability);
    head.addClassName("section-head");
    Div list = new Div(head, grid);
    list.addClassName("anomaly-list");
    insights.addClassName("insights");
    add(summary, charts, list, detail, insights);
    summary.show(result);
    grid.show(result.anomalies());
    stability.setVisible(!result.anomalies().isEmpty());
    addInsights(analyses);
  }

  /**
   * The further charts follow once the charts over time are on their way: a page that draws all of
   * them at once shows none for seconds.
   */
  private void addInsights(Analyses analyses) {
    double[] values = series.values();
    Signs signs = Signs.judgedIn(values);
    Supplier<DigitStatistics> count =
        () -> DigitStatistics.of(Digits.FIRST, signs.counted(values), 0, values.length);
    if (!analyses.count(count, this::addInsights)) {
      addInsights(count.get());
    }
  }

  private void addInsights(DigitStatistics counted) {
    digitsOfAll = counted;
    agreement.show(result);
    explainDigits();
    insights.add(digits, agreement, new TrainingChart(result.components().lossPerEpoch()));
  }

  /** Adds something below the summary, such as downloads. */
  public void addToSummary(Component component) {
    summary.add(component);
  }

  /** Adds something below the anomalies, such as verdicts on them. */
  public void addToAnomalies(Component component) {
    addComponentAtIndex(indexOf(insights), component);
  }

  /** Shows what was said about the anomalies in their list. */
  public void showAnnotations(Annotations annotations) {
    grid.showAnnotations(annotations);
  }

  /**
   * What a drag on a chart does.
   *
   * @param marking it marks a stretch; otherwise it zooms
   */
  public void setMarking(boolean marking) {
    charts.setMarking(marking);
  }

  /**
   * Shows the same scores as judged anew; {@link #select} follows.
   *
   * @param judged of the same series and the same detection
   */
  public void show(DetectionResult judged) {
    result = judged;
    summary.show(judged);
    charts.show(judged);
    if (digitsOfAll != null) {
      agreement.show(judged);
    }
    grid.show(judged.anomalies());
    stability.idle();
    stability.setVisible(!judged.anomalies().isEmpty());
  }

  /**
   * Shows an anomaly as selected: in the list, in the charts, and with its details.
   *
   * @param anomaly of the result; empty: none
   */
  public void select(Optional<Anomaly> anomaly) {
    selected = anomaly.orElse(null);
    grid.mark(selected);
    charts.mark(selected);
    explain();
  }

  /**
   * Shows a stretch of the series in all charts.
   *
   * @param from first point
   * @param to the point after the last
   */
  public void zoomTo(int from, int to) {
    charts.zoomTo(new Segment(Math.max(0, from), Math.min(series.size(), to)));
  }

  /** The stretch that the charts show. */
  public Segment visibleRange() {
    return charts.visibleRange();
  }

  /**
   * Shows how often the anomalies were found again.
   *
   * @param found of the result that is shown
   * @param trainings how many repetitions there will be in all
   */
  public void show(Stability found, int trainings) {
    stability.show(found, trainings);
    grid.show(found);
  }

  /**
   * The check of the stability waits for its turn.
   *
   * @param position place in the queue, from 1
   */
  public void stabilityWaits(int position) {
    stability.showWaiting(position);
  }

  /** The check of the stability ended without an answer. */
  public void endStability() {
    stability.idle();
  }

  /** The selected anomaly in detail; the digits of that or of the whole series. */
  private void explain() {
    Anomaly anomaly = selected;
    detail.show(result, anomaly == null ? null : AnomalyFacts.of(result, band, anomaly));
    explainDigits();
  }

  private void explainDigits() {
    DigitStatistics all = digitsOfAll;
    Anomaly anomaly = selected;
    if (all == null) {
      return;
    }
    if (anomaly == null) {
      digits.show(
          "the whole series",
          new Segment(0, series.size()),
          all,
          result.components().applicability().summary());
    } else {
      AnomalyFacts facts = AnomalyFacts.of(result, band, anomaly);
      digits.show(
          "the selected anomaly",
          anomaly.segment(),
          facts.digits(),
          Explanation.of(facts, new TimeText(series.times())::of).digits());
    }
  }

  private void selectAndZoom(Anomaly anomaly) {
    listener.onSelect(Optional.of(anomaly));
    int margin = Math.max(CONTEXT_WINDOWS * result.components().window(), anomaly.length());
    zoomTo(anomaly.segment().from() - margin, anomaly.segment().to() + margin);
  }

  private void selectAt(int point) {
    result.anomalies().stream()
        .filter(anomaly -> anomaly.segment().contains(point))
        .findFirst()
        .ifPresent(anomaly -> listener.onSelect(Optional.of(anomaly)));
  }
}
