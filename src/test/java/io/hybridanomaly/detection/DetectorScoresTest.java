package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DetectorScoresTest {

  @Test
  void theMagnitudeIsTheErrorOrTheDistanceInItsUnits() {
    double[] error = {2, 2, 8, 2, 2};
    double[] raw = {5, 5, 5, 30, 5};
    // By hand: the usual distance, 5, counts as the usual error, 2.
    assertThat(DetectorScores.magnitude(error, raw, 4)).containsExactly(2, 2, 8, 12, 2);
  }

  @Test
  void magnitudesOfAnExactRhythmStaySmall() {
    double[] error = {1e-4, 1e-4, 1e-4};
    double[] raw = {1e-3, 1e-3, 0.03};
    // By hand: both usual values lie below .008, so that a distance counts by itself, as the root
    // of
    // the mean over the window's four points.
    assertThat(DetectorScores.magnitude(error, raw, 4))
        .containsExactly(new double[] {5e-4, 5e-4, 0.015}, within(1e-12));
  }
}
