package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people see at a glance is flagged, and nothing else, in whole detections with one epoch of
 * training. The series are made here; what was planted is the oracle.
 */
class ObviousAnomaliesTest {

  private static final DetectionSettings QUICK = DetectionSettings.defaults().withEpochs(1);

  /** An alarm so near to what was planted is no other one. */
  private static final int NEAR = 5;

  /**
   * A series with something abnormal.
   *
   * @param planted all of it
   * @param extra false alarms that are allowed where the kind is hard
   */
  private record Case(String name, double[] values, List<Segment> planted, int extra) {

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource({"singleValues", "severalValues", "stretches"})
  void isFlaggedAndNothingElse(Case obvious) throws Exception {
    List<Segment> found =
        Detectors.detect(
                Samples.even(obvious.values), QUICK, ProgressListener.NONE, Cancellation.NEVER)
            .anomalies()
            .stream()
            .map(Anomaly::segment)
            .toList();
    List<Segment> missed =
        obvious.planted.stream()
            .filter(planted -> found.stream().noneMatch(planted::overlaps))
            .toList();
    List<Segment> others =
        found.stream()
            .filter(alarm -> obvious.planted.stream().noneMatch(near(alarm)::overlaps))
            .toList();
    assertThat(missed).as("missed").isEmpty();
    assertThat(others).as("false alarms").hasSizeLessThanOrEqualTo(obvious.extra);
  }

  private static Segment near(Segment alarm) {
    return new Segment(Math.max(0, alarm.from() - NEAR), alarm.to() + NEAR);
  }

  static Stream<Case> singleValues() {
    List<Case> cases = new ArrayList<>();
    for (PlainSeries kind :
        List.of(PlainSeries.DAILY, PlainSeries.WEEKLY, PlainSeries.TREND, PlainSeries.MONTHLY)) {
      for (int n : new int[] {40, 60, 100, 200}) {
        double[] values = kind.of(n, n);
        int at = 2 * n / 3 - 3;
        values[at] *= 3;
        cases.add(new Case(n + " " + kind + ", one three times too high", values, at(at), 0));
      }
    }
    double[] dip = PlainSeries.PERIODS.of(60, 1);
    dip[41] = -60;
    cases.add(new Case("two periods, one deep dip", dip, at(41), 0));
    double[] month = PlainSeries.MONTHLY.of(96, 4);
    month[52] /= 10;
    cases.add(new Case("eight years of months, one ten times too low", month, at(52), 0));
    Random random = new Random(5);
    double[] demand = new double[730];
    Arrays.setAll(demand, i -> random.nextDouble() < 0.85 ? 0 : 1 + random.nextInt(6));
    demand[500] = 60;
    cases.add(new Case("demand of one day in seven, one ten times as high", demand, at(500), 0));
    double[] day = PlainSeries.SUMMERS.of(1_095, 1);
    day[700] = 0;
    cases.add(new Case("three years, one day at 0", day, at(700), 0));
    return cases.stream();
  }

  /** Two years of visits, which scatter by 6 % of their level, with holidays at 40 %. */
  private static Case holidays() {
    double[] week = {1.1, 1.12, 1.1, 1.08, 1, 0.7, 0.65};
    Random random = new Random(9);
    double[] values = new double[731];
    Arrays.setAll(
        values,
        i -> 5000 * (1 + 0.0004 * i) * week[i % 7] * Math.exp(0.06 * random.nextGaussian()));
    List<Segment> planted = new ArrayList<>();
    for (int holiday : new int[] {0, 121, 276, 359, 366, 486, 641, 724}) {
      values[holiday] *= 0.4;
      planted.add(new Segment(holiday, holiday + 1));
    }
    for (int day = 580; day < 583; day++) {
      values[day] *= 0.05;
    }
    planted.add(new Segment(580, 583));
    return new Case("two years of visits, holidays and an outage", values, planted, 0);
  }

  static Stream<Case> severalValues() {
    List<Case> cases = new ArrayList<>();
    cases.add(holidays());
    for (int spikes : new int[] {3, 20}) {
      double[] values = PlainSeries.NOISE.of(1_200, 2);
      int[] at = apart(spikes, 1_200, 8);
      for (int i : at) {
        values[i] = 12;
      }
      cases.add(new Case(spikes + " equal spikes", values, at(at), 0));
    }
    double[] few = PlainSeries.NOISE.of(40, 3);
    for (int i : new int[] {7, 19, 30}) {
      few[i] = 12;
    }
    cases.add(new Case("three equal spikes of 40 values", few, at(7, 19, 30), 0));
    double[] hours = PlainSeries.DAILY_RHYTHM.of(1_000, 3);
    int[] at = apart(10, 1_000, 5);
    for (int i : at) {
      hours[i] = 0;
    }
    cases.add(new Case("ten hours at 0 in a daily rhythm", hours, at(at), 0));
    double[] temperatures = PlainSeries.TEMPERATURES.of(120, 5);
    int[] gone = {11, 30, 47, 71, 72, 104};
    for (int i : gone) {
      temperatures[i] = -99;
    }
    cases.add(new Case("120 temperatures with six -99", temperatures, at(gone), 0));
    return cases.stream();
  }

  static Stream<Case> stretches() {
    double[] days = PlainSeries.SUMMERS.of(1_095, 2);
    days[540] *= 0.3;
    days[541] *= 0.3;
    double[] ramp = PlainSeries.RAMP.of(500, 0);
    Arrays.fill(ramp, 300, 311, 5);
    double[] stuck = PlainSeries.NOISE.of(1_000, 6);
    Arrays.fill(stuck, 600, 640, 0.4);
    double[] shift = PlainSeries.NOISE.of(1_000, 7);
    for (int i = 450; i < 480; i++) {
      shift[i] += 6;
    }
    double[] weeks = PlainSeries.NOISE.of(60, 8);
    double[] restless = PlainSeries.NOISE.of(100, 9);
    for (int i = 40; i < 48; i++) {
      weeks[i] -= 6;
      restless[i] += i % 2 == 0 ? 6 : -6;
    }
    Heart heart = Heart.of(80, 5, 2);
    return Stream.of(
        new Case("a heart with broad beats", heart.values(), heart.broadBeats(), 1),
        new Case("8 of 60 weeks on another level", weeks, List.of(new Segment(40, 48)), 0),
        new Case("8 of 100 values restless", restless, List.of(new Segment(40, 48)), 0),
        new Case("three years, two days at 30 %", days, List.of(new Segment(540, 542)), 1),
        new Case("a ramp with 11 values too low", ramp, List.of(new Segment(300, 311)), 0),
        new Case("noise with 40 equal values", stuck, List.of(new Segment(600, 640)), 0),
        new Case("a level where it does not belong", shift, List.of(new Segment(450, 480)), 0));
  }

  /** Single points. */
  private static List<Segment> at(int... points) {
    return IntStream.of(points).mapToObj(i -> new Segment(i, i + 1)).toList();
  }

  /** Random points, never neighbours. */
  private static int[] apart(int count, int n, long seed) {
    Random random = new Random(seed);
    List<Integer> all = new ArrayList<>();
    while (all.size() < count) {
      int next = random.nextInt(n);
      if (all.stream().noneMatch(i -> Math.abs(i - next) < 3)) {
        all.add(next);
      }
    }
    return all.stream().mapToInt(i -> i).sorted().toArray();
  }
}
