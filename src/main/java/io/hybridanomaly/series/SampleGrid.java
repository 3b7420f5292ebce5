package io.hybridanomaly.series;

import java.util.Arrays;

/**
 * A series on the grid of its sampling step: one value for each step.
 *
 * @param values [steps] of points at one time the mean; where there is no point, the line between
 *     its neighbours; the series' own array if each step has one point
 * @param missing [steps] whether there is no point
 * @param places [points] the step of each point; empty if each step has one point
 */
public record SampleGrid(double[] values, boolean[] missing, int[] places) {

  static SampleGrid of(Samples samples) {
    double[] points = samples.values();
    if (samples.spacing().isEven()) {
      return new SampleGrid(points, new boolean[points.length], new int[0]);
    }
    int[] places = samples.spacing().places(points.length);
    double[] values = new double[samples.steps()];
    int[] counts = new int[values.length];
    for (int i = 0; i < points.length; i++) {
      int place = places[i];
      double count = ++counts[place];
      values[place] = values[place] * ((count - 1) / count) + points[i] / count;
    }
    boolean[] missing = new boolean[values.length];
    for (int place = 0; place < missing.length; place++) {
      missing[place] = counts[place] == 0;
    }
    fillLines(values, missing);
    return new SampleGrid(values, missing, places);
  }

  private static void fillLines(double[] values, boolean[] missing) {
    for (int from = 1, to; from < values.length; from = to + 1) {
      to = from;
      while (missing[to]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        double part = (i - from + 1) / (to - from + 1.0);
        values[i] = (1 - part) * values[from - 1] + part * values[to];
      }
    }
  }

  /** Whether each step has one point. */
  public boolean isEven() {
    return places.length == 0;
  }

  /** Number of steps. */
  public int size() {
    return values.length;
  }

  /** What stands at the steps of the points: [steps] to [points]. */
  public double[] atPoints(double[] ofSteps) {
    return isEven()
        ? ofSteps
        : Arrays.stream(places).mapToDouble(place -> ofSteps[place]).toArray();
  }

  /** What stands at the steps of the points: [steps] to [points]. */
  public boolean[] atPoints(boolean[] ofSteps) {
    if (isEven()) {
      return ofSteps;
    }
    boolean[] ofPoints = new boolean[places.length];
    for (int i = 0; i < places.length; i++) {
      ofPoints[i] = ofSteps[places[i]];
    }
    return ofPoints;
  }
}
