package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.evaluation.RunComparison.Kind;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

  private static final TimeAxis ROWS = new RowNumbers(IntStream.rangeClosed(1, 1_000).toArray());

  private static Anomaly p(int start, int end) {
    return Judged.anomaly(start, end);
  }

  private static List<Kind> kinds(List<Anomaly> first, List<Anomaly> second) {
    return RunComparison.of(ROWS, first, ROWS, second).changes().stream()
        .map(RunComparison.Change::kind)
        .toList();
  }

  @Test
  void tellsTheFourCasesApartInOrderOfTime() {
    List<Anomaly> first = List.of(p(10, 20), p(50, 60), p(90, 95));
    List<Anomaly> second = List.of(p(10, 20), p(55, 70), p(80, 85));
    assertThat(kinds(first, second))
        .containsExactly(Kind.SAME, Kind.MOVED, Kind.APPEARED, Kind.VANISHED);
    assertThat(RunComparison.of(ROWS, first, ROWS, second).count(Kind.MOVED)).isEqualTo(1);
  }

  @Test
  void aSplitAnomalyKeepsItsLargerPart() {
    RunComparison split =
        RunComparison.of(ROWS, List.of(p(10, 50)), ROWS, List.of(p(10, 15), p(20, 50)));
    assertThat(split.changes())
        .containsExactlyInAnyOrder(
            new RunComparison.Change(Kind.MOVED, p(10, 50), p(20, 50)),
            new RunComparison.Change(Kind.APPEARED, null, p(10, 15)));
  }

  @Test
  void mergedAnomaliesLeaveTheSmallerOneVanished() {
    assertThat(kinds(List.of(p(10, 15), p(20, 50)), List.of(p(10, 50))))
        .containsExactlyInAnyOrder(Kind.MOVED, Kind.VANISHED);
  }

  @Test
  void singlePointsMeet() {
    assertThat(kinds(List.of(p(7, 8)), List.of(p(7, 8)))).containsExactly(Kind.SAME);
    assertThat(kinds(List.of(p(7, 8)), List.of(p(8, 9))))
        .containsExactly(Kind.VANISHED, Kind.APPEARED);
    assertThat(kinds(List.of(), List.of())).isEmpty();
  }

  @Test
  void runsOfDifferentStepsAreMatchedByTime() {
    long hour = 3_600_000_000L;
    TimeAxis hours = new Timestamps(LongStream.range(0, 240).map(i -> i * hour).toArray(), null);
    TimeAxis days = new Timestamps(LongStream.range(0, 10).map(i -> 24 * i * hour).toArray(), null);
    RunComparison comparison =
        RunComparison.of(hours, List.of(p(40, 60), p(100, 110)), days, List.of(p(2, 3), p(6, 8)));
    assertThat(comparison.changes())
        .extracting(RunComparison.Change::kind)
        .containsExactly(Kind.MOVED, Kind.VANISHED, Kind.APPEARED);
  }

  /** Half hours around the end of summer time: points 6 and 7 bear the times of 4 and 5. */
  @Test
  void theHourThatAClockRepeatsIsTwo() {
    long half = 1_800_000_000L;
    long[] local = new long[12];
    int[] offsets = new int[12];
    for (int i = 0; i < 12; i++) {
      local[i] = (i < 6 ? i : i - 2) * half;
      offsets[i] = i < 6 ? 7200 : 3600;
    }
    TimeAxis times = new Timestamps(local, offsets);
    assertThat(RunComparison.of(times, List.of(p(4, 6)), times, List.of(p(6, 8))).changes())
        .extracting(RunComparison.Change::kind)
        .containsExactly(Kind.VANISHED, Kind.APPEARED);
    // From 2:30 summer time to 2:00 winter time: it ends before it begins by the clock.
    List<Anomaly> across = List.of(p(2, 4), p(5, 7), p(8, 9));
    assertThat(RunComparison.of(times, across, times, across).changes())
        .extracting(RunComparison.Change::kind)
        .containsOnly(Kind.SAME)
        .hasSize(3);
  }

  /** The naive twin counts who meets nobody: those must have vanished or appeared. */
  @Test
  void everyAnomalyIsInExactlyOneChange() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      List<Anomaly> first = anomalies(random);
      List<Anomaly> second = anomalies(random);
      RunComparison comparison = RunComparison.of(ROWS, first, ROWS, second);
      assertThat(comparison.changes().stream().filter(c -> c.first() != null).map(c -> c.first()))
          .containsExactlyInAnyOrderElementsOf(first);
      assertThat(comparison.changes().stream().filter(c -> c.second() != null).map(c -> c.second()))
          .containsExactlyInAnyOrderElementsOf(second);
      for (RunComparison.Change change : comparison.changes()) {
        Anomaly a = change.first();
        Anomaly b = change.second();
        if (a != null && b != null) {
          assertThat(a.segment().from() < b.segment().to() && b.segment().from() < a.segment().to())
              .isTrue();
        } else if (a != null && second.stream().noneMatch(o -> meets(a, o))) {
          assertThat(change.kind()).isEqualTo(Kind.VANISHED);
        } else if (b != null) {
          assertThat(change.kind()).isEqualTo(Kind.APPEARED);
        }
      }
    }
  }

  @Test
  void aRunComparedWithItselfIsTheSame() {
    List<Anomaly> anomalies = List.of(p(1, 2), p(5, 9), p(20, 30));
    assertThat(kinds(anomalies, anomalies)).containsExactly(Kind.SAME, Kind.SAME, Kind.SAME);
  }

  private static boolean meets(Anomaly a, Anomaly b) {
    return a.segment().overlaps(b.segment());
  }

  private static List<Anomaly> anomalies(Random random) {
    int[] cuts = random.ints(0, 200).distinct().limit(2L * random.nextInt(6)).toArray();
    Arrays.sort(cuts);
    List<Anomaly> anomalies = new ArrayList<>();
    for (int i = 0; i < cuts.length; i += 2) {
      anomalies.add(p(cuts[i], cuts[i + 1]));
    }
    return anomalies;
  }
}
