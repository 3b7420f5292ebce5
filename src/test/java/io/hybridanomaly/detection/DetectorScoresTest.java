package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DetectorScoresTest {

  private static final int WINDOW = 3;

  /** Windows start at 0 to 4. */
  private static final float[] SERIES = {10, 10, 10, 10, 10, 10, 10};

  private final Windows windows = Windows.over(SERIES.length, WINDOW, new SplittableRandom(1));

  @Test
  void theExpectedValueIsTheMeanOfTheReconstructionsIfAllWindowsAreAlike() {
    float[] residuals = new float[5 * WINDOW];
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = i % 2 == 0 ? 1 : -1;
    }
    double[] error = {1, 1, 1, 1, 1};
    double[] expected = DetectorScores.reconstructed(SERIES, windows, residuals, error);
    // By hand: the residuals of window k at its points are (-1)^k times 1, -1, 1, so that all on
    // one point are the same.
    assertThat(expected).containsExactly(9, 11, 9, 11, 9, 11, 9);
  }

  @Test
  void aSpoiledWindowSaysLittleAboutItsNormalPoints() {
    double[] error = {1, 1, 4, 1, 1};
    float[] residuals = new float[5 * WINDOW];
    Arrays.fill(residuals, 2 * WINDOW, 3 * WINDOW, 4);
    double[] expected = DetectorScores.reconstructed(SERIES, windows, residuals, error);
    // By hand: window 2 has a sixteenth of the weight of the others, says 6 where they say 10, and
    // shares the points 2, 3 and 4 with two of them each.
    double shared = 10 - 4 / 16.0 / (2 + 1 / 16.0);
    assertThat(expected)
        .containsExactly(new double[] {10, 10, shared, shared, shared, 10, 10}, within(1e-12));
  }

  @Test
  void windowsBetterThanUsualDoNotDecideAlone() {
    double[] error = {1e-9, 1, 1, 1, 1};
    float[] residuals = new float[5 * WINDOW];
    Arrays.fill(residuals, WINDOW, 5 * WINDOW, 3);
    double[] expected = DetectorScores.reconstructed(SERIES, windows, residuals, error);
    assertThat(expected[1]).isEqualTo((10 + 7) / 2.0, within(1e-12));
  }

  @Test
  void windowsWithoutAnyErrorAreAveragedAlike() {
    double[] error = {0, 0, 0, 0, 1};
    float[] residuals = new float[5 * WINDOW];
    assertThat(DetectorScores.reconstructed(SERIES, windows, residuals, error)).containsOnly(10);
  }

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
