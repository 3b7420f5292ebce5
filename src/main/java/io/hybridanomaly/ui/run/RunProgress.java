package io.hybridanomaly.ui.run;

import io.hybridanomaly.detection.Progress;
import java.util.Locale;

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

  static RunProgress queued(int position) {
    return new RunProgress("Waiting, number %d in the queue".formatted(position), -1, "");
  }

  static RunProgress of(Progress step, String timeLeft) {
    return switch (step) {
      case Progress.LoadingEngine ignored -> new RunProgress("Loading the engine", -1, timeLeft);
      case Progress.Preparing ignored -> new RunProgress("Preparing the series", -1, timeLeft);
      case Progress.Training training ->
          new RunProgress(training(training), training.done(), timeLeft);
      case Progress.Scoring scoring ->
          new RunProgress("Scoring the windows", scoring.done(), timeLeft);
    };
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
