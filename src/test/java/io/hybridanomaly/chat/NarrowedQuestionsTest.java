package io.hybridanomaly.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.NumberText;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hourly week of {@link TestSubjects} from Monday 27 October 2014, with a dip on Tuesday and a
 * peak on Thursday at noon. The oracles are plain loops over its values.
 */
class NarrowedQuestionsTest {

  private static final Subject SUBJECT = TestSubjects.of("load.csv", "passengers", "");
  private static final double[] VALUES = SUBJECT.series().values();
  private static final LocalDateTime MONDAY = LocalDateTime.of(2014, 10, 27, 0, 0);

  private static String ask(String question) {
    return OfflineExplainer.answer(question, Optional.of(SUBJECT));
  }

  private static double[] where(IntPredicate holds) {
    return IntStream.range(0, VALUES.length).filter(holds).mapToDouble(i -> VALUES[i]).toArray();
  }

  private static IntPredicate on(DayOfWeek... days) {
    return i -> List.of(days).contains(MONDAY.plusHours(i).getDayOfWeek());
  }

  private static String text(double value) {
    return NumberText.calculated(value, NumberText.usualDigits(VALUES), Locale.ENGLISH);
  }

  private static double mean(double[] part) {
    return Arrays.stream(part).average().orElseThrow();
  }

