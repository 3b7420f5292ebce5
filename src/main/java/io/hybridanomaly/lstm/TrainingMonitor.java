package io.hybridanomaly.lstm;

/**
 * Watches over a training or scoring, on the thread that runs it. Whoever only wants to stop it
 * need not hear the rest.
 */
@FunctionalInterface
public interface TrainingMonitor {

  /**
   * An epoch has ended.
   *
   * @param epoch epochs done, from 1
   * @param loss mean absolute error of the epoch's windows, in the units of the series given
   */
  default void epochDone(int epoch, double loss) {}

  /**
   * A mini-batch, or a part of one, has been trained on.
   *
   * @param fraction share of the training that is done, 0 to 1
   */
  default void trained(double fraction) {}

  /**
   * Windows have been scored.
   *
   * @param fraction share done, 0 to 1
   */
  default void scored(double fraction) {}

  /** Whether to stop; asked between mini-batches and between chunks of windows. */
  boolean isCancelled();
}
