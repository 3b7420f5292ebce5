package io.hybridanomaly.detection;

/** What a running detection is doing. */
public sealed interface Progress {

  /**
   * Share of the whole detection that is done, 0 to 1, in units of expected time: what took a tenth
   * of the time moves it by a tenth. It never falls.
   */
  double done();

  /** The PyTorch engine is being loaded; takes seconds the first time on a machine. */
  record LoadingEngine() implements Progress {
    @Override
    public double done() {
      return 0;
    }
  }

  /** The series is brought to scale and its window length found. */
  record Preparing() implements Progress {
    @Override
    public double done() {
      return 0;
    }
  }

  /**
   * An autoencoder is being trained.
   *
   * @param network which one, from 1
   * @param networks how many there are
   * @param epoch epochs done
   * @param epochs epochs in all
   * @param loss mean training loss of the last epoch done; NaN before the first is
   * @param done share of the whole detection
   */
  record Training(int network, int networks, int epoch, int epochs, double loss, double done)
      implements Progress {}

  /**
   * Windows are being scored.
   *
   * @param done share of the whole detection
   */
  record Scoring(double done) implements Progress {}
}
