package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.importing.options.ImportOptions;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Daily values of 2024 from 1 January on whose dates are written in two orders. */
class OrderChangeTest {

  private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/yyyy");
  private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("M/d/yyyy");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private static List<String> doubts(String csv) throws Exception {
    return CsvImporter.read(TextSource.of(csv), ImportOptions.defaults())
        .summary()
        .doubts()
        .stream()
        .map(Doubt::sentence)
        .toList();
  }

  private static String days(int count, LocalDate change, DateTimeFormatter first) {
    StringBuilder csv = new StringBuilder("date,sales\n");
    DateTimeFormatter then = first.equals(DAY_FIRST) ? MONTH_FIRST : DAY_FIRST;
    for (int i = 0; i < count; i++) {
      LocalDate day = FIRST.plusDays(i);
      csv.append((day.isBefore(change) ? first : then).format(day));
      csv.append(',').append(100.5 + i % 7).append('\n');
    }
    return csv.toString();
  }

  @Test
  void theLineIsNamedOnWhichTheOrderChanges() throws Exception {
    // 1 July is the 183rd day; the header is the first line.
    assertThat(doubts(days(366, LocalDate.of(2024, 7, 1), DAY_FIRST)))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .startsWith(
                        "The order of the dates changes: up to line 183 the day stands first, from line 184 on the month.")
                    .contains("of the rows before that", "stand in wrong months"));
  }

  @Test
  void theOrderOfTheLongerPartIsTakenWhereverItStands() throws Exception {
    assertThat(doubts(days(366, LocalDate.of(2024, 10, 1), MONTH_FIRST)))
        .anySatisfy(
            sentence ->
                assertThat(sentence)
                    .contains("up to line 275 the month stands first, from line 276 on the day.")
                    .contains("of the rows after that"));
  }

  @Test
  void datesInAnyOrderAreToldAsMixed() throws Exception {
    StringBuilder csv = new StringBuilder("date,sales\n");
    for (int i = 0; i < 200; i++) {
      csv.append((i % 2 == 0 ? DAY_FIRST : MONTH_FIRST).format(FIRST.plusDays(i)));
      csv.append(',').append(100.5 + i % 7).append('\n');
    }
    assertThat(doubts(csv.toString()))
        .anySatisfy(sentence -> assertThat(sentence).contains("the order is mixed"));
  }

  @Test
  void oneOrderAndASlipOfThePenAreNoChange() throws Exception {
    assertThat(doubts(days(366, LocalDate.of(2026, 1, 1), DAY_FIRST)))
        .noneMatch(sentence -> sentence.contains("order"));
    assertThat(doubts(days(366, LocalDate.of(2024, 12, 31), DAY_FIRST)))
        .noneMatch(sentence -> sentence.contains("order"));
  }

  @Test
  void rowsThatWerePastedTwiceAreToldWithoutAsking() throws Exception {
    StringBuilder csv = new StringBuilder("date,v\n");
    for (int i = 0; i < 200; i++) {
      String row = "%s,%s%n".formatted(FIRST.plusDays(i), 30.5 + i * 37 % 101);
      csv.append(i >= 50 && i < 80 ? row + row : row);
    }
    assertThat(doubts(csv.toString()))
        .containsExactly(
            "30 rows have the time and the value of the row before, as if pasted twice; every row was kept.");
  }
}
