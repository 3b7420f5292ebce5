package io.hybridanomaly.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.overview.Cell.Content;
import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverviewTest {

  private static final long HOUR = 3_600_000_000L;
  private static final long START =
      LocalDateTime.of(2024, 3, 1, 0, 0).toEpochSecond(ZoneOffset.UTC) * 1_000_000;

  private static Overview of(SeriesDigest... series) {
    return Overview.of(List.of(series), List.of());
  }

  private static List<String> names(Lanes lanes) {
    return lanes.rows().stream().map(row -> row.series().name()).toList();
  }

  @Test
  void theWorstSeriesComesFirst() {
    Overview overview =
        of(
            Digests.rows("quiet", 100),
            Digests.rows("low", 100, new int[] {5, 9, 10}),
            Digests.rows("two", 100, new int[] {5, 9, 70}, new int[] {50, 51, 20}),
            Digests.rows("also quiet", 100),
            Digests.rows("one", 100, new int[] {5, 9, 70}),
            Digests.rows("at the threshold", 100, new int[] {5, 9, 0}));
    assertThat(names(overview.lanes().getFirst()))
        .containsExactly("two", "one", "low", "at the threshold", "quiet", "also quiet");
    assertThat(overview.anomalies()).isEqualTo(5);
    assertThat(overview.judged()).isEqualTo(6);
  }

  @Test
  void aCellHasTheHighestSeverityInIt() {
    Lanes lanes =
        of(Digests.rows(
                "a", 600, new int[] {11, 12, 30}, new int[] {15, 25, 60}, new int[] {600, 600, 5}))
            .lanes()
            .getFirst();
    assertThat(lanes.axis().cells()).isEqualTo(Overview.CELLS);
    List<Cell> cells = lanes.rows().getFirst().cells();
    // Ten rows a cell: 1 to 10, 11 to 20 and so on.
    assertThat(cells.get(0)).isEqualTo(new Cell(Content.NORMAL, 0));
    assertThat(cells.get(1)).isEqualTo(new Cell(Content.ABNORMAL, 60));
    assertThat(cells.get(2)).isEqualTo(new Cell(Content.ABNORMAL, 60));
    assertThat(cells.get(3)).isEqualTo(new Cell(Content.NORMAL, 0));
    assertThat(cells.get(59)).isEqualTo(new Cell(Content.ABNORMAL, 5));
  }

  @Test
  void aShortSeriesHasNoMoreCellsThanPoints() {
    Lanes lanes = of(Digests.rows("a", 32, new int[] {32, 32, 5})).lanes().getFirst();
    assertThat(lanes.axis().cells()).isEqualTo(32);
    assertThat(lanes.rows().getFirst().cells().getLast().content()).isEqualTo(Content.ABNORMAL);
  }

  @Test
  void outsideOfASeriesThereIsNoData() {
    Lanes lanes = of(Digests.rows("long", 600), Digests.rows("short", 100)).lanes().getFirst();
    List<Cell> cells = lanes.rows().get(1).cells();
    assertThat(cells.get(9).content()).isEqualTo(Content.NORMAL);
    assertThat(cells.get(10).content()).isEqualTo(Content.NO_DATA);
  }

  @Test
  void whatTouchesIsNotAtTheSameTime() {
    Lanes lanes =
        of(
                Digests.rows("a", 100, new int[] {10, 20, 50}),
                Digests.rows("b", 100, new int[] {21, 30, 50}))
            .lanes()
            .getFirst();
    assertThat(lanes.coincidences()).isEmpty();
  }

  @Test
  void coincidencesNameTheirSeriesThoseOfMostFirst() {
    Lanes lanes =
        of(
                Digests.rows("a", 100, new int[] {10, 20, 50}, new int[] {60, 70, 20}),
                Digests.rows("b", 100, new int[] {20, 30, 40}, new int[] {62, 66, 20}),
                Digests.rows("c", 100, new int[] {65, 80, 30}))
            .lanes()
            .getFirst();
    assertThat(lanes.coincidences())
        .containsExactly(
            new Coincidence(new Span(62, 71), 3, List.of("a", "b", "c"), "row 62 to row 70"),
            new Coincidence(new Span(20, 21), 2, List.of("a", "b"), "row 20"));
    assertThat(lanes.together().get(lanes.axis().first(new Span(65, 66)))).isEqualTo(3);
    assertThat(lanes.together().getFirst()).isZero();
  }

  /** Those that take part are not all abnormal at one time. */
  @Test
  void theNumberIsThatOfTheNames() {
    Lanes lanes =
        of(
                Digests.rows("a", 100, new int[] {10, 20, 90}),
                Digests.rows("b", 100, new int[] {15, 40, 80}),
                Digests.rows("c", 100, new int[] {30, 50, 70}))
            .lanes()
            .getFirst();
    assertThat(lanes.coincidences())
        .extracting(Coincidence::sentence)
        .containsExactly(
            "row 15 to row 20: 2 series at once, a, b", "row 30 to row 40: 2 series at once, b, c");
    Lanes more =
        of(
                Digests.rows("a", 100, new int[] {10, 20, 90}),
                Digests.rows("b", 100, new int[] {5, 60, 80}),
                Digests.rows("c", 100, new int[] {12, 50, 70}),
                Digests.rows("d", 100, new int[] {30, 55, 60}))
            .lanes()
            .getFirst();
    assertThat(more.coincidences().getFirst().sentence())
        .isEqualTo("row 10 to row 55: 4 series, at most 3 at once, a, b, c, d");
  }

  /** Hours and days on one axis: the last day is that of its point, not the last hour of it. */
  @Test
  void aStretchEndsAtItsLastPoint() {
    SeriesDigest days = judged("days", daily(20), 3, 6);
    SeriesDigest hours = judged("hours", dates(480, 0, null), 80, 300);
    Lanes lanes = of(days, hours).lanes().getFirst();
    assertThat(lanes.coincidences())
        .singleElement()
        .extracting(Coincidence::text)
        .isEqualTo("2024-03-04 08:00 to 2024-03-06 00:00");
    assertThat(lanes.axis().text(lanes.axis().last())).isEqualTo("2024-03-20 23:00");
    assertThat(of(days).lanes().getFirst().axis().last()).isEqualTo(daily(20).instant(19));
  }

  private static Timestamps daily(int days) {
    return new Timestamps(
        IntStream.range(0, days).mapToLong(i -> START + 24L * i * HOUR).toArray(), null);
  }

  /** The oracle counts the series that are abnormal, row by row. */
  @Test
  void coincidencesAreWhatCountingRowByRowFinds() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int points = 60;
      List<SeriesDigest> series = new ArrayList<>();
      int[] abnormal = new int[points + 2];
      for (int s = 0; s < 5; s++) {
        List<int[]> anomalies = new ArrayList<>();
        int from = 1 + random.nextInt(20);
        while (from < points) {
          int to = Math.min(points, from + random.nextInt(6));
          anomalies.add(new int[] {from, to, random.nextInt(100)});
          for (int row = from; row <= to; row++) {
            abnormal[row]++;
          }
          from = to + 2 + random.nextInt(25);
        }
        series.add(Digests.rows("s" + s, points, anomalies.toArray(int[][]::new)));
      }
      boolean[] found = new boolean[points + 2];
      for (Coincidence coincidence :
          Overview.of(series, List.of()).lanes().getFirst().coincidences()) {
        int from = (int) coincidence.time().from();
        int to = (int) coincidence.time().to();
        assertThat(coincidence.most())
            .isEqualTo(Arrays.stream(abnormal, from, to).max().orElseThrow());
        Arrays.fill(found, from, to, true);
      }
      for (int row = 0; row < found.length; row++) {
        assertThat(found[row]).isEqualTo(abnormal[row] >= 2);
      }
    }
  }

  @Test
  void kindsOfTimeStandApart() {
    Overview overview =
        of(
            Digests.rows("rows", 40, new int[] {3, 4, 90}),
            judged("dates", dates(40, 0, null), 5, 7),
            judged("seconds", elapsed(40, ElapsedTimes.Unit.SECOND), 5, 7),
            judged("minutes", elapsed(40, ElapsedTimes.Unit.MINUTE), 5, 7));
    assertThat(overview.lanes())
        .extracting(lanes -> lanes.axis().kind())
        .containsExactly(AxisKind.DATES, AxisKind.ELAPSED, AxisKind.ROWS);
    // One unit for both: 40 seconds are the beginning of 40 minutes.
    Lanes elapsed = overview.lanes().get(1);
    assertThat(elapsed.axis().span().to()).isCloseTo(40 * 60_000.0, within(1e-6));
    assertThat(elapsed.coincidences()).isEmpty();
  }

  @Test
  void clocksOfDifferentZonesMeetInUtc() {
    // 12:00 at +02:00 is 10:00 at +00:00.
    SeriesDigest east = judged("east", dates(48, 12, 7200), 0, 2);
    SeriesDigest west = judged("west", dates(48, 0, 0), 10, 12);
    Lanes lanes = of(east, west).lanes().getFirst();
    assertThat(lanes.axis().utc()).isTrue();
    assertThat(lanes.coincidences())
        .singleElement()
        .extracting(Coincidence::text)
        .isEqualTo("2024-03-01 10:00 to 2024-03-01 11:00");
    assertThat(of(east).lanes().getFirst().axis().utc()).isFalse();
    assertThat(of(east).lanes().getFirst().axis().text(lanes.axis().span().from() + 10 * 3_600_000))
        .isEqualTo("2024-03-01 12:00");
  }

  @Test
  void aGapIsNoData() {
    long[] micros = new long[240];
    Arrays.setAll(micros, i -> START + HOUR * (i < 120 ? i : i + 120));
    SeriesDigest gap = judged("gap", new Timestamps(micros, null, null), 5, 7);
    assertThat(gap.missing()).hasSize(1);
    List<Cell> cells = of(gap).lanes().getFirst().rows().getFirst().cells();
    // 360 hours in 60 cells of 6: points in the first 20 and in the last 20.
    assertThat(IntStream.range(0, 60).filter(i -> cells.get(i).content() == Content.NO_DATA))
        .containsExactlyElementsOf(IntStream.range(20, 40).boxed().toList());
  }

  @Test
  void aDigestSaysWhenAnomaliesAre() {
    SeriesDigest digest = judged("dates", dates(48, 0, null), 5, 7);
    assertThat(digest.anomalies())
        .containsExactly(
            new AbnormalTime(
                new Span(START / 1000.0 + 5 * 3_600_000.0, START / 1000.0 + 7 * 3_600_000.0),
                42,
                "2024-03-01 05:00 to 2024-03-01 06:00"));
    assertThat(digest.worst()).isEqualTo(42);
  }

  @Test
  void pointsOfOneTimeAndOfOneValueAreDrawnToo() {
    TimeSeries still =
        new TimeSeries("still", new Timestamps(new long[40], null, null), new double[40]);
    SeriesDigest digest = SeriesDigest.of("still", still, result(still, 3, 4));
    assertThat(digest.line().heights()).containsOnly(0.5);
    Lanes lanes = of(digest).lanes().getFirst();
    assertThat(lanes.rows().getFirst().cells())
        .singleElement()
        .extracting(Cell::severity)
        .isEqualTo(42.0);
  }

  @Test
  void theSummaryIsOneSentence() {
    List<FailedSeries> failed = List.of(new FailedSeries("bad", "It is empty."));
    assertThat(Overview.of(List.of(), List.of()).summary()).isEqualTo("No series.");
    assertThat(Overview.of(List.of(), failed).summary()).isEqualTo("No series could be judged.");
    assertThat(of(Digests.rows("a", 40)).summary()).isEqualTo("Nothing abnormal in 1 series.");
    SeriesDigest a = Digests.rows("a", 40, new int[] {3, 4, 50});
    SeriesDigest b = Digests.rows("b", 40, new int[] {4, 5, 50}, new int[] {9, 9, 1});
    assertThat(Overview.of(List.of(a, b, Digests.rows("c", 40)), failed).summary())
        .isEqualTo(
            "3 anomalies in 2 of 3 series; 1 time at which several are abnormal;"
                + " 1 series could not be judged.");
  }

  private static TimeAxis dates(int points, int firstHour, @Nullable Integer offset) {
    long[] micros = new long[points];
    Arrays.setAll(micros, i -> START + HOUR * (firstHour + i));
    if (offset == null) {
      return new Timestamps(micros, null, null);
    }
    int[] offsets = new int[points];
    Arrays.fill(offsets, offset);
    return new Timestamps(micros, offsets, null);
  }

  private static TimeAxis elapsed(int points, ElapsedTimes.Unit unit) {
    long[] micros = new long[points];
    Arrays.setAll(micros, i -> i * unit.micros());
    return new ElapsedTimes(micros, null, unit);
  }

  private static SeriesDigest judged(String name, TimeAxis times, int from, int to) {
    double[] values = new double[times.size()];
    Arrays.setAll(values, i -> i % 6);
    TimeSeries series = new TimeSeries(name, times, values);
    return SeriesDigest.of(name, series, result(series, from, to));
  }

  /** A result with one anomaly of severity 42. */
  private static DetectionResult result(TimeSeries series, int from, int to) {
    double[] zeros = new double[series.size()];
    ComponentScores components =
        new ComponentScores(
            series.values(),
            zeros,
            zeros,
            series.values(),
            zeros,
            new double[] {1},
            8,
            1,
            Applicability.of(series.values()));
    Anomaly anomaly = new Anomaly(new Segment(from, to), from, 42, 1, 0, 0, 0);
    return new DetectionResult(
        DetectionSettings.defaults(), components, zeros, 1, List.of(anomaly));
  }
}
