package io.hybridanomaly.detection;

import java.util.function.ToDoubleFunction;

/**
 * Which of the others tell how far a stretch is from them.
 *
 * @param count of the nearest that are looked for
 * @param distance of these
 */
record Neighbourhood(int count, ToDoubleFunction<NearestFew> distance) {

  /** The three nearest: far is what happened a few times at most. */
  static final Neighbourhood NEAREST = new Neighbourhood(3, NearestFew::rootMean);

  /** One of them alone: far is also what happened less often than that. */
  static Neighbourhood ofRank(int rank) {
    return new Neighbourhood(rank, NearestFew::rootLargest);
  }

  /** Room for those that are looked for. */
  NearestFew empty() {
    return new NearestFew(count);
  }
}
