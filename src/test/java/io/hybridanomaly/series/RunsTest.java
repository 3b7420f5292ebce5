package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RunsTest {

  @Test
  void findsEveryRun() {
    String text = "xx.x...xxx.x";
    Runs runs = Runs.of(text.length(), i -> text.charAt(i) == 'x');
    assertThat(runs.segments())
        .containsExactly(
            new Segment(0, 2), new Segment(3, 4), new Segment(7, 10), new Segment(11, 12));
    assertThat(Runs.of(0, i -> true).count()).isZero();
    assertThat(Runs.of(5, i -> true).segments()).containsExactly(new Segment(0, 5));
  }

  @Test
  void touchingAgreesWithItsSlowTwin() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      boolean[] a = new boolean[40];
      boolean[] b = new boolean[40];
      for (int i = 0; i < 40; i++) {
        a[i] = random.nextInt(3) == 0;
        b[i] = random.nextInt(1 + round % 6) == 0;
      }
      Runs runs = Runs.of(40, i -> a[i]);
      int touching = 0;
      for (Segment run : runs.segments()) {
        boolean touches = false;
        for (int i = run.from(); i < run.to(); i++) {
          touches |= b[i];
        }
        touching += touches ? 1 : 0;
      }
      assertThat(runs.touching(Runs.of(40, i -> b[i]))).isEqualTo(touching);
    }
  }

  @Test
  void nearnessCountsTheTolerance() {
    Runs runs = Runs.of(500, i -> i >= 200 && i < 210);
    assertThat(runs.isNear(100, 100)).isTrue();
    assertThat(runs.isNear(99, 100)).isFalse();
    assertThat(runs.isNear(309, 100)).isTrue();
    assertThat(runs.isNear(310, 100)).isFalse();
  }
}
