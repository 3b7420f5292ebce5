package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Rotates vectors onto their principal components and gives each unit variance, so that a distance
 * counts deviations from what is usual (a Mahalanobis distance). Components of little variance are
 * held back by a floor: they are noise.
 */
final class Whitening {

  private Whitening() {}

  /**
   * Whitens vectors in place; all become zeros if the sample has no variance.
   *
   * @param vectors [windows × length]
   * @param length numbers in a vector
   * @param sample windows from which mean and covariance are taken, at least one
   * @param floor smallest eigenvalue that counts, as a share of the largest
   * @throws CancellationException if cancelled
   */
  static void apply(
      float[] vectors, int length, int[] sample, double floor, DetectionMonitor watch) {
    double[] mean = mean(vectors, length, sample);
    double[][] covariance = covariance(vectors, length, sample, mean, watch);
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, false));
    double largest = 0;
    for (double value : eigen.getRealEigenvalues()) {
      largest = Math.max(largest, value);
    }
    if (largest <= 0) {
      Arrays.fill(vectors, 0);
      return;
    }
    float[][] rotation = rotation(eigen, floor * largest);
    float[] row = new float[length];
    for (int at = 0; at < vectors.length; at += length) {
      watch.stopIfCancelled();
      rotate(vectors, at, mean, rotation, row);
      System.arraycopy(row, 0, vectors, at, length);
    }
  }

  /** [number × component]: the components as columns, each over its standard deviation. */
  private static float[][] rotation(EigenDecomposition eigen, double smallest) {
    int length = eigen.getRealEigenvalues().length;
    float[][] rotation = new float[length][length];
    for (int k = 0; k < length; k++) {
      double scale = 1 / Math.sqrt(Math.max(eigen.getRealEigenvalue(k), smallest));
      double[] component = eigen.getEigenvector(k).toArray();
      for (int d = 0; d < length; d++) {
        rotation[d][k] = (float) (component[d] * scale);
      }
    }
    return rotation;
  }

  private static void rotate(
      float[] vectors, int at, double[] mean, float[][] rotation, float[] row) {
    Arrays.fill(row, 0);
    for (int d = 0; d < row.length; d++) {
      float x = (float) (vectors[at + d] - mean[d]);
      float[] weights = rotation[d];
      for (int k = 0; k < row.length; k++) {
        row[k] += x * weights[k];
      }
    }
  }

  private static double[] mean(float[] vectors, int length, int[] sample) {
    double[] mean = new double[length];
    for (int i : sample) {
      for (int d = 0; d < length; d++) {
        mean[d] += vectors[i * length + d] / (double) sample.length;
      }
    }
    return mean;
  }

  private static double[][] covariance(
      float[] vectors, int length, int[] sample, double[] mean, DetectionMonitor watch) {
    double[][] covariance = new double[length][length];
    double[] x = new double[length];
    for (int i : sample) {
      watch.stopIfCancelled();
      for (int d = 0; d < length; d++) {
        x[d] = vectors[i * length + d] - mean[d];
      }
      for (int d = 0; d < length; d++) {
        double[] row = covariance[d];
        double xd = x[d];
        for (int e = 0; e < length; e++) {
          row[e] += xd * x[e];
        }
      }
    }
    for (double[] row : covariance) {
      for (int e = 0; e < length; e++) {
        row[e] /= sample.length;
      }
    }
    return covariance;
  }
}
