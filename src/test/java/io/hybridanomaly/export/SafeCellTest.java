package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTest {

  @ParameterizedTest
  @ValueSource(strings = {"-5", "-1,234.50", "-1 234,5 %", "+7", "-5.", "-1e-3", "12", "text"})
  void whatIsNoFormulaStays(String cell) {
    assertThat(SafeCell.text(cell)).isEqualTo(cell);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "-1+1", "+49 30 1234", "@sum", " =1", "-"})
  void whatMayBeOneGetsAnApostrophe(String cell) {
    assertThat(SafeCell.text(cell)).isEqualTo("'" + cell);
  }

  /** A vector in a cell. */
  @Test
  void aCellMayHoldManyNumbers() {
    String many = "-0.25" + " 0.125".repeat(100_000);
    assertThat(SafeCell.text(many)).isEqualTo(many);
    assertThat(SafeCell.text(many + "x")).isEqualTo("'" + many + "x");
  }
}
