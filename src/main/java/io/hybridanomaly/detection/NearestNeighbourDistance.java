package io.hybridanomaly.detection;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * How far each window is from the windows most like it, elsewhere in the series: what happened only
 * once is far from everything. They are compared with a reference sample of bounded size, so that
 * the work grows with the series and not with its square.
 *
 * <p>Source: Ramaswamy, Rastogi, Shim, "Efficient algorithms for mining outliers from large data
 * sets", SIGMOD 2000, doi:10.1145/342009.335437.
 */
final class NearestNeighbourDistance {

  /**
   * Windows that one thread compares before it looks whether it is cancelled; a multiple of the
   * block.
   */
  private static final int PIECE = 256;

  private final float[] numbers;
  private final int[] offsets;
  private final int length;
  private final int[] starts;
  private final int[] references;
  private final int exclusionZone;

  /**
   * [length, made even × references]: references side by side. With an array for each row all loops
   * share one index without an offset; only then does the compiler vectorise them (measured: 28
   * against 4 billion differences a second).
   */
  private final float[][] columns;

  private NearestNeighbourDistance(float[] numbers, int[] offsets, int length, Windows windows) {
    this.numbers = numbers;
    this.offsets = offsets;
    this.length = length;
    starts = windows.starts();
    references = windows.references();
    exclusionZone = windows.exclusionZone();
    columns = new float[length + length % 2][references.length];
    for (int j = 0; j < references.length; j++) {
      for (int d = 0; d < length; d++) {
        columns[d][j] = numbers[offsets[references[j]] + d];
      }
    }
  }

  /** Compares the windows of a series as they are, without copying them. */
  static NearestNeighbourDistance ofSeries(float[] series, Windows windows) {
    return new NearestNeighbourDistance(series, windows.starts(), windows.length(), windows);
  }

  /**
   * Compares windows by what was computed for each.
   *
   * @param vectors [windows × length]
   */
  static NearestNeighbourDistance ofVectors(float[] vectors, int length, Windows windows) {
    int[] offsets = new int[windows.starts().length];
    Arrays.setAll(offsets, i -> i * length);
    return new NearestNeighbourDistance(vectors, offsets, length, windows);
  }

  /**
   * Root mean square of the Euclidean distances to the nearest windows of the reference sample
   * outside the exclusion zone.
   *
   * @param neighbours how many, at least 1; fewer where there are not enough, and 0 is the distance
   *     where there is none
   * @param watch hears the share done
   * @return [windows]
   * @throws CancellationException if cancelled
   */
  double[] distances(int neighbours, DetectionMonitor watch) {
    double[] result = new double[starts.length];
    watch.inPieces(result.length, PIECE, () -> pieces(neighbours, result));
    return result;
  }

  /** Fills parts of the result; buffers for one thread. */
  private Cores.RangeWork pieces(int neighbours, double[] result) {
    BlockSums squares = new BlockSums(references.length);
    NearestFew nearest = new NearestFew(Neighbourhood.nearest(neighbours));
    return (from, to) -> {
      for (int first = from; first < to; first += BlockSums.SIZE) {
        squaredDistances(first, squares);
        for (int i = first; i < Math.min(first + BlockSums.SIZE, to); i++) {
          result[i] = rootMeanSquare(squares.of(i - first), starts[i], nearest);
        }
      }
    };
  }

  /** Sums up for each window of the block; beyond the last window it repeats that. */
  private void squaredDistances(int first, BlockSums squares) {
    int[] at = new int[BlockSums.SIZE];
    Arrays.setAll(at, i -> offsets[Math.min(first + i, starts.length - 1)]);
    squares.clear();
    for (int d = 0; d < length; d += BlockSums.STEP) {
      boolean odd = d + 1 == length;
      for (int i = 0; i < at.length; i++) {
        squares.set(i, numbers[at[i] + d], odd ? 0 : numbers[at[i] + d + 1]);
      }
      squares.addSquares(columns[d], columns[d + 1]);
    }
  }

  private double rootMeanSquare(float[] squares, int start, NearestFew nearest) {
    nearest.clear();
    for (int j = 0; j < squares.length; j++) {
      if (squares[j] < nearest.limit()
          && Math.abs(starts[references[j]] - start) >= exclusionZone) {
        nearest.offer(squares[j]);
      }
    }
    return nearest.distance();
  }
}
