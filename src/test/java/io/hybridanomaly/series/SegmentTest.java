package io.hybridanomaly.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentTest {

  /** Every pair of segments of a short series against counting points one by one. */
  @Test
  void setOperationsAgreeWithCountedPoints() {
    for (int code = 0; code < 7 * 7 * 7 * 7; code++) {
      int a = code % 7;
      int b = code / 7 % 7;
      int c = code / 49 % 7;
      int d = code / 343;
      if (a < b && c < d) {
        Segment one = new Segment(a, b);
        Segment two = new Segment(c, d);
        long both = points().filter(i -> one.contains(i) && two.contains(i)).count();
        long either = points().filter(i -> one.contains(i) || two.contains(i)).count();
        assertThat(one.overlap(two)).isEqualTo((int) both);
        assertThat(one.overlaps(two)).isEqualTo(both > 0);
        assertThat(one.iou(two)).isEqualTo((double) both / either);
        assertThat(one.contains(two)).isEqualTo(both == two.length());
        assertThat(one.union(two).contains(one)).isTrue();
        assertThat(one.union(two).contains(two)).isTrue();
        assertThat(one.union(two).length()).isEqualTo(Math.max(b, d) - Math.min(a, c));
      }
    }
  }

  private static IntStream points() {
    return IntStream.range(0, 7);
  }

  @Test
  void itEndsBeforeItsEnd() {
    Segment segment = new Segment(3, 5);
    assertThat(segment.length()).isEqualTo(2);
    assertThat(segment.last()).isEqualTo(4);
    assertThat(segment.contains(5)).isFalse();
  }

  @Test
  void wideningStopsAtTheEndsOfTheSeries() {
    assertThat(new Segment(3, 5).widened(2, 100)).isEqualTo(new Segment(1, 7));
    assertThat(new Segment(3, 5).widened(Integer.MAX_VALUE, 6)).isEqualTo(new Segment(0, 6));
  }

  @Test
  void aSegmentWithoutPointsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Segment(4, 4));
    assertThatIllegalArgumentException().isThrownBy(() -> new Segment(-1, 4));
  }
}
