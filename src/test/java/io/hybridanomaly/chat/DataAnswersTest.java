package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Daily values of 2024 without the 5th to the 7th of June, stuck in a week of March. */
class DataAnswersTest {

  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

  private final Subject subject = TestSubjects.quiet(series());

  @ParameterizedTest
  @ValueSource(
      strings = {"Which day is missing?", "Are there gaps?", "How many values are missing?"})
  void namesWhatIsMissing(String question) {
    assertThat(ask(question))
        .isEqualTo(
            "Points are missing in 1 place in the series:\n\n- between 2024-06-04 and 2024-06-08, 4 days apart");
  }

  @Test
  void saysThatNothingIsMissingThere() {
    assertThat(ask("Is anything missing in March?"))
        .startsWith("No points are missing in 2024-03-01 to 2024-03-31");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is anything stuck?",
        "Was something stuck in March 2024?",
        "Where does the value stand still?",
        "Is the value constant somewhere?"
      })
  void namesWhatIsStuck(String question) {
    assertThat(ask(question))
        .startsWith("One value stands 5 times or more in a row in 1 place in ")
        .endsWith(":\n\n- 2024-03-11 to 2024-03-15: 42, 5 points");
  }

  @Test
  void saysThatNothingIsStuckThere() {
    assertThat(ask("Is anything stuck in July?"))
        .startsWith("Nothing is stuck in 2024-07-01 to 2024-07-31");
  }

  @ParameterizedTest
  @CsvSource({
    "what was the maximum from 12 to 16 march?, what was the maximum from 12 march to 16 march?",
    "mean 3rd – 5th of april 2024, mean 3 of april 2024 to 5 of april 2024",
    "march 12 to 16, march 12 to march 16",
    "from march 12 to 16 2024, from march 12 2024 to march 16 2024",
    "from march 12 to 16 april, from march 12 to 16 april",
    "mean between 14:00 and 14:30 on 2025-06-03, mean from 2025-06-03 14:00 to 2025-06-03 14:30",
    "on 2025-06-03 from 9:00 to 10:00, from 2025-06-03 9:00 to 2025-06-03 10:00",
    "12 and 16 march, 12 and 16 march",
    "rows 3 to 9, rows 3 to 9"
  })
  void bothEndsOfARangeBecomeWhole(String question, String whole) {
    assertThat(UnfoldedTimes.in(question)).isEqualTo(whole);
  }

  @Test
  void aRangeOfDaysIsAnswered() {
    assertThat(ask("What was the maximum from 11 to 15 March?")).contains("42");
    assertThat(ask("What was the mean from March 11 to 15?")).contains("42");
  }

  private String ask(String question) {
    return OfflineExplainer.answer(question, Optional.of(subject));
  }

  private static TimeSeries series() {
    int[] days = IntStream.range(0, 366).filter(day -> day < 156 || day > 158).toArray();
    Random random = new Random(1);
    double[] values = random.doubles(days.length, 100, 200).toArray();
    Arrays.fill(values, 70, 75, 42);
    long[] times =
        Arrays.stream(days)
            .mapToLong(day -> START.plusDays(day).toEpochSecond(ZoneOffset.UTC) * 1_000_000)
            .toArray();
    return new TimeSeries("visits", new Timestamps(times, null), values);
  }
}
