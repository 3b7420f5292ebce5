package io.hybridanomaly.detection;

import io.hybridanomaly.detection.CostModel.Stage;
import io.hybridanomaly.lstm.TrainingMonitor;
import java.util.concurrent.CancellationException;

/**
 * Tells the listener how far a detection is, and stops it when it is cancelled.
 *
 * @param from share of the detection that was done before this stage
 * @param to share that will be done after it
 */
record DetectionMonitor(
    ProgressListener progress, Cancellation cancellation, double from, double to) {

  /** The smallest step of progress that is reported, so that listeners are not flooded. */
  private static final double STEP = 0.002;

  static DetectionMonitor of(ProgressListener progress, Cancellation cancellation) {
    return new DetectionMonitor(new Sparse(progress), cancellation, 0, 1);
  }

  /** The same for one stage of this one. */
  DetectionMonitor stage(double start, double end) {
    return new DetectionMonitor(
        progress, cancellation, from + (to - from) * start, from + (to - from) * end);
  }

  /** The same for one stage of the work. */
  DetectionMonitor stage(CostModel plan, Stage stage) {
    return stage(plan.start(stage), plan.end(stage));
  }

  /** A share of this stage's scoring is done. */
  void scored(double fraction) {
    progress.onProgress(new Progress.Scoring(at(fraction)));
  }

  private double at(double fraction) {
    return from + (to - from) * fraction;
  }

  /**
   * @throws CancellationException if cancelled
   */
  void stopIfCancelled() {
    if (cancellation.isCancelled()) {
      throw new CancellationException("The detection was cancelled.");
    }
  }

  /**
   * Watches over a training and the reconstruction after it.
   *
   * @param network which of the networks, from 1
   */
  TrainingMonitor monitor(CostModel plan, Stage training, Stage scoring, Network network) {
    return new Monitor(stage(plan, training), stage(plan, scoring), network);
  }

  /**
   * A network that is trained.
   *
   * @param number which one, from 1
   * @param count how many there are
   * @param epochs of its training
   */
  record Network(int number, int count, int epochs) {}

  private static final class Monitor implements TrainingMonitor {

    private final DetectionMonitor training;
    private final DetectionMonitor scoring;
    private final Network network;
    private int epoch;
    private double loss = Double.NaN;

    Monitor(DetectionMonitor training, DetectionMonitor scoring, Network network) {
      this.training = training;
      this.scoring = scoring;
      this.network = network;
    }

    @Override
    public void epochDone(int done, double meanLoss) {
      epoch = done;
      loss = meanLoss;
      trained((double) done / network.epochs());
    }

    @Override
    public void trained(double fraction) {
      training.progress.onProgress(
          new Progress.Training(
              network.number(),
              network.count(),
              epoch,
              network.epochs(),
              loss,
              training.at(fraction)));
    }

    @Override
    public void scored(double fraction) {
      scoring.scored(fraction);
    }

    @Override
    public boolean isCancelled() {
      return training.cancellation.isCancelled();
    }
  }

  /** Passes on what is new: another stage, another epoch, or a visible step. */
  private static final class Sparse implements ProgressListener {

    private final ProgressListener next;
    private Progress last = new Progress.LoadingEngine();

    Sparse(ProgressListener next) {
      this.next = next;
    }

    @Override
    public void onProgress(Progress step) {
      if (step.done() - last.done() >= STEP || !isLike(step)) {
        last = step;
        next.onProgress(step);
      }
    }

    private boolean isLike(Progress step) {
      if (step instanceof Progress.Training now && last instanceof Progress.Training before) {
        return now.epoch() == before.epoch() && now.network() == before.network();
      }
      return step.getClass().equals(last.getClass());
    }
  }
}
