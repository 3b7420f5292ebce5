package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobWatchTest {

  private static final double[] VALUES = {1, 2, 3};
  private static final JobTable.Row DONE =
      new JobTable.Row("job", JobState.DONE, false, null, null);

  private final List<JobEvent> events = new ArrayList<>();
  private final JobWatch watch =
      new JobWatch(Samples.even(VALUES), DetectionSettings.defaults(), events::add);

  private boolean look(Optional<byte[]> stored) {
    return watch.look(
        DONE,
        List.of(),
        place -> {
          throw new AssertionError("it does not wait");
        },
        id -> stored);
  }

  @Test
  void aResultOfAnotherVersionIsToldAsOne() {
    byte[] other = NumberBlock.encode(new double[] {StoredResult.VERSION - 1, 8, 2});
    assertThat(look(Optional.of(other))).isTrue();
    assertThat(events)
        .containsExactly(
            new JobEvent.Failed(
                "The server is another version now than when it made this result: press Detect to"
                    + " make it again."));
  }

  @Test
  void aResultThatIsGoneIsToldAsOne() {
    assertThat(look(Optional.empty())).isTrue();
    assertThat(events)
        .containsExactly(
            new JobEvent.Failed(
                "The result of this detection has been deleted: press Detect to make it again."));
  }
}
