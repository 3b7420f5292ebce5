package io.hybridanomaly.ui.selftest;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.evaluation.SelfTest;
import io.hybridanomaly.evaluation.SelfTestPlan;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.jobs.JobRefusedException;
import io.hybridanomaly.jobs.SelfTestJob;
import io.hybridanomaly.jobs.SelfTestListener;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.base.UiThread;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Plants known anomalies into copies of the visitor's series and tells how many are found. The
 * copies are judged anew with the result, so that the answer follows the sensitivity.
 */
public final class SelfTestPanel extends Div {

  private final DetectionJobs jobs;
  private final UiThread uiThread;
  private final DoubleConsumer onTry;
  private final Button start = new Button("Test on my data");
  private final Button cancel = new Button("Cancel the test");
  private final Span stage = new Span();
  private final ProgressBar bar = new ProgressBar();
  private final Div progress = new Div(stage, bar);
  private final Div outcome = new Div();
  private DetectionResult result;
  private @Nullable SelfTestPlan plan;
  private @Nullable SelfTestJob job;
  private @Nullable Run current;
  private List<DetectionResult> copies = List.of();

  /**
   * @param jobs runs the detections of all visitors
   * @param uiThread the way back to the page
   * @param result of the series that is tested on
   * @param onTry hears which sensitivity the visitor wants after the test
   */
  public SelfTestPanel(
      DetectionJobs jobs, UiThread uiThread, DetectionResult result, DoubleConsumer onTry) {
    this.onTry = onTry;
    this.jobs = jobs;
    this.uiThread = uiThread;
    this.result = result;
    setId("self-test");
    addClassName("self-test");
    start.setId("self-test-start");
    start.addClickListener(click -> begin());
    cancel.setId("self-test-cancel");
    cancel.addClickListener(click -> cancel("The test was cancelled."));
    stage.getElement().setAttribute("aria-live", "polite");
    bar.getElement().setAttribute("aria-label", "Progress of the test");
    progress.addClassName("progress");
    outcome.addClassName("self-test-outcome");
    outcome.getElement().setAttribute("role", "status");
    Div buttons = new Div(start, cancel);
    buttons.addClassName("run-buttons");
    add(
        new H3("Can it be trusted here?"),
        new Paragraph(
            "Writes known anomalies into copies of your series and counts how many are found. Takes"
                + " as long as one to three detections."),
        buttons,
        progress,
        outcome);
    setRunning(false);
  }

  /** Judges the copies like the result. */
  public void show(DetectionResult judged) {
    result = judged;
    showOutcome();
  }

  /** Ends a running test, because something else took the place of its result. */
  public void stop() {
    SelfTestJob running = job;
    job = null;
    current = null;
    if (running != null) {
      running.cancel();
    }
  }

  private void begin() {
    outcome.removeAll();
    copies = List.of();
    SelfTestPlan planned = SelfTestPlan.of(result, DetectionSettings.DEFAULT_SEED);
    plan = planned;
    if (planned.copies().isEmpty()) {
      tell("Nothing can be injected: all values are equal, or no place in the series is free.");
      return;
    }
    Run run = new Run(planned.copies().size());
    current = run;
    stage.setText("Starting …");
    bar.setIndeterminate(true);
    setRunning(true);
    try {
      job = SelfTestJob.start(jobs, planned, run);
    } catch (JobRefusedException e) {
      cancel(String.valueOf(e.getMessage()));
    }
  }

  private void cancel(String message) {
    stop();
    setRunning(false);
    tell(message);
  }

  private void setRunning(boolean running) {
    start.setEnabled(!running);
    cancel.setVisible(running);
    progress.setVisible(running);
  }

  private void tell(String message) {
    outcome.removeAll();
    outcome.add(new Paragraph(message));
  }

