package io.hybridanomaly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NoticesTest {

  private Path folder;

  @BeforeEach
  void keepFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  private String file(String name, CharSequence text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  /** What a detection says on standard error. */
  private List<String> heard(String file, String... options) {
    Stream<String> fixed = Stream.of(file, "--report", folder + "/report.json");
    Detect call = Detect.call(Stream.concat(fixed, Stream.of(options)).toArray(String[]::new));
    assertThat(call.status()).isZero();
    return call.errors();
  }

  private JsonNode data() {
    return JsonMapper.shared().readTree(folder.resolve("report.json").toFile()).get("data");
  }

  private String sensors() throws IOException {
    StringBuilder text = new StringBuilder("time,inlet,outlet,pressure\n");
    LocalDateTime time = LocalDateTime.of(2025, 2, 1, 0, 0);
    for (int i = 0; i < 60; i++) {
      text.append("%s,%d,%d,%d\n".formatted(time.plusHours(i), i * 7 % 11, i % 5, i % 13));
    }
    return file("sensors.csv", text);
  }

  @Test
  void anUnsureGuessIsOneLineWithTheOtherColumnsAndTheOption() throws IOException {
    assertThat(heard(sensors()))
        .singleElement()
        .asString()
        .contains("sensors.csv: the value is “inlet”: the first of 3 columns of numbers")
        .contains("there are also outlet, pressure.", "--value COLUMN");
    JsonNode guess =
        data()
            .get("guesses")
            .valueStream()
            .filter(each -> each.get("subject").asString().equals("value"))
            .findFirst()
            .orElseThrow();
    assertThat(guess.get("certainty").asString()).isEqualTo("unsure");
    assertThat(guess.get("others").valueStream().map(JsonNode::asString))
        .containsExactly("outlet", "pressure");
  }

  @Test
  void aChosenColumnIsReadWithoutAWord() throws IOException {
    assertThat(heard(sensors(), "--value", "outlet")).isEmpty();
    assertThat(heard(folder + "/sensors.csv", "--value", "all")).isEmpty();
  }

  @Test
  void missingPointsAreOneLineAndAField() throws IOException {
    StringBuilder text = new StringBuilder("time,kwh\n");
    LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0);
    for (int i = 0; i < 400; i++) {
      // A week is missing from 2024-01-05, and an hour later on.
      if ((i < 96 || i >= 96 + 168) && i != 300) {
        text.append("%s,%d\n".formatted(time.plusHours(i), 10 + i % 24));
      }
    }
    assertThat(heard(file("meter.csv", text)))
        .singleElement()
        .asString()
        .contains(
            "meter.csv: 2 gaps (169 points missing), the longest from 2024-01-04 23:00:00 to"
                + " 2024-01-12 00:00:00.")
        .contains("--gaps");
    JsonNode gaps = data().get("gaps");
    assertThat(gaps.get("count").asInt()).isEqualTo(2);
    assertThat(gaps.get("points").asLong()).isEqualTo(169);
    assertThat(gaps.get("longest_after").asString()).isEqualTo("2024-01-04T23:00:00");
    assertThat(gaps.get("longest_until").asString()).isEqualTo("2024-01-12T00:00:00");
    assertThat(heard(folder + "/meter.csv", "--gaps", "fill-linear")).isEmpty();
    assertThat(data().has("gaps")).isFalse();
  }

  /** Weekends are no gaps; a holiday on a Monday is one, and its weekend is not counted. */
  @Test
  void daysOfTheWeekWithoutAnyPointAreNotMissing() throws IOException {
    StringBuilder full = new StringBuilder("date,close\n");
    StringBuilder holiday = new StringBuilder("date,close\n");
    for (int i = 0; i < 300; i++) {
      // From Monday on.
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(i);
      String row = "%s,%d%n".formatted(day, 100 + i * 7 % 13);
      if (i % 7 < 5) {
        full.append(row);
        holiday.append(i == 70 ? "" : row);
      }
    }
    assertThat(heard(file("full.csv", full))).noneMatch(line -> line.contains("gap"));
    assertThat(heard(file("holiday.csv", holiday)))
        .anyMatch(
            line ->
                line.contains(
                    "1 gap (1 point missing), from 2024-03-08 00:00:00 to 2024-03-12 00:00:00."));
  }

  /** Payments come when they come: the longest of their distances are no holes. */
  @Test
  void timesWithoutARhythmHaveNoGaps() throws IOException {
    StringBuilder text = new StringBuilder("time,amount\n");
    LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0);
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      time = time.plusSeconds(1 + (long) (-7 * 3600 * Math.log(1 - random.nextDouble())));
      text.append("%s,%d\n".formatted(time, 10 + i * 7 % 31));
    }
    assertThat(heard(file("payments.csv", text))).noneMatch(line -> line.contains("gap"));
    assertThat(data().get("sampling_step").asString()).startsWith("irregular, the median is ");
  }

  @Test
  void ofTheOnlyColumnOfNumbersNoOtherIsOffered() throws IOException {
    StringBuilder text = new StringBuilder("hour,id\n");
    for (int i = 0; i < 60; i++) {
      text.append("2024-01-01 %02d:%02d,%d\n".formatted(i / 10, i % 10 * 6, i * i % 17));
    }
    assertThat(heard(file("one.csv", text))).noneMatch(line -> line.contains("--value"));
  }

  @Test
  void gapsOfAnUnevenSeriesAreEstimated() throws IOException {
    StringBuilder text = new StringBuilder("time,value\n");
    LocalDateTime time = LocalDateTime.of(2024, 1, 1, 0, 0);
    for (int i = 0; i < 400; i++) {
      if (i < 96 || i >= 96 + 168) {
        text.append(
            "%s,%d\n"
                .formatted(time.plusHours(i).plusMinutes(i * 7 % 5).plusSeconds(i % 3), i % 9));
      }
    }
    heard(file("uneven.csv", text));
    assertThat(data().get("gaps").get("count").asInt()).isEqualTo(1);
    assertThat(data().get("gaps").get("points").asLong()).isBetween(167L, 169L);
  }

  @Test
  void aLedgerIsSentToTheLedgerCheckWithWhatCanBeSaid() throws IOException {
    StringBuilder text = new StringBuilder("date,amount,text\n");
    for (int i = 0; i < 120; i++) {
      int invoice = i < 4 ? i / 2 : i;
      text.append("2024-01-%02d,%d.25,INV-%d%n".formatted(1 + i / 10, 7 + invoice * 31, invoice));
    }
    assertThat(heard(file("ledger.csv", text)))
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("as in a ledger", "the course over time")
                    .contains("4 rows share their amount and their “text”")
                    .contains("Benford's law does not apply to the amounts"));
  }
}
