package io.hybridanomaly.detection;

import java.util.Random;

/**
 * Isolation forest on the windows of a series: what few random cuts separate from the rest is
 * abnormal. With the settings of the paper: 100 trees of 256 windows each.
 *
 * <p>Source: Liu, Ting, Zhou, "Isolation forest", ICDM 2008, doi:10.1109/ICDM.2008.17.
 */
final class IsolationForest {

  private static final int TREES = 100;
  private static final int SAMPLE = 256;
  private static final int DEEPEST = 8;
  private static final double EULER = 0.5772156649;

  private final float[] series;
  private final int length;
  private final Random random = new Random(1);

  private IsolationForest(float[] series, int length) {
    this.series = series;
    this.length = length;
  }

  /** The score of each window, 0 to 1: [series − length + 1]. */
  static double[] scores(float[] series, int length) {
    return new IsolationForest(series, length).scores();
  }

  private double[] scores() {
    double[] depths = new double[series.length - length + 1];
    int sample = Math.min(SAMPLE, depths.length);
    for (int k = 0; k < TREES; k++) {
      int[] starts = random.ints(sample, 0, depths.length).toArray();
      Node tree = grow(starts, starts.length, 0);
      for (int i = 0; i < depths.length; i++) {
        depths[i] += tree.depth(series, i) / TREES;
      }
    }
    double[] scores = new double[depths.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.pow(2, -depths[i] / averageDepth(sample));
    }
    return scores;
  }

  private sealed interface Node {

    /** Cuts until the window that starts at a point is alone, estimated below the leaves. */
    double depth(float[] series, int start);
  }

  private record Leaf(double depth) implements Node {
    @Override
    public double depth(float[] series, int start) {
      return depth;
    }
  }

  private record Cut(int feature, float at, Node below, Node above) implements Node {
    @Override
    public double depth(float[] series, int start) {
      return (series[start + feature] < at ? below : above).depth(series, start);
    }
  }

  private Node grow(int[] starts, int size, int depth) {
    if (size <= 1 || depth == DEEPEST) {
      return new Leaf(depth + averageDepth(size));
    }
    int feature = random.nextInt(length);
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < size; i++) {
      low = Math.min(low, series[starts[i] + feature]);
      high = Math.max(high, series[starts[i] + feature]);
    }
    float at = low + random.nextFloat() * (high - low);
    int[] below = new int[size];
    int[] above = new int[size];
    int left = 0;
    int right = 0;
    for (int i = 0; i < size; i++) {
      if (series[starts[i] + feature] < at) {
        below[left++] = starts[i];
      } else {
        above[right++] = starts[i];
      }
    }
    return new Cut(feature, at, grow(below, left, depth + 1), grow(above, right, depth + 1));
  }

  /** Mean number of cuts that isolate one of so many. */
  private static double averageDepth(int size) {
    return size <= 1 ? 0 : 2 * (Math.log(size - 1.0) + EULER) - 2 * (size - 1.0) / size;
  }
}
