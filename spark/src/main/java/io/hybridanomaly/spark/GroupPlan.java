package io.hybridanomaly.spark;

import io.hybridanomaly.detection.SharedModel;
import java.io.Serializable;
import java.util.Map;

/**
 * How the networks of a group are trained.
 *
 * @param model hash of all that they depend on, under which they are kept
 * @param window window length in points
 * @param each windows that are taken of each sampled series
 * @param last the largest draw that is sampled
 */
record GroupPlan(String model, int window, int each, String last) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * The plan for a group.
   *
   * @param options for the hash
   * @param window see {@link SharedModel#window(Map)}
   * @param sampled how many series are sampled
   * @param draws a hash of their draws, in order
   * @param last the largest of them
   */
  static GroupPlan of(TaskOptions options, int window, long sampled, String draws, String last) {
    int each = SharedModel.windowsOfEach(Math.toIntExact(sampled));
    String model = Hashes.of(options.trainingFingerprint(), Integer.toString(window), draws);
    return new GroupPlan(model, window, each, last);
  }

  /** Whether a series is long enough for the window. */
  boolean fits(int points) {
    return 2L * window <= points;
  }
}
