package io.hybridanomaly.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Series laid over each other. */
class OverlayTest {

  private static SeriesDigest digest(String name, double[] heights, AbnormalTime... anomalies) {
    double[] places = new double[heights.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    return new SeriesDigest(
        name,
        AxisKind.ROWS,
        new Span(0, heights.length),
        1,
        0,
        heights.length,
        List.of(anomalies),
        List.of(),
        new Sparkline(places, heights, 100, 200));
  }

  /** A wave of 0.1 below one spike, as a line in small has it: the spike is 1. */
  private static double[] spiky() {
    double[] heights = new double[100];
    for (int i = 0; i < heights.length; i++) {
      heights[i] = i == 50 ? 1 : 0.1 * (i % 10) / 9;
    }
    return heights;
  }

  @Test
  void aSpikeDoesNotFlattenItsSeriesAndIsAbnormal() {
    SeriesDigest spiky = digest("spiky", spiky(), new AbnormalTime(new Span(50, 51), 90, "row 50"));
    SeriesDigest calm = digest("calm", new double[] {0, 1, 0, 1});
    Overlay overlay =
        Overlay.of(Lanes.of(List.of(spiky, calm), 60), List.of("spiky", "calm", "gone"));
    assertThat(overlay.curves()).extracting(Overlay.Curve::name).containsExactly("spiky", "calm");
    Overlay.Curve curve = overlay.curves().getFirst();
    assertThat(curve.y()[50]).isBetween(0.95, 1.0);
    // Unscaled the wave would reach a tenth of the height.
    assertThat(curve.y()[9] - curve.y()[0]).isGreaterThan(0.5);
    assertThat(curve.values()[50]).isEqualTo(200);
    assertThat(curve.values()[9]).isEqualTo(110);
    assertThat(curve.scale().median()).isCloseTo(105, within(1.0));
    assertThat(curve.scale().high()).isCloseTo(110.9, within(1.0));
    assertThat(curve.scale().low()).isCloseTo(99.2, within(1.0));
    assertThat(curve.abnormal()[50]).isTrue();
    assertThat(curve.abnormal()[49]).isFalse();
    assertThat(curve.x()[50]).isCloseTo(0.5, within(1e-9));
    assertThat(overlay.curves().getLast().y()[0] + overlay.curves().getLast().y()[1])
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void aConstantSeriesLiesInTheMiddle() {
    SeriesDigest flat = digest("flat", new double[] {0.5, 0.5, 0.5});
    Overlay overlay = Overlay.of(Lanes.of(List.of(flat), 60), List.of("flat"));
    assertThat(overlay.curves().getFirst().y()).containsOnly(0.5);
  }
}
