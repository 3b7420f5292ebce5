package io.hybridanomaly.lstm;

import ai.djl.training.tracker.Tracker;

/**
 * A learning rate that rises and falls once along half cosines, so that a fixed number of steps
 * ends settled.
 *
 * <p>Source: Smith, Topin, "Super-convergence", 2018, arXiv:1708.07120; rise and fall as in
 * PyTorch's {@code OneCycleLR}: it starts at 1/25 of the peak and ends near zero.
 *
 * @param peak highest rate
 * @param steps steps in all
 */
record OneCycle(double peak, int steps) implements Tracker {

  private static final double WARM_UP = 0.15;
  private static final double START = 1.0 / 25;
  private static final double END = START / 1e4;

  /**
   * @param step from 1
   */
  @Override
  public float getNewValue(int step) {
    double rise = Math.max(1, WARM_UP * steps - 1);
    double done = step - 1;
    double rate =
        done <= rise
            ? between(START, 1, done / rise)
            : between(1, END, Math.min(1, (done - rise) / Math.max(1, steps - 1 - rise)));
    return (float) (peak * rate);
  }

  private static double between(double from, double to, double fraction) {
    return to + (from - to) / 2 * (1 + Math.cos(Math.PI * fraction));
  }
}
