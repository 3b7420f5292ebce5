package io.hybridanomaly.detection;

import io.hybridanomaly.lstm.LstmAutoencoder;
import io.hybridanomaly.lstm.Reconstruction;
import io.hybridanomaly.lstm.TrainingMonitor;
import io.hybridanomaly.lstm.TrainingPlan;
import io.hybridanomaly.windowing.OverlapAverage;
import java.util.SplittableRandom;

/** EXPERIMENT. */
record ReconstructionParts(
    double[] error,
    double[] residual,
    double[] code,
    double[] raw,
    double[] reconstructed,
    double[] losses) {

  static ReconstructionParts of(
      float[] series, int window, int epochs, long seed, Cancellation cancellation) {
    SplittableRandom random = new SplittableRandom(seed);
    Windows windows = Windows.over(series.length, window, random.split());
    TrainingPlan plan = new TrainingPlan(window, epochs, random.nextLong());
    TrainingMonitor monitor =
        new TrainingMonitor() {
          @Override
          public void epochDone(int epoch, double loss) {}

          @Override
          public void scored(double fraction) {}

          @Override
          public boolean isCancelled() {
            return false;
          }
        };
    int n = series.length;
    int[] starts = windows.starts();
    double[] losses;
    Reconstruction r;
    long t0 = System.nanoTime();
    try (LstmAutoencoder ae = LstmAutoencoder.train(series, plan, monitor)) {
      losses = ae.losses();
      r = ae.reconstruct(series, starts, monitor);
    }
    long t1 = System.nanoTime();
    double[] error = new double[starts.length];
    double[] reconstructed = new double[n];
    int[] cover = new int[n];
    for (int i = 0; i < starts.length; i++) {
      for (int d = 0; d < window; d++) {
        float e = r.residuals()[i * window + d];
        error[i] += Math.abs(e) / window;
        reconstructed[starts[i] + d] += series[starts[i] + d] - e;
        cover[starts[i] + d]++;
      }
    }
    for (int t = 0; t < n; t++) {
      reconstructed[t] = cover[t] == 0 ? series[t] : reconstructed[t] / cover[t];
    }
    int apart = windows.apart();
    float[] white = Whitening.apply(r.residuals(), window, windows.references(), 1e-2);
    double[] m =
        new Neighbours(white, window, starts, windows.references())
            .distances(5, apart, cancellation);
    float[] codes = Whitening.apply(r.codes(), r.latent(), windows.references(), 1e-3);
    double[] z =
        new Neighbours(codes, r.latent(), starts, windows.references())
            .distances(5, apart, cancellation);
    float[] raw = new float[starts.length * window];
    for (int i = 0; i < starts.length; i++) {
      System.arraycopy(series, starts[i], raw, i * window, window);
    }
    double[] k =
        new Neighbours(raw, window, starts, windows.references()).distances(3, apart, cancellation);
    long t2 = System.nanoTime();
    System.err.printf(
        "W=%d n=%d train+score %.2fs knn %.2fs loss %.4f -> %.4f%n",
        window, n, (t1 - t0) / 1e9, (t2 - t1) / 1e9, losses[0], losses[losses.length - 1]);
    return new ReconstructionParts(
        OverlapAverage.of(error, window, windows.stride(), n),
        OverlapAverage.of(m, window, windows.stride(), n),
        OverlapAverage.of(z, window, windows.stride(), n),
        OverlapAverage.of(k, window, windows.stride(), n),
        reconstructed,
        losses);
  }
}
