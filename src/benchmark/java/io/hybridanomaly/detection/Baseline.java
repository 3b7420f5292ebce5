package io.hybridanomaly.detection;

import com.amazon.randomcutforest.RandomCutForest;
import io.hybridanomaly.windowing.MovingAverage;
import io.hybridanomaly.windowing.OverlapAverage;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Classical detectors with the settings that served them best on the labelled series, where several
 * were tried: window and smoothing of the z-score, scale, floor and smoothing of Sub-PCA. All get
 * the detector's own window length and scale.
 */
enum Baseline {
  /** Deviations from the mean of the window before a point, averaged over a window around it. */
  ROLLING_Z("rolling z-score, smoothed") {
    @Override
    double[] score(float[] series, int window) {
      double[] z = new double[series.length];
      for (int i = 1; i < z.length; i++) {
        double mean = 0;
        int from = Math.max(0, i - window);
        for (int j = from; j < i; j++) {
          mean += series[j] / (i - from);
        }
        double variance = 0;
        for (int j = from; j < i; j++) {
          variance += (series[j] - mean) * (series[j] - mean) / (i - from);
        }
        z[i] = Math.abs(series[i] - mean) / Math.max(LEAST_DEVIATION, Math.sqrt(variance));
      }
      return MovingAverage.of(z, window);
    }
  },
  /** Mahalanobis distance of a window to the mean window. */
  SUB_PCA("Sub-PCA (Mahalanobis), smoothed") {
    @Override
    double[] score(float[] series, int window) {
      Windows windows = Windows.over(series.length, window, new SplittableRandom(1));
      int count = windows.starts().length;
      float[] vectors = new float[count * window];
      for (int i = 0; i < count; i++) {
        System.arraycopy(series, windows.starts()[i], vectors, i * window, window);
      }
      Whitening.apply(vectors, window, windows.references(), PCA_FLOOR, watch());
      double[] distances = new double[count];
      for (int i = 0; i < count; i++) {
        for (int d = 0; d < window; d++) {
          distances[i] += vectors[i * window + d] * vectors[i * window + d];
        }
        distances[i] = Math.sqrt(distances[i]);
      }
      return smooth(DetectorScores.ofSteps(distances, windows, series.length), window);
    }
  },
  /** Distance of a window to the three nearest others. */
  KNN("kNN on windows, smoothed") {
    @Override
    double[] score(float[] series, int window) {
      Windows windows = Windows.over(series.length, window, new SplittableRandom(1));
      double[] distances = NearestNeighbourDistance.ofSeries(series, windows).distances(3, watch());
      return smooth(DetectorScores.ofSteps(distances, windows, series.length), window);
    }
  },
  ISOLATION_FOREST("isolation forest on windows") {
    @Override
    double[] score(float[] series, int window) {
      return OverlapAverage.of(IsolationForest.scores(series, window), window, 1, series.length);
    }
  },
  /**
   * All windows are put in before any is scored, since the whole series is there: that is better
   * than the scores of a stream.
   */
  RANDOM_CUT_FOREST("random cut forest (AWS)") {
    @Override
    double[] score(float[] series, int window) {
      RandomCutForest forest =
          RandomCutForest.builder()
              .dimensions(window)
              .shingleSize(1)
              .numberOfTrees(100)
              .sampleSize(256)
              .timeDecay(0)
              .randomSeed(1)
              .build();
      double[] scores = new double[series.length - window + 1];
      for (int i = 0; i < scores.length; i++) {
        forest.update(Arrays.copyOfRange(series, i, i + window));
      }
      for (int i = 0; i < scores.length; i++) {
        scores[i] = forest.getAnomalyScore(Arrays.copyOfRange(series, i, i + window));
      }
      return OverlapAverage.of(scores, window, 1, series.length);
    }
  };

  /** Least deviation that counts, as a share of the spread: a flat stretch is no scale. */
  private static final double LEAST_DEVIATION = 0.05;

  /** Smallest eigenvalue that counts, as a share of the largest. */
  private static final double PCA_FLOOR = 1e-4;

  private final String title;

  Baseline(String title) {
    this.title = title;
  }

  /** What it is, for a table. */
  String title() {
    return title;
  }

  /**
   * The score of each point.
   *
   * @param series scaled values
   * @param window window length in points
   * @return [series], 0 or more
   */
  abstract double[] score(float[] series, int window);

  private static double[] smooth(double[] points, int window) {
    return MovingAverage.of(points, window);
  }

  private static DetectionMonitor watch() {
    return DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER);
  }
}
