package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.benford.Signs;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.AnomalyFacts;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.base.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A result: the summary and the charts; the list of anomalies stands beside it. In the page only
 * with a result. It stays while the same scores are judged anew; a new detection brings a new
 * panel.
 */
public final class ResultPanel extends Div {

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

  private final LoadedSeries loaded;
  private final Analyses analyses;
  private final TimeSeries series;
  private final Listener listener;
  private final ExpectedBand band;
  private final ResultSummary summary;
  private final ResultCharts charts;
  private final AnomalyPanel list;
  private final AnomalyDetail detail;
  private final Div insights = new Div();
  private final DigitChart digits;
  private final AgreementChart agreement = new AgreementChart();
  private DetectionResult result;
  private Annotations annotations = Annotations.NONE;
  private @Nullable Anomaly selected;

  /** First digits of the whole series; null until they are counted. */
  private @Nullable DigitStatistics digitsOfAll;

  /**
   * @param run what is shown
   * @param analyses counts what takes longer
   */
  public ResultPanel(CompletedRun run, Analyses analyses, Listener listener) {
    Analysis analysis = run.analysis();
    this.loaded = run.loaded();
    this.analyses = analyses;
    this.series = analysis.series();
    this.result = analysis.result();
    this.listener = listener;
    addClassName("result-panel");
    digits = new DigitChart(series.values(), analyses);
    summary = new ResultSummary(loaded);
    this.band = run.band();
    charts =
        new ResultCharts(loaded.title(), series, result, band, this::selectAt, listener::onMarked);
    list =
        new AnomalyPanel(
            series,
            result.components().applicability().weight() > 0,
            this::selectAndZoom,
            this::zoomAround,
            listener);
    detail =
        new AnomalyDetail(
            series, result, band, listener::onExplain, () -> listener.onSelect(Optional.empty()));
    insights.addClassName("insights");
    Div first = new Div(summary, charts);
    first.addClassName("result-first");
    add(first, detail, insights);
    summary.show(result, annotations);
    list.show(result);
    countUnflagged();
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
    TrainingChart training = new TrainingChart(result.components().lossPerEpoch());
    if (result.components().applicability().weight() > 0) {
      insights.add(digits, agreement, training);
    } else {
      // Digits that are no evidence do not stand in the way.
      insights.add(training, digits);
      digits.addClassName("stepped-back");
    }
  }

  /** Judging a long series again and again takes seconds; a busy server leaves the list empty. */
  private void countUnflagged() {
    DetectionResult judged = result;
    boolean ignored =
        analyses.count(
            judged::candidates,
            found -> {
              if (judged.equals(result)) {
                list.showUnflagged(Unflagged.of(loaded, judged, found));
              }
            });
  }

  /** The list of anomalies, to be shown beside the charts. */
  public AnomalyPanel list() {
    return list;
  }

  /** Adds something below the summary, such as downloads. */
  public void addToSummary(Component component) {
    summary.addToHead(component);
  }

  /**
   * Says what else the file holds, if nothing is flagged here.
   *
   * @param counts how many series of each kind have not been judged
   */
  public void showUnjudged(Map<Members, Integer> counts) {
    summary.showUnjudged(counts);
  }

  /** Adds something below the anomalies, such as verdicts on them. */
  public void addToAnomalies(Component component) {
    addComponentAtIndex(indexOf(insights), component);
  }

  /** Shows what was said about the anomalies in their list. */
  public void showAnnotations(Annotations annotations) {
    this.annotations = annotations;
    charts.showAdded(
        annotations.all().stream()
            .filter(annotation -> annotation.label() == AnnotationLabel.MISSED)
            .map(Annotation::segment)
            .toList());
    list.showAnnotations(annotations);
    summary.show(result, annotations);
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
    summary.show(judged, annotations);
    charts.show(judged);
    if (digitsOfAll != null) {
      agreement.show(judged);
    }
    list.show(judged);
    countUnflagged();
  }

  /**
   * Shows an anomaly as selected: in the list, in the charts, and with its details.
   *
   * @param anomaly of the result; empty: none
   */
  public void select(Optional<Anomaly> anomaly) {
    selected = anomaly.orElse(null);
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
    list.show(found, trainings);
  }

  /**
   * The check of the stability waits for its turn.
   *
   * @param position place in the queue, from 1
   */
  public void stabilityWaits(int position) {
    list.stabilityWaits(position);
  }

  /** The check of the stability ended without an answer. */
  public void endStability() {
    list.endStability();
  }

  /** The selected anomaly in detail; the digits of that or of the whole series. */
  private void explain() {
    Anomaly anomaly = selected;
    AnomalyFacts facts = anomaly == null ? null : AnomalyFacts.of(result, band, anomaly);
    list.mark(facts);
    detail.show(result, facts);
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
          result.components().applicability().summary(Texts.locale()));
    } else {
      AnomalyFacts facts = AnomalyFacts.of(result, band, anomaly);
      digits.show(
          "the selected anomaly",
          anomaly.segment(),
          facts.digits(),
          Explanation.digits(facts, Texts.locale()));
    }
  }

  private void selectAndZoom(Anomaly anomaly) {
    listener.onSelect(Optional.of(anomaly));
    zoomAround(anomaly.segment());
  }

  private void zoomAround(Segment segment) {
    charts.zoomAround(segment, result.components().window());
  }

  private void selectAt(int point) {
    result.anomalyAt(point).ifPresent(anomaly -> listener.onSelect(Optional.of(anomaly)));
  }
}
