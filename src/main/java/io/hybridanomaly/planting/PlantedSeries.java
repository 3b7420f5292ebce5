package io.hybridanomaly.planting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A copy of a series with anomalies at known places.
 *
 * @param values [points], changed only at the planted places; not copied, must not be changed
 * @param planted the truth, in order of time, never overlapping
 */
public record PlantedSeries(double[] values, List<Planted> planted) {

  public PlantedSeries {
    planted = planted.stream().sorted(Comparator.comparingInt(Planted::start)).toList();
  }

  /** The truth as labels, [points]: 1 where something was planted, else 0. */
  public byte[] labels() {
    byte[] labels = new byte[values.length];
    for (Planted one : planted) {
      Arrays.fill(labels, one.start(), one.end(), (byte) 1);
    }
    return labels;
  }
}
