package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.chat.DataTools.Outcome;
import io.hybridanomaly.series.Segment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataToolsTest {

  private static final Map<String, Object> PEAK_DAY =
      Map.of("from", "2014-10-30", "to", "2014-10-30");

  private final DataTools functions =
      new DataTools(Optional.of(TestSubjects.selected()), Detail.VALUES);

  private static Object at(Map<?, ?> map, String key) {
    Object value = map.get(key);
    assertThat(value).as(key).isNotNull();
    return value == null ? "" : value;
  }

  @Test
  void anomaliesAreListedInOrderOfTime() {
    Map<String, Object> response = functions.call("list_anomalies", Map.of()).response();
    List<?> anomalies = (List<?>) at(response, "anomalies");
    assertThat(anomalies).hasSize(2);
    assertThat(at((Map<?, ?>) anomalies.getFirst(), "peak_time")).isEqualTo("2014-10-28T06:00:00");
    List<?> below = (List<?>) at(response, "below_the_threshold");
    assertThat(below).hasSameSizeAs(TestSubjects.selected().result().candidates());
  }

  @Test
  void valuesComeWithTheirStatistics() {
    Map<String, Object> response = functions.call("get_values", PEAK_DAY).response();
    assertThat((List<?>) at(response, "rows")).hasSize(24);
    assertThat(at((Map<?, ?>) at(response, "statistics"), "maximum")).isEqualTo(39_197.0);
  }

  @Test
  void longStretchesAreThinnedOut() {
    Map<String, Object> all = Map.of("from", "2014", "to", "2015");
    // 168 points stay; the limit is 200.
    assertThat((List<?>) at(functions.call("get_values", all).response(), "rows")).hasSize(168);
  }

  @Test
  void twoStretchesAreCompared() {
    Map<String, Object> response =
        functions
            .call(
                "compare_ranges",
                Map.of(
                    "from", "2014-10-30",
                    "to", "2014-10-30",
                    "other_from", "2014-10-29",
                    "other_to", "2014-10-29"))
            .response();
    assertThat(at((Map<?, ?>) at(response, "first"), "maximum")).isEqualTo(39_197.0);
    assertThat(at((Map<?, ?>) at(response, "second"), "maximum")).isEqualTo(20_000.0);
  }

  /** Oracle: a plain loop over the values of that day. */
  @Test
  void valuesBelowAndAboveALimitAreCounted() {
    double[] values = TestSubjects.selected().series().values();
    int below = 0;
    for (int i = 72; i < 96; i++) {
      below += values[i] < 15_000 ? 1 : 0;
    }
    Map<String, Object> response =
        functions
            .call("count_values", Map.of("from", "2014-10-30", "to", "2014-10-30", "limit", 15_000))
            .response();
    assertThat(at(response, "below")).isEqualTo(below);
    assertThat(at(response, "count")).isEqualTo(24);
  }

  /** Oracle: the sum of the day from Python's formula, 360,000, without its peak. */
  @Test
  void meansByWeekdayAreOneOfEach() {
    Map<String, Object> response =
        functions
            .call("means_by", Map.of("from", "2014-10-27", "to", "2014-11-02", "by", "weekday"))
            .response();
    List<?> means = (List<?>) at(response, "means");
    assertThat(means).hasSize(7);
    assertThat(at((Map<?, ?>) means.getFirst(), "weekday")).isEqualTo("Monday");
    assertThat(at((Map<?, ?>) means.getFirst(), "mean")).isEqualTo(15_000.0);
    assertThat(
            functions
                .call("means_by", Map.of("from", "2014", "to", "2015", "by", "moon"))
                .response())
        .containsKey("error");
  }

  @Test
  void digitsOfAStretchAreCounted() {
    Map<String, Object> response = functions.call("digit_statistics", PEAK_DAY).response();
    assertThat(at(response, "values_counted")).isEqualTo(24);
  }

  @Test
  void actionsAreForThePage() {
    Outcome zoom = functions.call("zoom_to", PEAK_DAY);
    assertThat(zoom.action())
        .contains(new PageAction.ZoomTo(72, 96, "2014-10-30 00:00 to 2014-10-30 23:00"));
    Outcome select = functions.call("select_anomaly", Map.of("number", 1.0));
    assertThat(select.action())
        .contains(
            new PageAction.SelectAnomaly(TestSubjects.selected().result().ranked().getFirst(), 1));
    Outcome judged = functions.call("try_sensitivity", Map.of("sensitivity", 7));
    assertThat(judged.action()).contains(new PageAction.TrySensitivity(7));
    assertThat(judged.response()).containsKeys("anomalies_before", "anomalies_now");
  }

  @ParameterizedTest
  @CsvSource({
    "select_anomaly,number,3",
    "select_anomaly,number,x",
    "try_sensitivity,sensitivity,11",
    "try_sensitivity,sensitivity,NaN",
    "zoom_to,from,2014-10-30",
    "delete_all,x,y"
  })
  void aWrongCallIsAnsweredInASentence(String function, String parameter, String value) {
    Outcome outcome = functions.call(function, Map.of(parameter, value));
    assertThat(at(outcome.response(), "error").toString()).endsWith(".");
    assertThat(outcome.action()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"get_values", "count_values", "means_by"})
  void aSummaryOffersNoValues(String function) {
    DataTools summary = new DataTools(Optional.of(TestSubjects.selected()), Detail.SUMMARY);
    assertThat(summary.offered()).extracting(DataTool::id).doesNotContain(function);
    assertThat(summary.call(function, PEAK_DAY).response()).containsKey("error");
    Map<String, Object> similar = summary.call("nearest_similar", PEAK_DAY).response();
    assertThat(similar.toString()).doesNotContain("39197", "minimum", "median=");
  }

  @Test
  void withoutAResultThereIsNothingToCall() {
    DataTools none = new DataTools(Optional.empty(), Detail.VALUES);
    assertThat(none.offered()).isEmpty();
    assertThat(none.call("list_anomalies", Map.of()).response()).containsKey("error");
  }

  @Test
  void theNearestShapeIsThatOfTheSlowTwin() {
    SplittableRandom random = new SplittableRandom(7);
    double[] values = random.doubles(400, 0, 10).toArray();
    for (int i = 0; i < 20; i++) {
      values[300 + i] = values[50 + i] + 100 + 0.1 * random.nextDouble();
    }
    Segment wanted = new Segment(50, 70);
    SimilarStretch found = SimilarStretch.find(values, wanted);
    assertThat(found.stretch()).isEqualTo(new Segment(300, 320));
    double best = Double.POSITIVE_INFINITY;
    for (int start = 0; start + 20 <= values.length; start++) {
      if (start + 20 <= 50 || start >= 70) {
        best = Math.min(best, naiveDistance(values, start, 50, 20));
      }
    }
    assertThat(found.distance()).isCloseTo(best, org.assertj.core.data.Offset.offset(1e-9));
  }

  private static double naiveDistance(double[] values, int one, int other, int length) {
    double difference = 0;
    for (int k = 0; k < length; k++) {
      difference += (values[one + k] - values[other + k]) / length;
    }
    double sum = 0;
    for (int k = 0; k < length; k++) {
      sum += Math.pow(values[one + k] - values[other + k] - difference, 2) / length;
    }
    return Math.sqrt(sum);
  }

  @Test
  void longStretchesAreFoundByTheirParts() {
    double[] values = new double[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.sin(i / 300.0) + i * 1e-6;
    }
    for (int i = 0; i < 1_000; i++) {
      values[12_000 + i] = values[2_000 + i] + 3;
    }
    SimilarStretch found = SimilarStretch.find(values, new Segment(2_000, 3_000));
    assertThat(found.stretch().from()).isBetween(11_990, 12_010);
  }
}
