package io.hybridanomaly.injection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A copy of a series with anomalies at known places.
 *
 * @param values [points], changed only at the injected places; not copied, must not be changed
 * @param injected the truth, in order of time, never overlapping
 */
public record InjectedSeries(double[] values, List<InjectedAnomaly> injected) {

  public InjectedSeries {
    injected =
        injected.stream().sorted(Comparator.comparingInt(one -> one.segment().from())).toList();
  }

  /** The truth as labels, [points]: 1 where something was injected, else 0. */
  public byte[] labels() {
    byte[] labels = new byte[values.length];
    for (InjectedAnomaly one : injected) {
      Arrays.fill(labels, one.segment().from(), one.segment().to(), (byte) 1);
    }
    return labels;
  }
}
