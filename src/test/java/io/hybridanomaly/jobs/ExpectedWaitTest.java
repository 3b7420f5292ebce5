package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.jobs.ExpectedWait.Ended;
import io.hybridanomaly.jobs.JobLine.Open;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected figures are counted by hand: half a second for each unit of cost. */
class ExpectedWaitTest {

  private static final List<Ended> RECENT = List.of(new Ended(10, 4), new Ended(30, 16));
  private static final DetectionSettings SETTINGS = DetectionSettings.defaults();

  private static Open waits(String id, double cost) {
    return new Open(id, JobState.QUEUED, cost);
  }

  private static Open runs(double left) {
    return new Open("running " + left, JobState.RUNNING, left);
  }

  @Test
  void theNextOneWaitsForWhatIsLeftOfTheFirstThatEnds() {
    JobLine line = new JobLine(List.of(waits("a", 10)), List.of(runs(30), runs(8)));
    assertThat(ExpectedWait.seconds("a", line, 2, RECENT)).hasValue(4);
  }

  @Test
  void aLongOneBeforeOneCountsAsLong() {
    JobLine line =
        new JobLine(List.of(waits("a", 1), waits("b", 100), waits("c", 1)), List.of(runs(2)));
    assertThat(ExpectedWait.seconds("b", line, 1, RECENT)).hasValue(1.5);
    assertThat(ExpectedWait.seconds("c", line, 1, RECENT)).hasValue(51.5);
  }

  @Test
  void slotsShareTheQueue() {
    JobLine line =
        new JobLine(
            List.of(waits("a", 10), waits("b", 10), waits("c", 1)), List.of(runs(2), runs(6)));
    // a begins at 2 and ends at 12, b begins at 6; the slot of a is the next one that is free.
    assertThat(ExpectedWait.seconds("c", line, 2, RECENT)).hasValue(6);
  }

  @Test
  void aFreeSlotIsWaitedForByNobody() {
    JobLine line = new JobLine(List.of(waits("a", 10)), List.of(runs(30)));
    assertThat(ExpectedWait.seconds("a", line, 2, RECENT)).hasValue(0);
  }

  @Test
  void whereNothingIsKnownNothingIsPromised() {
    JobLine line = new JobLine(List.of(waits("a", 10)), List.of());
    assertThat(ExpectedWait.seconds("a", line, 1, List.of())).isEmpty();
    assertThat(ExpectedWait.seconds("b", line, 1, RECENT)).isEmpty();
  }

  @Test
  void costGrowsWithEpochsAndWithPointsUpToALimit() {
    double usual = ExpectedWait.cost(1_000, SETTINGS);
    assertThat(ExpectedWait.cost(1_000, SETTINGS.withEpochs(40))).isGreaterThan(3 * usual);
    assertThat(ExpectedWait.cost(100_000, SETTINGS)).isGreaterThan(3 * usual);
    assertThat(ExpectedWait.cost(1_000_000, SETTINGS))
        .isEqualTo(ExpectedWait.cost(2_000_000, SETTINGS));
    DetectionSettings original = SETTINGS.withDetector(new DetectorKind.Original());
    assertThat(ExpectedWait.cost(20_000, original))
        .isCloseTo(2 * ExpectedWait.cost(10_000, original), within(1e-9));
  }
}
