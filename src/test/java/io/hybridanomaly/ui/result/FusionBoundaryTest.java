package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.ui.result.FusionBoundary.Place;
import io.hybridanomaly.ui.result.FusionBoundary.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FusionBoundaryTest {

  private static final Plane PLANE = new Plane(-2, 8, -3, 6);
  private static final double THRESHOLD = 3;
  private static final double WEIGHT = 0.5;

  /** The definitions of the modes, written out once more. */
  private static double fused(FusionMode mode, double x, double y) {
    return switch (mode) {
      case CALIBRATED -> x + WEIGHT * y;
      case BOTH -> Math.min(x, y);
      case EITHER -> Math.max(x, y);
      case SUM -> x + y;
      case LSTM -> x;
      case BENFORD -> y;
    };
  }

  @ParameterizedTest
  @MethodSource("io.hybridanomaly.detection.DetectorKind#all")
  void everyPlaceOnTheLineHasTheThresholdAsItsScore(DetectorKind kind) {
    FusionMode mode = kind.fusion();
    List<Place> corners = FusionBoundary.of(mode, WEIGHT, THRESHOLD, PLANE);
    for (int i = 1; i < corners.size(); i++) {
      Place a = corners.get(i - 1);
      Place b = corners.get(i);
      for (double t = 0; t <= 1; t += 0.25) {
        double x = a.x() + t * (b.x() - a.x());
        double y = a.y() + t * (b.y() - a.y());
        assertThat(fused(mode, x, y)).isCloseTo(THRESHOLD, within(1e-12));
      }
    }
  }

  @Test
  void withoutWeightTheDigitsDoNotBendTheLine() {
    assertThat(FusionBoundary.of(FusionMode.CALIBRATED, 0, THRESHOLD, PLANE))
        .isEqualTo(FusionBoundary.of(FusionMode.LSTM, 1, THRESHOLD, PLANE));
  }
}
