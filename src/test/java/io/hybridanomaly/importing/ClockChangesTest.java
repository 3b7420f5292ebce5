package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.importing.text.ImportException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local times without a zone, as loggers write them over the change of the clocks. */
class ClockChangesTest {

  private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** What a clock on the wall shows, step by step; oracle: the rules of the platform's zone. */
  private static List<String> clock(String zone, String start, int minutes, int count) {
    Instant first = LocalDateTime.parse(start).atZone(ZoneId.of(zone)).toInstant();
    return IntStream.range(0, count)
        .mapToObj(i -> first.plus(Duration.ofMinutes((long) minutes * i)))
        .map(instant -> TEXT.format(instant.atZone(ZoneId.of(zone))))
        .toList();
  }

  private static ImportedSeries read(List<String> times) throws ImportException {
    StringBuilder text = new StringBuilder("time,load\n");
    for (int i = 0; i < times.size(); i++) {
      text.append(times.get(i)).append(',').append(i).append('\n');
    }
    return CsvImporter.read(
        new TextSource("clock.csv", text.toString().getBytes(StandardCharsets.UTF_8)),
        ImportOptions.defaults());
  }

  private static List<String> texts(ImportedSeries read) {
    return IntStream.range(0, read.series().size())
        .mapToObj(i -> read.series().times().text(i).replace('T', ' ').substring(0, 16))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2024-10-25T00:00, 5, 1200",
    "Europe/Berlin, 2024-10-25T00:00, 15, 480",
    "Europe/Berlin, 2024-10-25T00:00, 30, 240",
    "Europe/Berlin, 2024-10-25T00:00, 60, 120",
    "Europe/London, 2024-10-26T00:00, 15, 300",
    "America/New_York, 2024-11-01T00:00, 10, 600",
    "Australia/Sydney, 2024-04-05T00:00, 30, 200",
  })
  void theHourOfAutumnKeepsTheOrderOfTheFile(String zone, String start, int minutes, int count)
      throws ImportException {
    List<String> times = clock(zone, start, minutes, count);
    ImportedSeries read = read(times);
    assertThat(texts(read)).isEqualTo(times);
    assertThat(read.series().values()).isSorted();
    assertThat(read.summary().duplicateTimes()).isZero();
    assertThat(read.summary().step().map(SamplingStep::regular)).contains(true);
    assertThat(read.summary().step().map(SamplingStep::gaps)).contains(0);
    assertThat(read.summary().doubts())
        .extracting(Doubt::sentence)
        .singleElement()
        .asString()
        .startsWith("Clocks go back at");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2024-03-30T00:00, 15, 250",
    "Europe/Berlin, 2024-03-30T00:00, 60, 100",
    "America/Chicago, 2024-03-09T00:00, 5, 900",
    "Australia/Sydney, 2024-10-05T00:00, 30, 200",
  })
  void theHourMissingInSpringIsNoGap(String zone, String start, int minutes, int count)
      throws ImportException {
    List<String> times = clock(zone, start, minutes, count);
    ImportedSeries read = read(times);
    assertThat(texts(read)).isEqualTo(times);
    assertThat(read.summary().step().map(SamplingStep::gaps)).contains(0);
    assertThat(read.summary().doubts())
        .extracting(Doubt::sentence)
        .singleElement()
        .asString()
        .startsWith("Clocks go forward at");
  }

  @Test
  void aWholeYearHasBothChanges() throws ImportException {
    List<String> times = clock("Europe/Paris", "2024-01-01T00:00", 30, 2 * 24 * 366);
    ImportedSeries read = read(times);
    assertThat(texts(read)).isEqualTo(times);
    assertThat(read.summary().step().map(SamplingStep::gaps)).contains(0);
    assertThat(read.summary().doubts()).hasSize(2);
  }

  @Test
  void theNewestRowFirst() throws ImportException {
    List<String> times = clock("Europe/Berlin", "2024-10-25T00:00", 15, 480);
    List<String> newestFirst = new ArrayList<>(times);
    Collections.reverse(newestFirst);
    ImportedSeries read = read(newestFirst);
    assertThat(texts(read)).isEqualTo(times);
    assertThat(read.summary().doubts()).hasSize(1);
  }

  @Test
  void anHourMissingInSummerStaysAGap() throws ImportException {
    List<String> times = new ArrayList<>(clock("UTC", "2024-06-05T00:00", 15, 60));
    times.addAll(clock("UTC", "2024-06-05T16:00", 15, 60));
    ImportedSeries read = read(times);
    assertThat(read.summary().step().map(SamplingStep::gaps)).contains(1);
    assertThat(read.summary().doubts()).isEmpty();
  }

  @Test
  void hoursThatStandTwiceInSummerAreEqualTimes() throws ImportException {
    List<String> times = new ArrayList<>(clock("UTC", "2024-06-05T00:00", 60, 40));
    times.addAll(clock("UTC", "2024-06-06T15:00", 60, 40));
    ImportedSeries read = read(times);
    assertThat(read.summary().duplicateTimes()).isEqualTo(1);
    assertThat(read.summary().doubts()).isEmpty();
  }
}
