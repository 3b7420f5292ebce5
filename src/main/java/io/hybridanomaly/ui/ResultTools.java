package io.hybridanomaly.ui;

import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.UiThread;
import io.hybridanomaly.ui.report.ExportBar;
import io.hybridanomaly.ui.result.ResultPanel;
import io.hybridanomaly.ui.runs.CompletedRun;
import io.hybridanomaly.ui.selftest.SelfTestPanel;
import io.hybridanomaly.ui.triage.QualityPanel;
import io.hybridanomaly.ui.triage.TriagePanel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a result beside looking at it: verdicts, the quality against labels, the
 * self-test and the downloads. Annotations are kept for each series of the visit.
 */
final class ResultTools {

  private final DetectionJobs jobs;
  private final Analyses analyses;
  private final UiThread uiThread;
  private final DoubleConsumer onTry;
  private final Supplier<List<Session.Message>> conversation;
  private final Map<String, Annotations> marksOf = new HashMap<>();
  private @Nullable TriagePanel triage;
  private @Nullable QualityPanel quality;
  private @Nullable SelfTestPanel selfTest;

  /**
   * @param jobs runs the detections of all visitors
   * @param analyses runs smaller measurements
   * @param uiThread the way back to the page
   * @param onTry hears which sensitivity the visitor wants to try
   * @param conversation what was said in the chat so far
   */
  ResultTools(
      DetectionJobs jobs,
      Analyses analyses,
      UiThread uiThread,
      DoubleConsumer onTry,
      Supplier<List<Session.Message>> conversation) {
    this.jobs = jobs;
    this.analyses = analyses;
    this.uiThread = uiThread;
    this.onTry = onTry;
    this.conversation = conversation;
  }

  /**
   * The tools for a run.
   *
   * @param current the run as it is judged at the moment of a download
   * @param panel shows the run; gets the downloads and the verdicts
   * @return what stands below the panel
   */
  Div open(CompletedRun run, Supplier<CompletedRun> current, ResultPanel panel) {
    close();
    Annotations annotations = annotations(run);
    TriagePanel verdicts =
        new TriagePanel(
            run.analysis().series(), run.result(), annotations, new TriageEvents(run, panel));
    SelfTestPanel test = new SelfTestPanel(jobs, uiThread, run.result());
    panel.addToAnomalies(verdicts);
    Div tools = new Div();
    tools.addClassName("result-tools");
    byte[] labels = run.analysis().dataset().labels();
    if (labels != null) {
      QualityPanel measured = new QualityPanel(labels, run.result(), analyses);
      quality = measured;
      tools.add(measured);
    }
    tools.add(test);
    triage = verdicts;
    selfTest = test;
    panel.showAnnotations(annotations);
    panel.addToSummary(new ExportBar(() -> session(current.get()), panel::visibleRange));
    return tools;
  }

  /** The same scores were judged anew. */
  void judged(DetectionResult result) {
    if (triage != null) {
      triage.show(result);
    }
    if (quality != null) {
      quality.show(result);
    }
    if (selfTest != null) {
      selfTest.show(result);
    }
  }

  /** Another anomaly was selected; null: none. */
  void select(@Nullable Anomaly anomaly) {
    if (triage != null) {
      triage.select(anomaly);
    }
  }

  /** A stretch was marked on a chart. */
  void annotation(Segment range) {
    if (triage != null) {
      triage.addMissed(range);
    }
  }

  /** Takes over what was said about a series before. */
  void restore(CompletedRun run, Annotations annotations) {
    marksOf.put(key(run), annotations);
  }

  /** The result is gone, or another one takes its place. */
  void close() {
    if (selfTest != null) {
      selfTest.stop();
    }
    triage = null;
    quality = null;
    selfTest = null;
  }

  private Annotations annotations(CompletedRun run) {
    return marksOf.getOrDefault(key(run), Annotations.NONE);
  }

  /** Annotations are places in a series: the same data in the same length. */
  private static String key(CompletedRun run) {
    Dataset data = run.analysis().dataset();
    return data.file().sha256() + '/' + data.series().name() + '/' + data.series().size();
  }

  private Session session(CompletedRun run) {
    return new Session(
        run.analysis().annotated(annotations(run)), conversation.get(), Instant.now());
  }

  private final class TriageEvents implements TriagePanel.Listener {
    private final CompletedRun run;
    private final ResultPanel panel;

    TriageEvents(CompletedRun run, ResultPanel panel) {
      this.run = run;
      this.panel = panel;
    }

    @Override
    public void onAnnotations(Annotations annotations) {
      marksOf.put(key(run), annotations);
      panel.showAnnotations(annotations);
    }

    @Override
    public void onTry(double sensitivity) {
      onTry.accept(sensitivity);
    }

    @Override
    public void onDragMode(boolean marking) {
      panel.setMarking(marking);
    }
  }
}
