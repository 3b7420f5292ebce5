package io.hybridanomaly.detection;

import java.util.function.ToDoubleFunction;

/**
 * Which of the others tell how far a stretch is from them.
 *
 * @param count of the nearest that are looked for, at least 1
 * @param distance of these
 */
record Neighbourhood(int count, ToDoubleFunction<NearestFew> distance) {

  /** The three nearest: far is what happened a few times at most. */
  static final Neighbourhood NEAREST = nearest(3);

  /** All that are looked for. */
  static Neighbourhood nearest(int count) {
    return new Neighbourhood(count, NearestFew::rootMean);
  }

  /** One of them alone: far is also what happened less often than that. */
  static Neighbourhood ofRank(int rank) {
    return new Neighbourhood(rank, NearestFew::rootLargest);
  }
}
