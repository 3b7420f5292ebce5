package io.hybridanomaly.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.LedgerSource;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.jobs.StabilityCheck;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.store.ResultLinks;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.PageState.Shown;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.base.UiThread;
import io.hybridanomaly.ui.link.LinkBar;
import io.hybridanomaly.ui.report.ExportBar;
import io.hybridanomaly.ui.result.AnomalyPanel;
import io.hybridanomaly.ui.result.ResultPanel;
import io.hybridanomaly.ui.selftest.SelfTestPanel;
import io.hybridanomaly.ui.triage.QualityPanel;
import io.hybridanomaly.ui.triage.TriagePanel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A result with all that can be done with it: annotations, the quality against labels, the
 * self-test, the check of its stability and the downloads. It stays while the same scores are
 * judged anew; another detection brings another one.
 */
final class ShownResult extends Div {

  private final Consumer<PageEvent> events;
  private final ResultPanel panel;
  private final TriagePanel triage;
  private final SelfTestPanel selfTest;
  private final Optional<QualityPanel> quality;
  private final StabilityCheck stability;
  private final Paragraph otherChosen = new Paragraph();
  private Shown shown;

  /**
   * @param first what is shown
   * @param jobs runs the detections of this visitor
   * @param analyses runs smaller measurements
   * @param uiThread the way back to the page
   * @param links keeps results
   * @param token of the link that has brought it; empty if none has
   * @param session all there is of it at the moment of a download
   * @param rows those of a file, with what was said about them
   * @param events hears what the visitor does
   * @param onExplain hears which anomaly is to be explained
   */
  ShownResult(
      Shown first,
      DetectionJobs jobs,
      Analyses analyses,
      UiThread uiThread,
      ResultLinks links,
      Optional<String> token,
      Supplier<Session> session,
      Function<LoadedSeries, Optional<LedgerSource>> rows,
      Consumer<PageEvent> events,
      Consumer<Anomaly> onExplain) {
    this.shown = first;
    this.events = events;
    Analysis analysis = first.run().analysis();
    panel = new ResultPanel(first.run(), analyses, new ResultEvents(onExplain));
    triage = new TriagePanel(analysis, new TriageEvents());
    selfTest = new SelfTestPanel(jobs, uiThread, analysis.result(), this::judgeWith);
    quality =
        Optional.ofNullable(analysis.dataset().labels())
            .map(labels -> new QualityPanel(labels, analysis.result(), analyses));
    stability = new StabilityCheck(jobs, uiThread.executor(), new StabilityEvents());
    panel.addToAnomalies(triage);
    panel.showAnnotations(analysis.annotations());
    panel.addToSummary(
        new ExportBar(
            session, () -> rows.apply(first.run().loaded()), panel::visibleRange, analyses));
    LinkBar link =
        new LinkBar(
            links,
            analyses,
            session,
            message -> events.accept(new PageEvent.Failed(Source.STABILITY, message)));
    token.ifPresent(link::showLink);
    panel.addToSummary(link);
    Div tools = new Div();
    tools.addClassName("result-tools");
    quality.ifPresent(tools::add);
    tools.add(selfTest);
    otherChosen.setId("other-chosen");
    otherChosen.addClassName("other-chosen");
    otherChosen.getElement().setAttribute("role", "status");
    add(otherChosen, panel, tools);
    if (first.selected().isPresent()) {
      panel.select(first.selected());
      triage.show(analysis, first.selected());
    }
  }

  /** The list of its anomalies, to be shown beside it. */
  AnomalyPanel list() {
    return panel.list();
  }

  /** Whether this is a result of the same detection. */
  boolean isOf(Shown other) {
    return shown.run().number() == other.run().number();
  }

  /** Shows the same detection as it is judged, annotated and selected now. */
  void show(Shown now) {
    Shown before = shown;
    shown = now;
    DetectionResult result = now.run().result();
    Analysis analysis = now.run().analysis();
    boolean judged = !result.equals(before.run().result());
    boolean annotated = !analysis.annotations().equals(before.run().analysis().annotations());
    boolean selected = !now.selected().equals(before.selected());
    if (judged) {
      stability.cancel();
      panel.show(result);
      quality.ifPresent(measured -> measured.show(result));
      selfTest.show(result);
    }
    if (judged || selected) {
      panel.select(now.selected());
    }
    if (annotated) {
      panel.showAnnotations(analysis.annotations());
    }
    if (judged || annotated || selected) {
      triage.show(analysis, now.selected());
    }
  }

  /** Shows what the file holds beside it that has not been judged, or is chosen now. */
  void showOthers(PageState now) {
    otherChosen.setText(OtherChosen.text(now).orElse(""));
    Map<Members, Integer> unjudged = new EnumMap<>(Members.class);
    for (Members which : Members.values()) {
      unjudged.put(which, now.unjudged(which));
    }
    panel.showUnjudged(unjudged);
  }

  /** The stretch that the charts show. */
  Segment visibleRange() {
    return panel.visibleRange();
  }

  /** Shows a stretch of the series in all charts. */
  void zoomTo(Segment range) {
    panel.zoomTo(range.from(), range.to());
  }

  private void judgeWith(double sensitivity) {
    events.accept(
        new PageEvent.SettingsChanged(
            settings ->
                settings
                    .withDetector(shown.run().result().settings().detector())
                    .withSensitivity(sensitivity)));
  }

  /** Ends what is counted for it: another result takes its place, or the visitor is gone. */
  void close() {
    stability.cancel();
    selfTest.stop();
  }

  private final class ResultEvents implements ResultPanel.Listener {

    private final Consumer<Anomaly> onExplain;

    ResultEvents(Consumer<Anomaly> onExplain) {
      this.onExplain = onExplain;
    }

    @Override
    public void onSelect(Optional<Anomaly> anomaly) {
      events.accept(new PageEvent.AnomalySelected(anomaly));
    }

    @Override
    public void onExplain(Anomaly anomaly) {
      onExplain.accept(anomaly);
    }

    @Override
    public void onCheckStability() {
      stability.start(shown.run().result());
    }

    @Override
    public void onStopStability() {
      stability.cancel();
    }

    @Override
    public void onMarked(Segment range) {
      triage.addMissed(range);
    }
  }

  private final class StabilityEvents implements StabilityCheck.Listener {

    @Override
    public void onWaiting(int position) {
      panel.stabilityWaits(position);
    }

    @Override
    public void onCounted(Stability found) {
      panel.show(found, StabilityCheck.TRAININGS);
    }

    @Override
    public void onProblem(String message) {
      panel.endStability();
      events.accept(new PageEvent.Failed(Source.STABILITY, message));
    }
  }

  private final class TriageEvents implements TriagePanel.Listener {

    @Override
    public void onAnnotations(Annotations annotations) {
      events.accept(new PageEvent.Annotated(annotations));
    }

    @Override
    public void onTry(double sensitivity) {
      judgeWith(sensitivity);
    }

    @Override
    public void onDragMode(boolean marking) {
      panel.setMarking(marking);
    }
  }
}