  @Test
  void figuresOfWeekdaysAndWeekends() {
    double[] thursdays = where(on(DayOfWeek.THURSDAY));
    double[] weekend = where(on(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    assertThat(ask("What is the maximum on Thursdays?"))
        .isEqualTo(
            "The highest value of Thursdays of the whole series is **39,197**, at 2014-10-30 12:00, over 24 values.");
    assertThat(ask("sum on Thursdays")).contains("**%s**".formatted(text(sum(thursdays))));
    assertThat(ask("How many passengers on Thursdays?"))
        .startsWith("The sum of Thursdays")
        .contains("**%s**".formatted(text(sum(thursdays))));
    assertThat(ask("mean on weekends"))
        .contains("Saturdays and Sundays", "**%s**, over 48 values".formatted(text(mean(weekend))));
    assertThat(ask("minimum on weekdays")).contains("Mondays to Fridays", "**2,500**");
    assertThat(ask("How many values on Tuesdays are below 5000?"))
        .startsWith("**1 of 24 values** of Tuesdays");
  }

  private static double sum(double[] part) {
    return Arrays.stream(part).sum();
  }

  @Test
  void twoWeekdaysAreCompared() {
    double thursday = mean(where(on(DayOfWeek.THURSDAY)));
    double tuesday = mean(where(on(DayOfWeek.TUESDAY)));
    for (String question :
        List.of(
            "Is Thursday busier than Tuesday?",
            "Compare Thursdays and Tuesdays",
            "Are Thursdays higher than Tuesdays?")) {
      assertThat(ask(question))
          .startsWith(
              "The mean of Thursdays of the whole series is **%s**, %s ("
                  .formatted(text(thursday), text(thursday - tuesday)))
          .contains("above the **%s** of Tuesdays".formatted(text(tuesday)));
    }
    assertThat(ask("Which day of the week is cheapest?")).contains("is **Tuesday**");
  }

  @Test
  void anomaliesAreLeftOut() {
    double[] withoutPeak = where(i -> i < 82 || i > 86);
    assertThat(ask("mean without anomaly 1"))
        .isEqualTo(
            "The mean of the whole series, without anomaly 1 (5 points), is **%s**, over 163 values."
                .formatted(text(mean(withoutPeak))));
    double[] ordinary = where(i -> (i < 82 || i > 86) && (i < 29 || i > 31));
    assertThat(ask("What would the sum be excluding the anomalies?"))
        .contains("without 2 anomalies (8 points), is **%s**".formatted(text(sum(ordinary))));
    assertThat(ask("sum without anomaly 7")).startsWith("There is no anomaly 7");
    assertThat(ask("largest drop without anomaly 1")).startsWith("I can't answer");
  }

  @Test
  void daysAboveALimitAreCountedInThreeWays() {
    int sums = 0;
    int single = 0;
    for (int day = 0; day < 7; day++) {
      double[] part = Arrays.copyOfRange(VALUES, 24 * day, 24 * day + 24);
      sums += sum(part) > 350_000 ? 1 : 0;
      single += Arrays.stream(part).anyMatch(value -> value > 350_000) ? 1 : 0;
    }
    assertThat(ask("How many days had more than 350000 passengers?"))
        .contains("**%d of 7 days** have a sum above 350000".formatted(sums))
        .contains("**%d of 7 days** have a value above 350000".formatted(single));
    assertThat(ask("Which days had more than 380000 passengers?"))
        .contains("**1 of 7 days** has a sum above 380000: 2014-10-30");
  }

  @Test
  void sharesDeviationsAndEqualValues() {
    double mean = mean(VALUES);
    double squares = Arrays.stream(VALUES).map(v -> (v - mean) * (v - mean)).sum();
    long above = Arrays.stream(VALUES).filter(v -> v > 19_000).count();
    assertThat(ask("What is the standard deviation?"))
        .contains("is **%s**".formatted(text(Math.sqrt(squares / 167))));
    assertThat(ask("share above 19000"))
        .startsWith("**%s %%** of the values".formatted(Math.round(1_000.0 * above / 168) / 10.0))
        .contains(above + " of 168");
    assertThat(ask("how many values are 2500?")).startsWith("**1 of 168 hours**");
  }

  @Test
  void sumsOfWhatTheColumnCounts() {
    assertThat(ask("How many passengers between 2014-10-27 and 2014-10-28?"))
        .isEqualTo(
            "The sum of **passengers** from 2014-10-27 00:00 to 2014-10-28 23:00 is **%s**, over 48 values."
                .formatted(text(sum(Arrays.copyOf(VALUES, 48)))));
    assertThat(ask("passengers per day on average"))
        .startsWith(
            "Added up by day, **%s** on average, over 7 days".formatted(text(sum(VALUES) / 7)))
        .contains(text(mean(VALUES)));
  }

  @Test
  void theHighestFew() {
    List<Double> sorted = new ArrayList<>(Arrays.stream(VALUES).boxed().toList());
    sorted.sort(Collections.reverseOrder());
    assertThat(ask("Top 3 hours"))
        .startsWith("The 3 highest values of the whole series:\n\n- 2014-10-30 12:00: 39,197\n")
        .contains(": %s\n".formatted(text(sorted.get(1))));
    assertThat(ask("Which were the two busiest days?"))
        .startsWith(
            "The 2 days with the highest means of the whole series:\n\n- 2014-10-30: mean 16,008");
    assertThat(ask("the 2 lowest values")).contains("- 2014-10-28 06:00: 2,500");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How long did the anomaly last? | Anomaly 1 of 2 lasts **5 h**, 5 points: 2014-10-30 10:00",
        "How long did anomaly 2 last? | Anomaly 2 of 2 lasts **3 h**, 3 points: 2014-10-28 05:00",
        "How long was the outage on 28 October 2014? | Anomaly 2 of 2 lasts **3 h**",
        "How long is the longest anomaly? | Anomaly 1 of 2 lasts **5 h**",
        "What is the most severe anomaly on 28 October 2014? | 3 points, anomaly 2 of 2",
        "most severe anomaly on 29 October 2014 | Nothing is flagged from 2014-10-29",
        "What would sensitivity 10 flag? | At sensitivity 10, **",
        "Would a sensitivity of 3 still flag anomaly 1? | At sensitivity 3, **",
        "share of values of at least 39197 | are at least 39197: 1 of 168.",
        "What is flagged at sensitivity 12? | There is no sensitivity 12: it goes from 0 to 10",
        "how many values above 5 m? | “m” does not stand in the name of **passengers**",
        "value at 2014-10-30 12:00 higher than usual? | The value at 2014-10-30 12:00 is **39,197**, 24,197 (161 %) above the 15,000 expected there, and flagged",
        "How much was the price on 2014-10-30 at 12:00? | **39,197**",
        "How much was the price on 2014-10-30 at 12:00? | Not taken into account: “price”",
        "mean in Q4 2014 | The mean of the whole series is **",
        "mean in the first quarter of 2014 | There is no value for"
      })
  void lengthsLevelsAndTimes(String question, String part) {
    assertThat(ask(question)).contains(part);
  }

  @Test
  void aSeriesWithoutAnomaliesAndWithOneValueADay() {
    double[] values = IntStream.range(0, 60).mapToDouble(i -> 100 + i % 7).toArray();
    Optional<Subject> daily =
        Optional.of(TestSubjects.quiet("sales", MONDAY, Period.ofDays(1), values));
    assertThat(OfflineExplainer.answer("mean without the anomalies", daily))
        .startsWith("The mean of the whole series, in which nothing is flagged, is **102.9**");
    assertThat(OfflineExplainer.answer("average sales per day", daily))
        .isEqualTo("The series has one value a day: the mean of the whole series is **102.9**.");
    assertThat(OfflineExplainer.answer("How much revenue in November 2014?", daily))
        .startsWith("30 values from 2014-11-01 to 2014-11-30")
        .contains("Not taken into account: “revenue”.");
  }

  @Test
  void aLevelIsComparedWithThatOfTheBeginning() {
    double[] values =
        IntStream.range(0, 400).mapToDouble(i -> 100 + i % 7 + (i < 200 ? 0 : 30)).toArray();
    String answer =
        OfflineExplainer.answer(
            "Did the level change?",
            Optional.of(TestSubjects.quiet("v", MONDAY, Period.ofDays(1), values)));
    assertThat(answer)
        .contains("is **133**, 30 (29 %) above the **103** of the first quarter")
        .contains("the change is larger than that");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which weekdays have the highest mean?",
        "What is the trend of the mean?",
        "Top 3 outages",
        "top 5 days by median",
        "mean on holidays",
        "How many anomalies per day?",
        "How long did it take to recover?",
        "Is Thursday more variable than Tuesday?",
        "Is Thursday always busier than Tuesday?",
        "What share of the passengers is on weekends?",
        "Will sensitivity 7 be better?"
      })
  void whatIsNotUnderstoodIsNotAnsweredWithSomethingElse(String question) {
    assertThat(ask(question)).startsWith("I can't answer that from the data.");
  }
}
