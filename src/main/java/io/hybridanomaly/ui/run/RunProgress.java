package io.hybridanomaly.ui.run;

import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.ui.base.Texts;
import java.util.OptionalDouble;

/**
 * How far a detection is.
 *
 * @param stage what is being done
 * @param done the share that is done, 0 to 1; negative if that is not known
 * @param timeLeft in words; empty if that is not known
 */
public record RunProgress(String stage, double done, String timeLeft) {

  /** Nothing is known yet. */
  public static final RunProgress STARTING = new RunProgress("Starting \u2026", -1, "");

  /**
   * A detection that waits.
   *
   * @param position place in the queue, from 1
   * @param seconds that it is expected to wait; empty if that is not known
   */
  public static RunProgress queued(int position, OptionalDouble seconds) {
    String start =
        seconds.isPresent() ? Texts.duration(seconds.getAsDouble()) + " to its start" : "";
    return new RunProgress("Waiting, number %d in the queue".formatted(position), -1, start);
  }

  /** A detection that runs. */
  public static RunProgress of(Progress step, OptionalDouble secondsLeft) {
    String left =
        secondsLeft.isPresent() ? Texts.duration(secondsLeft.getAsDouble()) + " left" : "";
    return switch (step) {
      case Progress.LoadingEngine ignored -> new RunProgress("Loading the engine", -1, left);
      case Progress.Preparing ignored -> new RunProgress("Preparing the series", -1, left);
      case Progress.Training training -> new RunProgress(training(training), training.done(), left);
      case Progress.Scoring scoring -> new RunProgress("Scoring the windows", scoring.done(), left);
    };
  }

  /** One of several detections is over and the next one has not begun. */
  public static RunProgress between(int done, int all) {
    return new RunProgress(
        "%d of %d: reading the series".formatted(Math.min(all, done + 1), all),
        (double) done / all,
        "");
  }

  /**
   * The same as one of several detections.
   *
   * @param before how many are over
   * @param all how many there are
   * @param secondsLeft for all of them
   */
  public RunProgress among(int before, int all, OptionalDouble secondsLeft) {
    return new RunProgress(
        "%d of %d: %s".formatted(Math.min(all, before + 1), all, stage),
        (before + Math.clamp(done, 0, 1)) / all,
        secondsLeft.isPresent() ? Texts.duration(secondsLeft.getAsDouble()) + " left for all" : "");
  }

  private static String training(Progress.Training step) {
    String network =
        step.networks() == 1 ? "" : " network %d of %d".formatted(step.network(), step.networks());
    String loss =
        Double.isNaN(step.loss()) ? "" : String.format(Texts.locale(), ", loss %.4f", step.loss());
    return "Training%s: epoch %d of %d%s"
        .formatted(network, Math.min(step.epoch() + 1, step.epochs()), step.epochs(), loss);
  }
}
