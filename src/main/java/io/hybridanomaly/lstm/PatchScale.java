package io.hybridanomaly.lstm;

/**
 * Fits weights for patches of one length to patches of another, so that networks for all windows
 * can begin with the same weights: reading a short patch is reading the long one between whose
 * points it interpolates, and writing it is the same the other way.
 *
 * <p>Source: Beyer et al., "FlexiViT: one model for all patch sizes", CVPR 2023, arXiv:2212.08013
 * (resizing of the embedding's weights).
 */
final class PatchScale {

  private PatchScale() {}

  /**
   * The linear map from patches of one length to another: means of the points that fall together
   * where there are fewer, straight lines between points where there are more.
   *
   * @return [to × from]; every row adds up to 1
   */
  static double[][] matrix(int from, int to) {
    double[][] map = new double[to][from];
    for (int j = 0; j < to; j++) {
      if (to < from) {
        average(map[j], (double) j * from / to, (double) (j + 1) * from / to);
      } else {
        interpolate(map[j], (j + 0.5) * from / to - 0.5);
      }
    }
    return map;
  }

  private static void average(double[] row, double begin, double end) {
    for (int i = 0; i < row.length; i++) {
      row[i] = Math.max(0, Math.min(end, i + 1) - Math.max(begin, i)) / (end - begin);
    }
  }

  /** Before the first and after the last point the line is flat. */
  private static void interpolate(double[] row, double place) {
    double inside = Math.clamp(place, 0, row.length - 1);
    int left = (int) inside;
    row[left] = 1 - (inside - left);
    if (left + 1 < row.length) {
      row[left + 1] = inside - left;
    }
  }

  /**
   * Weights that read patches.
   *
   * @param weights [units × from]
   * @return [units × to]: the weights times the map from the new length to the old one
   */
  static float[] reading(float[] weights, int from, int to) {
    double[][] map = matrix(to, from);
    float[] scaled = new float[weights.length / from * to];
    for (int at = 0; at < scaled.length; at++) {
      double sum = 0;
      for (int i = 0; i < from; i++) {
        sum += weights[at / to * from + i] * map[i][at % to];
      }
      scaled[at] = (float) sum;
    }
    return scaled;
  }

  /**
   * Weights, or the bias, that write patches.
   *
   * @param weights [from × units]
   * @return [to × units]: the map from the old length to the new one times the weights
   */
  static float[] writing(float[] weights, int from, int to) {
    double[][] map = matrix(from, to);
    int units = weights.length / from;
    float[] scaled = new float[to * units];
    for (int at = 0; at < scaled.length; at++) {
      double sum = 0;
      for (int i = 0; i < from; i++) {
        sum += map[at / units][i] * weights[i * units + at % units];
      }
      scaled[at] = (float) sum;
    }
    return scaled;
  }
}
