package io.hybridanomaly.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.RouteScope;
import com.vaadin.flow.spring.annotation.RouteScopeOwner;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.chat.Assistants;
import io.hybridanomaly.config.Limits;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.ErrorMessage;
import io.hybridanomaly.ui.base.UiThread;
import io.hybridanomaly.ui.chat.ChatPanel;
import io.hybridanomaly.ui.data.DataPanel;
import io.hybridanomaly.ui.data.LoadedSeries;
import io.hybridanomaly.ui.data.SeriesLoader;
import io.hybridanomaly.ui.frame.MainLayout;
import io.hybridanomaly.ui.howitworks.ShownNetwork;
import io.hybridanomaly.ui.result.ResultPanel;
import io.hybridanomaly.ui.run.RunPanel;
import io.hybridanomaly.ui.run.StabilityCheck;
import io.hybridanomaly.ui.runs.CompletedRun;
import io.hybridanomaly.ui.runs.RunList;
import io.hybridanomaly.ui.settings.SettingsPanel;
import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The workbench: data and parameters on the left, the result beside them. It lives as long as the
 * visitor's tab, so that reading the explanation or reloading loses neither file nor result.
 */
@Route("")
@PageTitle("Hybrid Time-Series Anomaly Detector")
@SpringComponent
@RouteScope
@RouteScopeOwner(MainLayout.class)
public final class DetectorView extends Div {

  private final UiThread uiThread = new UiThread(this);
  private final ErrorMessage error = new ErrorMessage();
  private final SettingsPanel settings = new SettingsPanel(this::judge);
  private final Div resultPlace = new Div();

  /** Where the conversation stands. */
  private final Div assistantPlace = new Div();

  private final ChatPanel chat;
  private final Workbench workbench;
  private final Analyses analyses;
  private final ShownNetwork network;
  private final DataPanel data;
  private final RunPanel run;
  private final StabilityCheck stability;
  private final RunList runs = new RunList(this::show);
  private final ResultTools tools;

  /** Value columns that are still to be analysed, when all are wanted. */
  private final Deque<CsvColumn> columnsToDo = new ArrayDeque<>();

  /** What stands in place of the first result; not in the page once there is one. */
  private ReadyToDetect waiting = new ReadyToDetect("", this::detect);

  private @Nullable LoadedSeries loaded;
  private @Nullable CompletedRun shown;
  private @Nullable ResultPanel resultPanel;

  /**
   * @param jobs runs the detections of all visitors
   * @param limits what a visitor may use
   * @param imports runs the imports of all visitors
   * @param analyses runs what is counted from results
   * @param network what the explanation shows
   * @param assistants answers the questions of all visitors
   */
  public DetectorView(
      DetectionJobs jobs,
      Limits limits,
      @Qualifier("imports") Executor imports,
      @Qualifier("analyses") Executor analyses,
      ShownNetwork network,
      Assistants assistants) {
    this.analyses = new Analyses(analyses, uiThread);
    this.network = network;
    addClassName("detector");
    data =
        new DataPanel(
            new SeriesLoader(imports),
            uiThread,
            limits.maxUploadBytes(),
            limits.maxRows(),
            new DataEvents());
    run = new RunPanel(jobs, uiThread, new RunEvents());
    stability = new StabilityCheck(jobs, uiThread, new StabilityEvents());
    Div left = new Div(data, run, settings);
    left.addClassName("parameters");
    resultPlace.addClassName("result-place");
    resultPlace.add(new FirstVisit(data.sampleCards()));
    Div middle = new Div(resultPlace, runs);
    middle.addClassName("results");
    assistantPlace.addClassName("assistant");
    chat =
        new ChatPanel(
            assistants.assistant(VisitorBudget.of(assistants)),
            uiThread,
            new ChatOnPage(() -> shown, () -> resultPanel, settings));
    tools =
        new ResultTools(
            jobs,
            this.analyses,
            uiThread,
            this::trySensitivity,
            () -> Conversations.of(chat.turns()));
    assistantPlace.add(chat);
    workbench = new Workbench(error, left, middle, assistantPlace);
    add(workbench);
  }

  private void detect() {
    LoadedSeries series = loaded;
    if (series != null) {
      run.start(series.series().values(), settings.settings());
    }
  }

  /** The visitor is gone; a reload or a look at another page does not come here. */
  @PreDestroy
  void release() {
    stability.cancel();
    run.cancelQuietly();
    tools.close();
    chat.release();
    data.discard();
  }

  private final class DataEvents implements DataPanel.Listener {

    @Override
    public void onReading() {
      error.clear();
    }

    @Override
    public void onLoaded(LoadedSeries series) {
      run.cancelQuietly();
      loaded = series;
      settings.fitTo(series.series().size(), series.autoWindow());
      network.set(series.autoWindow(), FusionMode.CALIBRATED.defaultEpochs());
      run.setReady(series.valueColumns().size());
      if (columnsToDo.isEmpty()) {
        tools.close();
        resultPlace.removeAll();
        resultPanel = null;
        shown = null;
        waiting = new ReadyToDetect(series.source().name(), DetectorView.this::detect);
        resultPlace.add(waiting);
        chat.refresh();
      } else {
        columnsToDo.removeFirst();
        detect();
      }
    }

