package io.hybridanomaly.lstm;

import java.util.Locale;

/**
 * The original formula's training as it was written, one batch of all windows, beside ours, which
 * adds up the same gradient over chunks. Prints seconds an epoch, by turns, and the last loss.
 * Arguments, all optional: points (10000), epochs (2), turns (2).
 *
 * <pre>
 * mvn -q -P benchmark test-compile exec:exec \
 *   -Dmain=io.hybridanomaly.lstm.FullBatchBenchmark
 * </pre>
 */
public final class FullBatchBenchmark {

  private static final int WINDOW = 30;

  private FullBatchBenchmark() {}

  /** See the class. */
  public static void main(String[] arguments) {
    int points = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    int turns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
    float[] series = new float[points];
    for (int i = 0; i < points; i++) {
      series[i] = (float) (0.5 + 0.4 * Math.sin(i / 5.0));
    }
    TorchEngine.load();
    for (int turn = 0; turn < turns; turn++) {
      run("chunks", series, epochs, 64);
      run("one batch", series, epochs, points - WINDOW + 1);
    }
  }

  @SuppressWarnings("SystemOut") // The lines are the programme's result.
  private static void run(String title, float[] series, int epochs, int chunk) {
    EpochClock clock = new EpochClock();
    OriginalAutoencoder.run(series, WINDOW, epochs, 1, chunk, clock);
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s an epoch, last loss %.6f%n",
        title,
        clock.seconds() / epochs,
        clock.loss());
  }

  /** Hears when the first epoch begins and the last ends. */
  private static final class EpochClock implements TrainingMonitor {

    private final long start = System.nanoTime();
    private long end = start;
    private double last;

    @Override
    public void epochDone(int epoch, double loss) {
      end = System.nanoTime();
      last = loss;
    }

    @Override
    public void trained(double fraction) {}

    @Override
    public void scored(double fraction) {}

    @Override
    public boolean isCancelled() {
      return false;
    }

    double seconds() {
      return (end - start) / 1e9;
    }

    double loss() {
      return last;
    }
  }
}
