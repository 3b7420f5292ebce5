package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.MissingStretch;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChartPointsTest {

  private static final int N = 1_000_000;

  private static List<Double> places(JsonNode data) {
    List<Double> places = new ArrayList<>();
    data.forEach(point -> places.add(point.get(0).asDouble()));
    return places;
  }

  @Test
  void aMillionPointsWithManyAnomaliesAndGapsStayBelowTheLimitAndKeepEverySpike() {
    Random random = new Random(4);
    double[] values = IntStream.range(0, N).mapToDouble(i -> random.nextDouble()).toArray();
    // 20,000 points apart, so that no two share a bucket.
    int[] spikes = IntStream.range(0, 50).map(i -> 20_000 * i + random.nextInt(9_000)).toArray();
    for (int spike : spikes) {
      values[spike] = 100 + spike;
    }
    // Every thousandth row is missing.
    int[] rows = IntStream.range(0, N).map(i -> i + 1 + i / 1_000).toArray();
    TimeAxis times = new RowNumbers(rows);
    List<Anomaly> anomalies =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    new Anomaly(
                        new Segment(400 * i, 400 * i + 3), 400 * i + 1, i / 20.0, 1, 0, 0, 0))
            .toList();
    ChartPoints points = new ChartPoints(times, MissingStretch.in(times));
    points.keep(anomalies);
    ChartLine line = ChartLine.line("x", values, ChartLine.Role.VALUE);
    for (Segment detail :
        List.of(new Segment(0, N), new Segment(500_000, 503_000), new Segment(10, 20))) {
      JsonNode data = points.json(line, detail);
      assertThat(data.size()).isLessThanOrEqualTo(ChartPoints.MOST_POINTS);
      assertThat(places(data)).isSorted();
      assertThat(places(data))
          .contains(IntStream.of(spikes).mapToObj(i -> (double) rows[i]).toArray(Double[]::new));
    }
    // What is looked at is there point by point.
    assertThat(places(points.json(line, new Segment(500_000, 502_000))))
        .contains(
            IntStream.range(500_000, 502_000)
                .mapToObj(i -> (double) rows[i])
                .toArray(Double[]::new));
  }

  @Test
  void noLineBridgesAMissingStretch() {
    TimeAxis times =
        new RowNumbers(
            new int[] {
              1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27
            });
    ChartPoints points = new ChartPoints(times, MissingStretch.in(times));
    double[] values = new double[times.size()];
    JsonNode data =
        points.json(
            ChartLine.line("x", values, ChartLine.Role.VALUE), new Segment(0, times.size()));
    assertThat(data.get(4).get(0).asDouble()).isEqualTo(6.5);
    assertThat(data.get(4).get(1).isNull()).isTrue();
    assertThat(data.size()).isEqualTo(times.size() + 1);
  }

  @Test
  void aBandHasAsManyNumbersInAMissingStretchAsElsewhere() {
    TimeAxis times = new RowNumbers(new int[] {1, 2, 3, 9, 10, 11, 12, 13, 14, 15, 16, 17});
    ChartPoints points = new ChartPoints(times, MissingStretch.in(times));
    ChartLine band =
        ChartLine.band("range", new double[times.size()], (i, value) -> -1, (i, value) -> 1);
    JsonNode data = points.json(band, new Segment(0, times.size()));
    // The browser takes two numbers for low and high: the place would become the lower end.
    assertThat(data.get(3).toString()).isEqualTo("[6.0,null,null]");
    assertThat(data).allSatisfy(point -> assertThat(point.size()).isEqualTo(3));
  }

  @Test
  void aBandReachesEquallyFarToBothSidesAndWhatIsHiddenIsNotSent() {
    TimeAxis times = new RowNumbers(new int[] {1, 2, 3});
    ChartPoints points = new ChartPoints(times, List.of());
    ChartLine band =
        ChartLine.band(
            "range",
            new double[] {5, 6, 7},
            (i, value) -> value - i - 1,
            (i, value) -> value + i + 1);
    assertThat(points.json(band, new Segment(0, 3)).toString())
        .isEqualTo("[[1.0,4.0,6.0],[2.0,4.0,8.0],[3.0,4.0,10.0]]");
    assertThat(points.json(band.visible(false), new Segment(0, 3)).isEmpty()).isTrue();
  }

  @Test
  void digitsThatNobodySeesAreNotSent() {
    TimeAxis times = new RowNumbers(new int[] {1, 2, 3});
    ChartPoints points = new ChartPoints(times, List.of());
    ChartLine wide = ChartLine.line("x", new double[] {0, 1 / 3.0, 200}, ChartLine.Role.VALUE);
    assertThat(points.json(wide, new Segment(0, 3)).toString())
        .isEqualTo("[[1.0,0.0],[2.0,0.3333],[3.0,200.0]]");
    ChartLine narrow = ChartLine.line("x", new double[] {1e-7, 2e-7 / 3, 0}, ChartLine.Role.VALUE);
    assertThat(points.json(narrow, new Segment(0, 3)).get(1).get(1).asDouble())
        .isCloseTo(2e-7 / 3, within(1e-13));
    ChartLine huge = ChartLine.line("x", new double[] {-1e300, 1e300, 5e299}, ChartLine.Role.VALUE);
    assertThat(points.json(huge, new Segment(0, 3)).get(0).get(1).asDouble()).isEqualTo(-1e300);
  }
}
