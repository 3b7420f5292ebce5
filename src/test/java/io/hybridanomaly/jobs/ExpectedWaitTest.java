package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expected figures are counted by hand: detections of 4 s on average, half done where they run. */
class ExpectedWaitTest {

  private static final List<Map<String, Double>> RECENT =
      List.of(Map.of("training", 1.0, "scoring", 2.0), Map.of("training", 5.0));

  @Test
  void theNextOneWaitsForHalfADetection() {
    assertThat(ExpectedWait.seconds(1, 1, RECENT)).hasValue(2);
    assertThat(ExpectedWait.seconds(3, 1, RECENT)).hasValue(10);
  }

  @Test
  void slotsShareTheQueue() {
    assertThat(ExpectedWait.seconds(3, 2, RECENT)).hasValue(5);
  }

  @Test
  void aQueueThatNobodyWorksOnYetIsCountedAsOneSlot() {
    assertThat(ExpectedWait.seconds(1, 0, RECENT)).hasValue(2);
  }

  @Test
  void withoutDetectionsBeforeNothingIsPromised() {
    assertThat(ExpectedWait.seconds(1, 1, List.of())).isEmpty();
  }
}
