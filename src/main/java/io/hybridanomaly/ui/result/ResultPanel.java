package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.detection.PeriodFacts;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Marks;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.PointRange;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result: the summary, the charts and the list of periods. In the page only with a result. It
 * stays while the same scores are judged anew; a new detection brings a new panel.
 */
public final class ResultPanel extends Div {

  /** A zoom shows this many window lengths to both sides of a period. */
  private static final int CONTEXT_WINDOWS = 2;

  /** Hears what the visitor does with the result, with the page's lock held. */
  public interface Listener {

    /**
     * Another period was selected, by the visitor or by {@link #select}.
     *
     * @param period null: none any more
     */
    void onSelect(@Nullable Period period);

    /** The visitor wants a period explained. */
    void onExplain(Period period);

    /** The visitor wants to know how stable the periods are; the answer comes by {@link #show}. */
    void onCheckStability();

    /** That is not wanted any more. */
    void onStopStability();

    /** Another stretch of the series is shown. */
    void onZoom(PointRange range);

    /** A stretch was dragged on a chart while {@link #setMarking} was on. */
    void onMarked(PointRange range);
  }

  private final TimeSeries series;
  private final Listener listener;
  private final ExpectedBand band;
  private final ResultSummary summary;
  private final ResultCharts charts;
  private final PeriodGrid grid;
  private final PeriodDetail detail;
  private final Div insights = new Div();
  private final StabilityBox stability;
  private final DigitChart digits;
  private final AgreementChart agreement = new AgreementChart();
  private DetectionResult result;
  private @Nullable Period selected;

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
    grid = new PeriodGrid(series.times(), this::selectAndZoom);
    detail = new PeriodDetail(series, band, listener::onExplain, () -> select(null));
    stability = new StabilityBox(listener::onCheckStability, listener::onStopStability);
    Div head = new Div(new H3("Abnormal periods"), stability);
    head.addClassName("section-head");
    Div list = new Div(head, grid);
    list.addClassName("period-list");
    insights.addClassName("insights");
    add(summary, charts, list, detail, insights);
    summary.show(result);
    grid.show(result.periods());
    stability.setVisible(!result.periods().isEmpty());
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

  /** Adds something below the periods, such as verdicts on them. */
  public void addToPeriods(Component component) {
    addComponentAtIndex(indexOf(insights), component);
  }

  /** Shows what was said about the periods in their list. */
  public void showMarks(Marks marks) {
    grid.showMarks(marks);
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
   * Shows the same scores as judged anew. The selection stays if a period is still at its place.
   *
   * @param judged of the same series and the same detection
   */
  public void show(DetectionResult judged) {
    Period before = selected;
    result = judged;
    summary.show(judged);
    charts.show(judged);
    if (digitsOfAll != null) {
      agreement.show(judged);
    }
    grid.show(judged.periods());
    stability.idle();
    stability.setVisible(!judged.periods().isEmpty());
    select(before == null ? null : meeting(before));
  }

  /**
   * Selects a period: in the list, in the charts, and with its details.
   *
   * @param period of the result; null: none
   */
  public void select(@Nullable Period period) {
    boolean changed = period == null ? selected != null : !period.equals(selected);
    selected = period;
    grid.mark(period);
    charts.mark(period);
    explain();
    if (changed) {
      listener.onSelect(period);
    }
  }

  /** The selected period; null: none. */
  public @Nullable Period selected() {
    return selected;
  }

  /**
   * Shows a stretch of the series in all charts.
   *
   * @param from first point
   * @param to the point after the last
   */
  public void zoomTo(int from, int to) {
    charts.zoomTo(new PointRange(Math.max(0, from), Math.min(series.size(), to)));
  }

  /** The stretch that the charts show. */
  public PointRange visibleRange() {
    return charts.visibleRange();
  }

  /**
   * Shows how often the periods were found again.
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

  /** The selected period in detail; the digits of that or of the whole series. */
  private void explain() {
    Period period = selected;
    detail.show(result, period == null ? null : PeriodFacts.of(result, band, period));
    explainDigits();
  }

  private void explainDigits() {
    DigitStatistics all = digitsOfAll;
    Period period = selected;
    if (all == null) {
      return;
    }
    if (period == null) {
      digits.show(
          "the whole series",
          new PointRange(0, series.size()),
          all,
          result.components().applicability().summary());
    } else {
      PeriodFacts facts = PeriodFacts.of(result, band, period);
      digits.show(
          "the selected period",
          new PointRange(period.start(), period.end()),
          facts.digits(),
          Explanation.of(facts, new TimeText(series.times())::of).digits());
    }
  }

  private void selectAndZoom(Period period) {
    select(period);
    int margin = Math.max(CONTEXT_WINDOWS * result.components().window(), period.length());
    zoomTo(period.start() - margin, period.end() + margin);
  }

  private void selectAt(int point) {
    result.periods().stream()
        .filter(p -> p.start() <= point && point < p.end())
        .findFirst()
        .ifPresent(this::select);
  }

  /** The period of the result that has most points in common with one of another judgement. */
  private @Nullable Period meeting(Period before) {
    Period best = null;
    int most = 0;
    for (Period period : result.periods()) {
      int common = Math.min(period.end(), before.end()) - Math.max(period.start(), before.start());
      if (common > most) {
        most = common;
        best = period;
      }
    }
    return best;
  }
}
