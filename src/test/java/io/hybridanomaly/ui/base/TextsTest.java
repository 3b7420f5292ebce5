package io.hybridanomaly.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.series.Timestamps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "10844|10,844",
        "1234.56|1,234.56",
        "123456.78|123,456.78",
        "1234.56789|1,234.56789",
        "1234.567891234|1,234.6",
        "123.456789012|123.5",
        "0.051234567891|0.05123",
        "-0.05|-0.05",
        "39.4321|39.4321",
        "39.432|39.432",
        "1e300|1.000e+300",
        "0.0000001|1.000e-07"
      })
  void valuesAreReadable(double value, String expected) {
    assertThat(Texts.value(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0,0.0 %", "0.0004999,< 0.1 %", "0.0005,0.1 %", "0.0123,1.2 %", "1,100.0 %"})
  void aLittleIsNotNothing(double share, String expected) {
    assertThat(Texts.finePercent(share)).isEqualTo(expected);
  }

  @Test
  void nounsFollowTheCount() {
    assertThat(Texts.count(1, "row")).isEqualTo("1 row");
    assertThat(Texts.count(10320, "row")).isEqualTo("10,320 rows");
  }

  @Test
  void timesLoseOnlyWhatIsZeroEverywhere() {
    long day = 86_400_000_000L;
    assertThat(new TimeText(new Timestamps(new long[] {0, day}, null)).of(1))
        .isEqualTo("1970-01-02");
    assertThat(new TimeText(new Timestamps(new long[] {0, 60_000_000}, null)).of(0))
        .isEqualTo("1970-01-01 00:00");
    assertThat(new TimeText(new Timestamps(new long[] {0, 1_000_000}, null)).of(1))
        .isEqualTo("1970-01-01 00:00:01");
    assertThat(new TimeText(new Timestamps(new long[] {0, 500_000}, null)).of(1))
        .isEqualTo("1970-01-01 00:00:00.5");
    assertThat(new TimeText(new RowNumbers(new int[] {1, 5})).of(1)).isEqualTo("row 5");
  }
}