    @Override
    public void onRestored(LoadedSeries series, Session session) {
      columnsToDo.clear();
      onLoaded(series);
      Analysis analysis = session.analysis();
      CompletedRun restored =
          new CompletedRun(analysis, ExpectedBand.of(analysis.result().components()));
      tools.restore(restored, analysis.annotations());
      runs.add(restored);
      show(restored);
      Conversations.recall(session.conversation(), chat);
    }

    @Override
    public void onProblem(String message) {
      columnsToDo.clear();
      error.show(message);
    }
  }

  private void trySensitivity(double sensitivity) {
    if (shown != null) {
      settings.choose(shown.result().settings().fusion(), sensitivity);
    }
  }

  private void show(CompletedRun completed) {
    stability.cancel();
    resultPlace.removeAll();
    ResultPanel panel =
        new ResultPanel(
            completed.analysis().file().name(),
            completed.analysis().series(),
            completed.result(),
            completed.band(),
            analyses,
            new ResultEvents());
    resultPanel = panel;
    shown = completed;
    Supplier<CompletedRun> current = () -> Objects.requireNonNull(shown);
    resultPlace.add(panel, tools.open(completed, current, panel));
    settings.show(completed.result());
    network.set(completed.result().components().window(), completed.result().components().epochs());
    countCurve(completed.result());
    data.collapse();
    chat.refresh();
    workbench.show(Workbench.Pane.RESULT);
  }

  /** Judges the result that is shown anew, without training; does nothing if that needs a run. */
  private void judge(DetectionSettings wanted) {
    CompletedRun before = shown;
    ResultPanel panel = resultPanel;
    if (before == null || panel == null || !before.result().canFuse(wanted.fusion())) {
      return;
    }
    DetectionResult judged = before.result().judgedAs(wanted);
    if (!judged.settings().equals(before.result().settings())) {
      CompletedRun run = before.judged(judged);
      stability.cancel();
      shown = run;
      panel.show(judged);
      tools.judged(judged);
      runs.update(run);
      if (judged.benfordWeight() != before.result().benfordWeight()
          || judged.settings().fusion() != before.result().settings().fusion()) {
        countCurve(judged);
      }
      chat.refresh();
    }
  }

  /** Counts what every sensitivity would flag, aside: for a million points that takes seconds. */
  private void countCurve(DetectionResult result) {
    // A busy server leaves the curve as it is: it is a help, not an answer.
    boolean ignored =
        analyses.count(
            () -> SensitivityCurve.of(result),
            curve -> {
              CompletedRun now = shown;
              if (now != null && now.result().components().equals(result.components())) {
                settings.show(curve);
              }
            });
  }

  private final class ResultEvents implements ResultPanel.Listener {

    @Override
    public void onSelect(@Nullable Anomaly anomaly) {
      tools.select(anomaly);
      chat.refresh();
    }

    @Override
    public void onExplain(Anomaly anomaly) {
      workbench.show(Workbench.Pane.CHAT);
      if (resultPanel != null) {
        resultPanel.select(anomaly);
      }
      chat.explain(anomaly);
    }

    @Override
    public void onCheckStability() {
      CompletedRun now = shown;
      if (now != null) {
        stability.start(now.result());
      }
    }

    @Override
    public void onStopStability() {
      stability.cancel();
    }

    @Override
    public void onZoom(Segment range) {
      // A question is about the result, whatever stretch of it is in view.
    }

    @Override
    public void onMarked(Segment range) {
      tools.annotation(range);
    }
  }

  private final class StabilityEvents implements StabilityCheck.Listener {

    @Override
    public void onWaiting(DetectionResult result, int position) {
      ResultPanel panel = resultPanel;
      if (panel != null && panel.result().equals(result)) {
        panel.stabilityWaits(position);
      }
    }

    @Override
    public void onCounted(DetectionResult result, Stability found) {
      ResultPanel panel = resultPanel;
      if (panel != null && panel.result().equals(result)) {
        panel.show(found, StabilityCheck.TRAININGS);
      }
    }

    @Override
    public void onProblem(String message) {
      if (resultPanel != null) {
        resultPanel.endStability();
      }
      error.show(message);
    }
  }

  private final class RunEvents implements RunPanel.Listener {

    @Override
    public void onDetect() {
      columnsToDo.clear();
      detect();
    }

    @Override
    public void onDetectAll() {
      LoadedSeries series = loaded;
      if (series != null) {
        columnsToDo.clear();
        columnsToDo.addAll(series.valueColumns());
        nextColumn();
      }
    }

    private void nextColumn() {
      CsvColumn next = columnsToDo.peekFirst();
      if (next != null) {
        data.chooseValue(next);
      }
    }

    @Override
    public void onStart() {
      error.clear();
      waiting.setRunning(true);
    }

    @Override
    public void onCancel() {
      columnsToDo.clear();
      waiting.setRunning(false);
    }

    @Override
    public void onResult(DetectionResult result, ExpectedBand band) {
      LoadedSeries series = loaded;
      if (series != null) {
        CompletedRun completed = new CompletedRun(new Analysis(series.dataset(), result), band);
        runs.add(completed);
        show(completed);
        nextColumn();
      }
    }

    @Override
    public void onProblem(String message) {
      columnsToDo.clear();
      waiting.setRunning(false);
      error.show(message);
    }
  }
}
