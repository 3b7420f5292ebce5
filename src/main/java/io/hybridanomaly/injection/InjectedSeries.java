package io.hybridanomaly.injection;

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
}
