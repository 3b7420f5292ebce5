package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.benford.Applicability;
import org.junit.jupiter.api.Test;

class SegmentRefinerTest {

  private static final int N = 40;

  private final double[] values = new double[N];
  private final double[] sharp = new double[N];
  private final ComponentScores components =
      new ComponentScores(
          values,
          new double[N],
          sharp,
          new double[N],
          new double[N],
          new double[N],
          new double[1],
          8,
          1,
          Applicability.of(values));

  @Test
  void aHullReachesFromTheFirstToTheLastPointOfAKind() {
    SegmentRefiner stretch = new SegmentRefiner(10, 20);
    assertThat(stretch.hull(i -> i == 12 || i == 17 || i == 25))
        .isEqualTo(new SegmentRefiner(12, 18));
    assertThat(stretch.hull(i -> true)).isEqualTo(stretch);
    assertThat(stretch.hull(i -> i == 9 || i == 20)).isEqualTo(stretch);
  }

  @Test
  void valuesFarFromTheExpectedOnesBoundAnAnomaly() {
    for (int i = 14; i < 24; i++) {
      sharp[i] = 2;
    }
    values[18] = -5;
    values[20] = 5;
    values[22] = 4.9;
    values[28] = 100;
    assertThat(new SegmentRefiner(10, 30).narrowed(19, components, 1))
        .isEqualTo(new SegmentRefiner(18, 21));
  }

  @Test
  void neighboursThatAreOffBelongToAFarValue() {
    for (int i = 14; i < 24; i++) {
      sharp[i] = 2;
      values[i] = 3;
    }
    values[16] = 2.9;
    values[18] = 5;
    values[21] = 2.9;
    assertThat(new SegmentRefiner(10, 30).narrowed(18, components, 1))
        .isEqualTo(new SegmentRefiner(17, 21));
    values[21] = 3;
    values[24] = 3;
    assertThat(new SegmentRefiner(10, 30).narrowed(18, components, 1))
        .isEqualTo(new SegmentRefiner(17, 24));
  }

  @Test
  void withoutAFarValueThoseThatAreOffBoundIt() {
    for (int i = 14; i < 24; i++) {
      sharp[i] = 2;
    }
    values[16] = -3;
    values[20] = 4.9;
    values[24] = 4;
    assertThat(new SegmentRefiner(10, 30).narrowed(18, components, 1))
        .isEqualTo(new SegmentRefiner(16, 21));
  }

  @Test
  void withoutAValueThatIsOffTheSharpScoreBoundsIt() {
    sharp[14] = 2;
    sharp[19] = 7;
    assertThat(new SegmentRefiner(10, 30).narrowed(16, components, 1))
        .isEqualTo(new SegmentRefiner(14, 20));
  }

  @Test
  void whereNothingIsUnusualByItselfTheStretchStays() {
    sharp[16] = 1.9;
    assertThat(new SegmentRefiner(10, 30).narrowed(16, components, 1))
        .isEqualTo(new SegmentRefiner(10, 30));
  }

  @Test
  void thePeakStaysInside() {
    sharp[14] = 3;
    values[14] = 6;
    assertThat(new SegmentRefiner(10, 30).narrowed(17, components, 1))
        .isEqualTo(new SegmentRefiner(14, 18));
    assertThat(new SegmentRefiner(10, 30).narrowed(11, components, 1))
        .isEqualTo(new SegmentRefiner(11, 15));
  }
}
