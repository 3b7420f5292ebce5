package io.hybridanomaly.importing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Times as one number each, for order, distances and equality.
 *
 * @param ticks of each point since 1970; not copied
 * @param perMicro ticks of a microsecond: 1, or 1000 if a time has nanoseconds and all times lie
 *     between 1678 and 2261, where a long holds them
 */
record TimeKeys(long[] ticks, int perMicro) {

  /**
   * @param micros not copied
   * @param nanos behind the microseconds; null if all are 0
   */
  static TimeKeys of(long[] micros, short @Nullable [] nanos) {
    long reach = Long.MAX_VALUE / 1000 - 1;
    if (nanos == null || Arrays.stream(micros).anyMatch(time -> time > reach || time < -reach)) {
      return new TimeKeys(micros, 1);
    }
    long[] ticks = new long[micros.length];
    for (int i = 0; i < ticks.length; i++) {
      ticks[i] = micros[i] * 1000 + nanos[i];
    }
    return new TimeKeys(ticks, 1000);
  }
}
