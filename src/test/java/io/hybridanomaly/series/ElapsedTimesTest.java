package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ElapsedTimesTest {

  @Test
  void timesAreShownInTheUnitOfTheFile() {
    long[] micros = {0, 12_500_000, 90_000_000};
    assertThat(new ElapsedTimes(micros, null, ElapsedTimes.Unit.SECOND).text(1))
        .isEqualTo("12.5 s");
    assertThat(new ElapsedTimes(micros, null, ElapsedTimes.Unit.MINUTE).text(2))
        .isEqualTo("1.5 min");
    assertThat(new ElapsedTimes(micros, null, ElapsedTimes.Unit.HOUR).text(0)).isEqualTo("0 h");
  }

  @Test
  void nanosecondsCount() {
    ElapsedTimes times =
        new ElapsedTimes(new long[] {7806}, new short[] {185}, ElapsedTimes.Unit.SECOND);
    assertThat(times.text(0)).isEqualTo("0.007806185 s");
    assertThat(times.position(0)).isEqualTo(0.007806185);
  }

  @Test
  void nanosecondsMustFitTheTimes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ElapsedTimes(new long[2], new short[1], ElapsedTimes.Unit.SECOND));
  }
}
