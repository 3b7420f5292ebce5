package io.hybridanomaly.importing;

import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What times are ordered by. */
final class Keys {

  private Keys() {}

  static long[] of(TimeAxis times) {
    return switch (times) {
      case RowNumbers numbers -> Arrays.stream(numbers.rows()).asLongStream().toArray();
      case Timestamps dates ->
          IntStream.range(0, dates.size()).mapToLong(dates::instantMicros).toArray();
      case ElapsedTimes elapsed -> elapsed.micros();
    };
  }
}
