package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers and times as readers of other languages write them. */
class TimeTextTest {

  private static TimeText text(String time, String language) {
    long micros = LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
    return new TimeText(
        new Timestamps(new long[] {micros}, null, null, false), Locale.forLanguageTag(language));
  }

  /** Oracle: the short dates of the Common Locale Data Repository, with whole years. */
  @ParameterizedTest
  @CsvSource({
    "en-US,2014-07-01 12:30",
    "en-GB,2014-07-01 12:30",
    "de-DE,01.07.2014 12:30",
    "fr-FR,01/07/2014 12:30",
    "sv-SE,2014-07-01 12:30",
    "ja-JP,2014/07/01 12:30"
  })
  void datesFollowTheLanguage(String language, String expected) {
    assertThat(text("2014-07-01T12:30", language).of(0)).isEqualTo(expected);
  }

  @Test
  void timesThatAreZeroAndLongYearsStayAsTheyAre() {
    assertThat(text("2014-07-01T00:00", "de").of(0)).isEqualTo("01.07.2014");
    assertThat(text("+12014-07-01T12:30", "de").of(0)).isEqualTo("+12014-07-01 12:30:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "en-US;1,234.5;10,320 rows;= 0.034",
        "de-DE;1.234,5;10.320 rows;= 0,034",
        "fr-FR;1 234,5;10 320 rows;= 0,034",
      })
  void numbersHaveTheSeparatorsOfTheLanguage(String line) {
    String[] cells = line.split(";", -1);
    Locale locale = Locale.forLanguageTag(cells[0]);
    assertThat(NumberText.of(1234.5, locale)).isEqualTo(cells[1]);
    assertThat(NumberText.count(10_320, "row", locale)).isEqualTo(cells[2]);
    assertThat(NumberText.probability(0.034, locale)).isEqualTo(cells[3]);
  }

  @Test
  void whatIsNothingBesideAValueIsZero() {
    assertThat(NumberText.expected(0.00025, 60, Locale.ENGLISH)).isEqualTo("0");
    assertThat(NumberText.expected(0.00025, 0.004, Locale.ENGLISH)).isEqualTo("0.00025");
    assertThat(NumberText.expected(12.5, 0, Locale.GERMAN)).isEqualTo("12,5");
    assertThat(NumberText.expected(0, 0, Locale.ENGLISH)).isEqualTo("0");
  }

  @Test
  void datesInATextAreReplaced() {
    assertThat(TimeText.ordered("2024-03-09 08:00 to +12024-03-10", Locale.GERMAN))
        .isEqualTo("09.03.2024 08:00 to +12024-03-10");
  }

  @ParameterizedTest
  @CsvSource({
    "de, on 30.10.2014 12:00, on 2014-10-30 12:00",
    "de, from 1.7.2014 to 31.04.2014, from 2014-07-01 to 2014-04-31",
    "fr, 30/10/2014, 2014-10-30",
    "hu, 2014. 10. 30., 2014-10-30",
    "bg, 1.07.2014 г., 2014-07-01",
    "de, 1.7.20145 and 1.7.14, 1.7.20145 and 1.7.14",
    "en, 30/10/2014, 30/10/2014"
  })
  void datesInATextAreRead(String language, String text, String iso) {
    assertThat(TimeText.iso(text, Locale.forLanguageTag(language))).isEqualTo(iso);
  }
}
