package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.series.Segment;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ZeroChancesTest {

  /** Too few points for more than one level. */
  private static final int ONE_LEVEL = 150;

  /** Counted by hand: of 146 others 3 are zero, one of them behind a zero. */
  @Test
  void zerosAreJudgedByAllOthers() {
    double[] values = new double[ONE_LEVEL];
    Arrays.fill(values, 7);
    for (int zero : new int[] {10, 60, 61, 100, 101, 102}) {
      values[zero] = 0;
    }
    ZeroChances chances = ZeroChances.of(values, new double[ONE_LEVEL]);
    // The point behind the stretch does not count either: it is told by what lies before it.
    double any = (3 + 1.0) / (146 + 2);
    // Behind the zeros at 10, 60 and 61 come one zero and two others.
    double behind = (1 + 2 * any) / (3 + 2);
    assertThat(chances.surprise(new Segment(100, 103)))
        .isCloseTo(-Math.log10(any * behind * behind), within(1e-12));
  }

  @Test
  void askingChangesNothing() {
    double[] values = counts(new Random(1), 1_000);
    ZeroChances chances = ZeroChances.of(values, usual(1_000));
    Segment zeros = new Segment(400, 412);
    double first = chances.surprise(zeros);
    chances.surprise(new Segment(0, 5));
    chances.surprise(new Segment(990, 1_000));
    assertThat(chances.surprise(zeros)).isEqualTo(first);
  }

  /** Where nobody comes at night, a night says nothing; the same zeros at noon do. */
  @Test
  void zerosAreAsLikelyAsAtTheirLevel() {
    int n = 2_400;
    double[] values = counts(new Random(2), n);
    Arrays.fill(values, 1_208, 1_216, 0);
    ZeroChances chances = ZeroChances.of(values, usual(n));
    assertThat(chances.surprise(new Segment(1_200, 1_208))).isLessThan(1);
    assertThat(chances.surprise(new Segment(1_208, 1_216))).isGreaterThan(8);
  }

  /** As quiet days and holidays do. */
  @Test
  void zerosThatBringOthersWithThemAreLessOfASurprise() {
    double[] alone = new double[ONE_LEVEL];
    Arrays.fill(alone, 7);
    double[] inRows = alone.clone();
    IntStream.range(0, 12).forEach(k -> alone[10 * k] = 0);
    IntStream.range(0, 12).forEach(k -> inRows[30 * (k / 4) + k % 4] = 0);
    Arrays.fill(alone, 140, 144, 0);
    Arrays.fill(inRows, 140, 144, 0);
    Segment zeros = new Segment(140, 144);
    double[] usual = new double[ONE_LEVEL];
    assertThat(ZeroChances.of(inRows, usual).surprise(zeros))
        .isLessThan(ZeroChances.of(alone, usual).surprise(zeros) - 1);
  }

  /** Eight hours in which nobody comes, then sixteen in which somebody does. */
  private static double[] usual(int n) {
    double[] usual = new double[n];
    Arrays.setAll(usual, i -> i % 24 < 8 ? 0 : 5);
    return usual;
  }

  private static double[] counts(Random random, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> i % 24 < 8 ? 0 : 1 + random.nextInt(9));
    return values;
  }
}