  private void showOutcome() {
    SelfTestPlan used = plan;
    if (used == null || copies.isEmpty()) {
      return;
    }
    DetectionSettings settings = result.settings();
    outcome.removeAll();
    if (!copies.getFirst().canBeJudgedBy(settings.detector())) {
      tell("The fusion was changed to one that needs a new detection: test again after it.");
      return;
    }
    List<DetectionResult> judged = copies.stream().map(copy -> copy.judgedAs(settings)).toList();
    SelfTest test = SelfTest.of(used, result, judged);
    outcome.add(
        new Paragraph(
            ("At sensitivity %s: %d of %d injected anomalies found, %s among the %s of %s that lie"
                    + " at least a window away from them.")
                .formatted(
                    Texts.value(settings.sensitivity()),
                    test.foundInAll(),
                    test.injectedInAll(),
                    Texts.count(test.falseAlarms(), "false alarm"),
                    Texts.count(test.points(), "point"),
                    copies.size() == 1 ? "one copy" : copies.size() + " copies")),
        new SelfTestTable(test, used.notInjected()),
        new Paragraph(
            "Each share is rough: the true one lies in the range in 95 of 100 such tests. Injected"
                + " anomalies are simpler than real ones; slow drifts and growing noise are not"
                + " tried."));
    advice(used, test).ifPresent(outcome::add);
  }

  /** What would find more, as one click; empty if most are found. */
  private Optional<Div> advice(SelfTestPlan used, SelfTest test) {
    if (test.foundInAll() * 2 > test.injectedInAll()) {
      return Optional.empty();
    }
    DetectionSettings now = result.settings();
    double[] higher =
        DoubleStream.iterate(Math.floor(now.sensitivity()) + 1, s -> s + 1)
            .takeWhile(s -> s <= DetectionSettings.MAX_SENSITIVITY)
            .toArray();
    for (double sensitivity : higher) {
      DetectionSettings tried = now.withSensitivity(sensitivity);
      List<DetectionResult> judged = copies.stream().map(copy -> copy.judgedAs(tried)).toList();
      SelfTest then = SelfTest.of(used, result.judgedAs(tried), judged);
      if (then.foundInAll() * 2 > then.injectedInAll()) {
        return Optional.of(advice(sensitivity, then));
      }
    }
    Paragraph none =
        new Paragraph(
            "No sensitivity finds most of them. More epochs or another window size may: try one,"
                + " detect and test again.");
    return Optional.of(new Div(none));
  }

  private Div advice(double sensitivity, SelfTest then) {
    String text =
        "Sensitivity %s would find %d of %d, with %s."
            .formatted(
                Texts.value(sensitivity),
                then.foundInAll(),
                then.injectedInAll(),
                Texts.count(then.falseAlarms(), "false alarm"));
    Button use =
        new Button("Use sensitivity " + Texts.value(sensitivity), c -> onTry.accept(sensitivity));
    use.setId("self-test-advice");
    use.addThemeVariants(ButtonVariant.SMALL);
    Div box = new Div(new Paragraph(text), use);
    box.addClassName("self-test-advice");
    return box;
  }

  /** The events of one test; those that come after a cancel are dropped. */
  private final class Run implements SelfTestListener {
    private final int count;

    Run(int count) {
      this.count = count;
    }

    private void inPage(Runnable change) {
      uiThread.run(
          () -> {
            if (current == this) {
              change.run();
            }
          });
    }

    @Override
    public void onQueued(int copy, int position) {
      inPage(
          () -> {
            stage.setText(
                "Copy %d of %d waits, number %d in the queue".formatted(copy + 1, count, position));
            bar.setIndeterminate(true);
          });
    }

    @Override
    public void onProgress(int copy, Progress step) {
      inPage(
          () -> {
            stage.setText("Copy %d of %d".formatted(copy + 1, count));
            bar.setIndeterminate(false);
            bar.setValue(Math.min(1, (copy + step.done()) / count));
          });
    }

    @Override
    public void onDone(List<DetectionResult> results) {
      inPage(
          () -> {
            stop();
            copies = results;
            setRunning(false);
            showOutcome();
          });
    }

    @Override
    public void onCancelled() {
      inPage(() -> cancel("The test was cancelled."));
    }

    @Override
    public void onFailed(String message) {
      inPage(() -> cancel(message));
    }
  }
}
