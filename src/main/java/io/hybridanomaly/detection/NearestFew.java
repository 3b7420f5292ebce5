package io.hybridanomaly.detection;

import java.util.Arrays;

/** The few smallest of many squared distances. Not thread-safe. */
final class NearestFew {

  private final Neighbourhood neighbourhood;
  private final float[] squares;

  /**
   * @param neighbourhood how many are kept, and which of them tell the distance
   */
  NearestFew(Neighbourhood neighbourhood) {
    this.neighbourhood = neighbourhood;
    squares = new float[neighbourhood.count()];
  }

  /** What those that are kept say, as the neighbourhood has it; 0 if there are none. */
  double distance() {
    return neighbourhood.distance().applyAsDouble(this);
  }

  /** Forgets all. */
  void clear() {
    Arrays.fill(squares, Float.POSITIVE_INFINITY);
  }

  /** The largest that is kept: what is not below it need not be offered. Infinite until full. */
  float limit() {
    return squares[squares.length - 1];
  }

  /** Keeps a squared distance if it is among the smallest; NaN is not. */
  void offer(float square) {
    int at = squares.length - 1;
    if (square < squares[at]) {
      while (at > 0 && squares[at - 1] > square) {
        squares[at] = squares[at - 1];
        at--;
      }
      squares[at] = square;
    }
  }

  /** Keeps those squared distances of a range that are among the smallest. */
  void offer(float[] all, int from, int to) {
    float limit = limit();
    for (int j = from; j < to; j++) {
      if (all[j] < limit) {
        offer(all[j]);
        limit = limit();
      }
    }
  }

  /** Root of the mean of those that are kept; 0 if there are none. */
  double rootMean() {
    double sum = 0;
    int found = 0;
    while (found < squares.length && squares[found] < Float.POSITIVE_INFINITY) {
      sum += squares[found];
      found++;
    }
    return found == 0 ? 0 : Math.sqrt(sum / found);
  }

  /** Root of the largest of those that are kept; 0 if there are none. */
  double rootLargest() {
    int at = squares.length - 1;
    while (at >= 0 && squares[at] == Float.POSITIVE_INFINITY) {
      at--;
    }
    return at < 0 ? 0 : Math.sqrt(squares[at]);
  }
}
