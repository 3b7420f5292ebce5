package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainDecimalTest {

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "0, 0",
    "-0.0, -0",
    "0.05, 0.05",
    "-730.5, -730.5",
    "1e-5, 0.00001",
    "1e7, 10000000",
    "9007199254740993, 9007199254740992",
    "1.5e22, 15000000000000000000000",
  })
  void writesPlainDecimals(double value, String expected) {
    assertThat(PlainDecimal.format(value)).isEqualTo(expected);
  }

  /** The oracle is Double.parseDouble, the specification of reading a double. */
  @Test
  void readsBackToTheSameDouble() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = PlainDecimal.format(value);
        assertThat(text).doesNotContain("E");
        assertThat(Double.parseDouble(text)).isEqualTo(value);
      }
    }
  }
}
