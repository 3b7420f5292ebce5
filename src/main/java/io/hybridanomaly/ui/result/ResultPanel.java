package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
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
     * Another anomaly was selected, by the visitor or by {@link #select}.
     *
     * @param anomaly null: none any more
     */
    void onSelect(@Nullable Anomaly anomaly);

    /** The visitor wants an anomaly explained. */
    void onExplain(Anomaly anomaly);

    /**
     * The visitor wants to know how stable the anomalies are; the answer comes by {@link #show}.
     */
    void onCheckStability();

    /** That is not wanted any more. */
    void onStopStability();

    /** Another stretch of the series is shown. */
    void onZoom(Segment range);

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
   * @param fileName where the series came from
   * @param series what was judged
   * @param result what was found
   * @param band of the result
   * @param analyses counts what takes longer
   */
  public ResultPanel(
      String fileName,
      TimeSeries series,
      DetectionResult result,
      ExpectedBand band,
      Analyses analyses,
      Listener listener) {
    this.series = series;
    this.result = result;
    this.listener = listener;
    addClassName("result-panel");
    digits = new DigitChart(series.values(), analyses);
    summary = new ResultSummary(fileName, series);
    this.band = band;
    charts =
        new ResultCharts(
            series, result, band, listener::onZoom, this::selectAt, listener::onMarked);
    grid = new AnomalyGrid(series.times(), this::selectAndZoom);
    detail = new AnomalyDetail(series, band, listener::onExplain, () -> select(null));
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
    Supplier<DigitStatistics> count =
        () -> DigitStatistics.of(Digits.FIRST, values, 0, values.length);
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

  /** What was judged. */
  public TimeSeries series() {
    return series;
  }

  /** The result that is shown. */
  public DetectionResult result() {
    return result;
  }

  /**
   * Shows the same scores as judged anew. The selection stays if an anomaly is still at its place.
   *
   * @param judged of the same series and the same detection
   */
  public void show(DetectionResult judged) {
    Anomaly before = selected;
    result = judged;
    summary.show(judged);
    charts.show(judged);
    if (digitsOfAll != null) {
      agreement.show(judged);
    }
    grid.show(judged.anomalies());
    stability.idle();
    stability.setVisible(!judged.anomalies().isEmpty());
    select(before == null ? null : meeting(before));
  }

  /**
   * Selects an anomaly: in the list, in the charts, and with its details.
   *
   * @param anomaly of the result; null: none
   */
  public void select(@Nullable Anomaly anomaly) {
    boolean changed = anomaly == null ? selected != null : !anomaly.equals(selected);
    selected = anomaly;
    grid.mark(anomaly);
    charts.mark(anomaly);
    explain();
    if (changed) {
      listener.onSelect(anomaly);
    }
  }

  /** The selected anomaly; null: none. */
  public @Nullable Anomaly selected() {
    return selected;
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
    select(anomaly);
    int margin = Math.max(CONTEXT_WINDOWS * result.components().window(), anomaly.length());
    zoomTo(anomaly.segment().from() - margin, anomaly.segment().to() + margin);
  }

  private void selectAt(int point) {
    result.anomalies().stream()
        .filter(p -> p.segment().contains(point))
        .findFirst()
        .ifPresent(this::select);
  }

  /** The anomaly of the result that has most points in common with one of another judgement. */
  private @Nullable Anomaly meeting(Anomaly before) {
    Anomaly best = null;
    int most = 0;
    for (Anomaly anomaly : result.anomalies()) {
      int common = anomaly.segment().overlap(before.segment());
      if (common > most) {
        most = common;
        best = anomaly;
      }
    }
    return best;
  }
}
