package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MovementTest {

  private static final Segment AT = new Segment(400, 440);

  /** 0, 1, 0, 1 …: a deviation of a half, a change of 1. */
  @Test
  void measuresAnAnomalyAndTheStretchesLikeIt() {
    double[] values = alternating();
    for (int i = AT.from(); i < AT.to(); i++) {
      values[i] *= 6;
    }
    Movement movement = Movement.of(values, AT);
    assertThat(movement.deviation()).isCloseTo(3, within(1e-9));
    assertThat(movement.usualDeviation()).isCloseTo(0.5, within(1e-9));
    assertThat(movement.change()).isCloseTo(6, within(1e-9));
    assertThat(movement.usualChange()).isCloseTo(1, within(1e-9));
    assertThat(movement.isWild()).isTrue();
    assertThat(movement.isRough(40)).isTrue();
    assertThat(movement.isRough(8)).isFalse();
  }

  @Test
  void calmIsNotFlatAndSmoothIsNotCalm() {
    double[] half = alternating();
    Arrays.setAll(half, i -> AT.contains(i) ? half[i] / 2 : half[i]);
    assertThat(Movement.of(half, AT).isCalm()).isTrue();
    assertThat(Movement.of(half, AT).isFlat()).isFalse();
    double[] slow = alternating();
    Arrays.setAll(slow, i -> AT.contains(i) ? i / 2 % 2 : slow[i]);
    assertThat(Movement.of(slow, AT).isSmooth(40)).isTrue();
    assertThat(Movement.of(slow, AT).isCalm()).isFalse();
  }

  /** Nothing of the length of a stretch in the middle lies beside it. */
  @Test
  void aLongStretchIsComparedWithBothSides() {
    Segment middle = new Segment(300, 700);
    double[] values = alternating();
    Arrays.setAll(values, i -> middle.contains(i) ? values[i] / 2 : values[i]);
    Movement movement = Movement.of(values, middle);
    assertThat(movement.usualDeviation()).isCloseTo(0.5, within(1e-9));
    assertThat(movement.isCalm()).isTrue();
  }

  @Test
  void theLargestNumbersHaveFiniteChanges() {
    double[] values = new double[100];
    Arrays.setAll(values, i -> (i % 2 == 0 ? 0.4 : -0.4) * Double.MAX_VALUE);
    assertThat(Movement.of(values, new Segment(10, 30)).change()).isFinite();
  }

  @Test
  void withoutOtherStretchesNothingIsUsual() {
    Movement whole = Movement.of(alternating(), new Segment(0, 1_000));
    assertThat(whole.usualDeviation()).isZero();
    assertThat(whole.usualChange()).isZero();
    assertThat(whole.isFlat() || whole.isCalm() || whole.isWild()).isFalse();
    assertThat(whole.isRough(1_000) || whole.isSmooth(1_000)).isFalse();
    assertThat(Movement.of(alternating(), new Segment(3, 4)).change()).isZero();
  }

  private static double[] alternating() {
    double[] values = new double[1_000];
    Arrays.setAll(values, i -> i % 2);
    return values;
  }
}
