package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every kind of time axis comes back from a report. */
class SeriesBlockTest {

  private static TimeAxis back(TimeAxis times) throws ReportException {
    Map<String, double[]> columns = Map.of("values", new double[times.size()]);
    byte[] block = new SeriesBlock(times, null, columns).encode();
    return SeriesBlock.decode(block, List.of("values"), Set.of("values"), 100).times();
  }

  private static List<String> texts(TimeAxis times) {
    return IntStream.range(0, times.size()).mapToObj(times::text).toList();
  }

  @Test
  void timesSinceTheStart() throws ReportException {
    TimeAxis times =
        new ElapsedTimes(
            new long[] {0, 5, 12}, new short[] {0, 250, 999}, ElapsedTimes.Unit.MILLISECOND);
    assertThat(texts(back(times))).isEqualTo(texts(times)).contains("0.00525 ms");
  }

  @Test
  void offsetsThatFollowFromTheOrderOfTheFile() throws ReportException {
    long hour = 3_600_000_000L;
    TimeAxis times =
        new Timestamps(new long[] {hour, 2 * hour, 2 * hour}, new int[] {0, 0, -3600}, null, true);
    TimeAxis back = back(times);
    assertThat(texts(back)).isEqualTo(texts(times)).noneMatch(text -> text.contains("+"));
    assertThat(back.instant(2) - back.instant(1)).isEqualTo(3_600_000);
  }
}
