package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.TrainingMonitor;
import java.util.concurrent.CancellationException;

/**
 * Tells the listener how far a detection is, and stops it when it is cancelled.
 *
 * @param epochs training epochs in all
 * @param from share of the scoring that was done before this stage
 * @param to share that will be done after it
 */
record Watch(
    ProgressListener progress, Cancellation cancellation, int epochs, double from, double to)
    implements TrainingMonitor {

  static Watch of(ProgressListener progress, Cancellation cancellation, int epochs) {
    return new Watch(progress, cancellation, epochs, 0, 1);
  }

  /** The same for one stage of the scoring. */
  Watch stage(double start, double end) {
    return new Watch(progress, cancellation, epochs, start, end);
  }

  @Override
  public void epochDone(int epoch, double loss) {
    progress.onProgress(new Progress.Training(epoch, epochs, loss));
  }

  @Override
  public void scored(double fraction) {
    progress.onProgress(new Progress.Scoring(from + (to - from) * fraction));
  }

  @Override
  public boolean isCancelled() {
    return cancellation.isCancelled();
  }

  /** Watches over a training that counts as a part of the scoring. */
  TrainingMonitor asScoring() {
    Watch outer = this;
    return new TrainingMonitor() {
      @Override
      public void epochDone(int epoch, double loss) {
        outer.scored((double) epoch / epochs);
      }

      @Override
      public void scored(double fraction) {
        outer.scored(fraction);
      }

      @Override
      public boolean isCancelled() {
        return outer.isCancelled();
      }
    };
  }

  /**
   * @throws CancellationException if cancelled
   */
  void stopIfCancelled() {
    if (cancellation.isCancelled()) {
      throw new CancellationException("The detection was cancelled.");
    }
  }
}
