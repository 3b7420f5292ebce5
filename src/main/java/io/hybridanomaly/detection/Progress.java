package io.hybridanomaly.detection;

/** What a running detection is doing. */
public sealed interface Progress {

  /** The PyTorch engine is being loaded; takes seconds the first time on a machine. */
  record LoadingEngine() implements Progress {}

  /**
   * An epoch has ended.
   *
   * @param epoch epochs done, from 1
   * @param epochs epochs in all
   * @param loss mean training loss of the epoch
   */
  record Training(int epoch, int epochs, double loss) implements Progress {}

  /**
   * Windows are being scored.
   *
   * @param fraction share done, 0 to 1
   */
  record Scoring(double fraction) implements Progress {}
}
