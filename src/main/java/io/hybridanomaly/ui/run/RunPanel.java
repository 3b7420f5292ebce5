package io.hybridanomaly.ui.run;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.detection.RemainingTime;
import io.hybridanomaly.jobs.DetectionJob;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.jobs.JobEvent;
import io.hybridanomaly.jobs.QueueFullException;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.base.UiThread;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The Detect button, the progress of a running detection, and the Cancel button. */
public final class RunPanel extends Div {

  /** Hears the end of a detection, with the page's lock held. */
  public interface Listener {

    /** Detect was pressed; the answer is a call of {@link RunPanel#start}. */
    void onDetect();

    /** Detection in every value column is wanted. */
    void onDetectAll();

    /** A detection has been started. */
    void onStart();

    /** The running detection was cancelled. */
    void onCancel();

    /**
     * A detection is done.
     *
     * @param band of the result
     */
    void onResult(DetectionResult result, ExpectedBand band);

    /**
     * A detection could not start or failed.
     *
     * @param message one plain sentence
     */
    void onProblem(String message);
  }

  private final DetectionJobs jobs;
  private final UiThread uiThread;
  private final Listener listener;
  private final Button detect = new Button("Detect");
  private final Button detectAll = new Button();
  private final Button cancel = new Button("Cancel");
  private final ProgressBar bar = new ProgressBar();
  private final Span text = new Span();
  private final Span timeLeft = new Span();
  private final Div progress = new Div(new Div(text, timeLeft), bar);
  private final Span outcome = new Span();
  private @Nullable DetectionJob job;
  private boolean ready;

  /**
   * @param jobs runs the detections of all visitors
   * @param uiThread the way back to the page
   */
  public RunPanel(DetectionJobs jobs, UiThread uiThread, Listener listener) {
    this.jobs = jobs;
    this.uiThread = uiThread;
    this.listener = listener;
    addClassNames("panel-section", "run-panel");
    detect.setId("detect");
    detect.addThemeVariants(ButtonVariant.PRIMARY);
    detect.setEnabled(false);
    detect.addClickListener(click -> listener.onDetect());
    detectAll.setId("detect-all");
    detectAll.setVisible(false);
    detectAll.addClickListener(click -> listener.onDetectAll());
    cancel.setId("cancel");
    cancel.setVisible(false);
    cancel.addClickListener(click -> cancel());
    // Dialogs want the key too, also while nothing runs.
    cancel.addClickShortcut(Key.ESCAPE).allowBrowserDefault().allowEventPropagation();
    progress.setId("progress");
    progress.addClassName("progress");
    progress.setVisible(false);
    timeLeft.addClassName("time-left");
    text.getElement().setAttribute("aria-live", "polite");
    bar.getElement().setAttribute("aria-label", "Progress of the detection");
    outcome.addClassName("run-outcome");
    outcome.getElement().setAttribute("role", "status");
    Div buttons = new Div(detect, cancel);
    buttons.addClassName("run-buttons");
    add(buttons, detectAll, progress, outcome);
  }

  /**
   * Allows detections, because a series is there.
   *
   * @param valueColumns number of columns that can be analysed
   */
  public void setReady(int valueColumns) {
    ready = true;
    outcome.setText("");
    detect.setEnabled(job == null);
    detectAll.setText("Detect in all %d value columns".formatted(valueColumns));
    detectAll.setVisible(valueColumns > 1);
  }

  /**
   * Starts a detection.
   *
   * @param values the series
   */
  public void start(double[] values, DetectionSettings settings) {
    if (job != null) {
      return;
    }
    Run run = new Run();
    listener.onStart();
    outcome.setText("");
    showStage("Starting …", -1);
    setRunning(true);
    try {
      job = jobs.submit(values, settings, run::hear);
      run.own = job;
    } catch (QueueFullException e) {
      setRunning(false);
      listener.onProblem(String.valueOf(e.getMessage()));
    }
  }

  /** Ends the running detection, if there is one, and says so. */
  public void cancel() {
    if (job != null) {
      cancelQuietly();
      listener.onCancel();
      outcome.setText("Cancelled. Press Detect to start again.");
    }
  }

  /** Ends the running detection, if there is one, because something else took its place. */
  public void cancelQuietly() {
    DetectionJob running = job;
    if (running != null) {
      // The page is free at once; whatever the job still reports is of no interest any more.
      job = null;
      running.cancel();
      setRunning(false);
    }
  }

  private void setRunning(boolean running) {
    detect.setEnabled(ready && !running);
    detectAll.setEnabled(!running);
    cancel.setVisible(running);
    progress.setVisible(running);
  }

  private void showStage(String stage, double done) {
    text.setText(stage);
    timeLeft.setText("");
    bar.setIndeterminate(done < 0);
    if (done >= 0) {
      bar.setValue(Math.min(1, done));
    }
  }

  /** The events of one detection; those that come after a cancel are dropped. */
  private final class Run {

    private final RemainingTime remaining = new RemainingTime(System::nanoTime);
    private @Nullable DetectionJob own;

    /** Counts what a result needs for being shown before the page stands still for it. */
    void hear(JobEvent event) {
      if (event instanceof JobEvent.Done done) {
        ExpectedBand band = ExpectedBand.of(done.result().components());
        uiThread.run(
            () -> {
              if (isCurrent()) {
                end();
                listener.onResult(done.result(), band);
              }
            });
      } else {
        uiThread.run(() -> apply(event));
      }
    }

    private boolean isCurrent() {
      return own != null && own == job;
    }

    private void apply(JobEvent event) {
      if (!isCurrent()) {
        return;
      }
      switch (event) {
        case JobEvent.Queued queued ->
            showStage("Waiting, number %d in the queue".formatted(queued.position()), -1);
        case JobEvent.Running running -> {
          remaining.update(running.progress().done());
          show(running.progress());
          remaining
              .seconds()
              .ifPresent(seconds -> timeLeft.setText(Texts.duration(seconds) + " left"));
        }
        case JobEvent.Done ignored -> {}
        case JobEvent.Cancelled ignored -> end();
        case JobEvent.Failed failed -> {
          end();
          listener.onProblem(failed.message());
        }
      }
    }

    private void end() {
      job = null;
      setRunning(false);
    }
  }

  private void show(Progress step) {
    switch (step) {
      case Progress.LoadingEngine ignored -> showStage("Loading the engine", -1);
      case Progress.Preparing ignored -> showStage("Preparing the series", -1);
      case Progress.Training training -> showStage(training(training), training.done());
      case Progress.Scoring scoring -> showStage("Scoring the windows", scoring.done());
    }
  }

  private static String training(Progress.Training step) {
    String network =
        step.networks() == 1 ? "" : " network %d of %d".formatted(step.network(), step.networks());
    String loss =
        Double.isNaN(step.loss()) ? "" : String.format(Locale.ENGLISH, ", loss %.4f", step.loss());
    return "Training%s: epoch %d of %d%s"
        .formatted(network, Math.min(step.epoch() + 1, step.epochs()), step.epochs(), loss);
  }
}
