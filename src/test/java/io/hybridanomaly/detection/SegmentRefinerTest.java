package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import org.junit.jupiter.api.Test;

class SegmentRefinerTest {

  private static final int N = 40;

  private final double[] values = new double[N];
  private final double[] pointwise = new double[N];
  private final ComponentScores components =
      new ComponentScores(
          Samples.even(values),
          new double[N],
          pointwise,
          new double[N],
          new double[N],
          new double[N],
          new double[N],
          new boolean[N],
          new double[N],
          new double[1],
          8,
          1,
          Applicability.of(values));

  @Test
  void aHullReachesFromTheFirstToTheLastPointOfAKind() {
    Segment stretch = new Segment(10, 20);
    assertThat(SegmentRefiner.hull(stretch, i -> i == 12 || i == 17 || i == 25))
        .isEqualTo(new Segment(12, 18));
    assertThat(SegmentRefiner.hull(stretch, i -> true)).isEqualTo(stretch);
    assertThat(SegmentRefiner.hull(stretch, i -> i == 9 || i == 20)).isEqualTo(stretch);
  }

  @Test
  void valuesFarFromTheExpectedOnesBoundAnAnomaly() {
    for (int i = 14; i < 24; i++) {
      pointwise[i] = 2;
    }
    values[18] = -5;
    values[20] = 5;
    values[22] = 4.9;
    values[28] = 100;
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 19))
        .isEqualTo(new Segment(18, 21));
  }

  @Test
  void neighboursThatAreOffBelongToAFarValue() {
    for (int i = 14; i < 24; i++) {
      pointwise[i] = 2;
      values[i] = 3;
    }
    values[16] = 2.9;
    values[18] = 5;
    values[21] = 2.9;
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 18))
        .isEqualTo(new Segment(17, 21));
    values[21] = 3;
    values[24] = 3;
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 18))
        .isEqualTo(new Segment(17, 24));
  }

  @Test
  void withoutAFarValueThoseThatAreOffBoundIt() {
    for (int i = 14; i < 24; i++) {
      pointwise[i] = 2;
    }
    values[16] = -3;
    values[20] = 4.9;
    values[24] = 4;
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 18))
        .isEqualTo(new Segment(16, 21));
  }

  @Test
  void withoutAValueThatIsOffTheSharpScoreBoundsIt() {
    pointwise[14] = 2;
    pointwise[19] = 7;
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 16))
        .isEqualTo(new Segment(14, 20));
  }

  @Test
  void whereNothingIsUnusualByItselfTheStretchStays() {
    pointwise[16] = 1.19;
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 16))
        .isEqualTo(new Segment(10, 30));
  }

  @Test
  void thePeakStaysInside() {
    pointwise[14] = 3;
    values[14] = 6;
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 17))
        .isEqualTo(new Segment(14, 18));
    assertThat(new SegmentRefiner(components, level -> 1).refine(new Segment(10, 30), 11))
        .isEqualTo(new Segment(11, 15));
  }

  /** Two errors of one run, thirty points apart. */
  @Test
  void aWindowWithoutAnythingOffPartsIt() {
    values[5] = 9;
    values[6] = 9;
    values[36] = -9;
    SegmentRefiner refiner = new SegmentRefiner(components, level -> 1);
    Segment all = new Segment(4, 38);
    assertThat(refiner.split(all, 24, point -> false, 6))
        .containsExactly(new Segment(4, 7), new Segment(36, 38));
    assertThat(refiner.split(all, 24, point -> false, 20)).as("the peak").containsExactly(all);
    assertThat(refiner.split(all, 30, point -> false, 6)).as("a long window").containsExactly(all);
    assertThat(refiner.split(all, 24, point -> point == 20, 6)).containsExactly(all);
    values[20] = 3;
    assertThat(refiner.split(all, 24, point -> false, 6)).as("one is off").containsExactly(all);
  }

  @Test
  void whatIsLongBesideItsGapsStaysWhole() {
    for (int i = 5; i < 20; i++) {
      values[i] = 9;
    }
    values[38] = 9;
    assertThat(
            new SegmentRefiner(components, level -> 1)
                .split(new Segment(5, 39), 10, point -> false, 38))
        .containsExactly(new Segment(5, 39));
  }
}
