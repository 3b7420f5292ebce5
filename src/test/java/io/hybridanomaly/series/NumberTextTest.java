package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle is the text of the file itself, or a number rounded by hand. */
class NumberTextTest {

  @ParameterizedTest
  @CsvSource({
    "0.7947, 0.7947",
    "0.1299, 0.1299",
    "1.3715, 1.3715",
    "-52.520008, -52.520008",
    "'1,234,567.89', 1234567.89",
    "0, 0",
    "101325, 101325"
  })
  void aValueReadsAsItStandsInTheFile(String text, String cell) {
    assertThat(NumberText.of(Double.parseDouble(cell)).replace(",", ""))
        .isEqualTo(text.replace(",", ""));
  }

  @ParameterizedTest
  @CsvSource({"1.2512345678901, 1.25", "151.23456789012, 151.2", "0.30000000000000004, 0.3"})
  void whatIsCalculatedHasAboutFourDigits(double value, String text) {
    assertThat(NumberText.of(value)).isEqualTo(text);
  }

  @Test
  void whatIsCalculatedFromFinerValuesIsAsFineAsTheyAre() {
    int digits = NumberText.usualDigits(1.1292, 1.1177, 1.12, 1.1196);
    assertThat(digits).isEqualTo(5);
    assertThat(NumberText.calculated(1.12162512345678, digits, Locale.ENGLISH)).isEqualTo("1.1216");
    assertThat(NumberText.calculated(0.00121625123456, digits, Locale.ENGLISH))
        .isEqualTo("0.0012163");
    // Exact, and yet calculated: 1,500 values with four places have a mean with seven.
    assertThat(NumberText.calculated(1.2610052, digits, Locale.ENGLISH)).isEqualTo("1.261");
    assertThat(NumberText.calculated(109_431.25, digits, Locale.ENGLISH)).isEqualTo("109,431.25");
    assertThat(NumberText.expected(0.79481234567891, 0.1299, Locale.GERMANY)).isEqualTo("0,7948");
  }

  @Test
  void calculatedValuesOfAFileCountAsSevenDigits() {
    assertThat(NumberText.usualDigits(1 / 3.0, 2 / 3.0)).isEqualTo(7);
    assertThat(NumberText.usualDigits()).isZero();
  }
}
