package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.Applicability;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SensitivityCurveTest {

  private static DetectionResult result() {
    Random random = new Random(3);
    int n = 3_000;
    double[] values = IntStream.range(0, n).mapToDouble(i -> random.nextDouble()).toArray();
    double[] reconstruction =
        IntStream.range(0, n).mapToDouble(i -> 2 * random.nextGaussian()).toArray();
    // Steps of height, so that each higher sensitivity has something more to flag.
    for (int step = 1; step <= 8; step++) {
      Arrays.fill(reconstruction, 300 * step, 300 * step + 20, 4.0 * step);
    }
    double[] benford = IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    double[] error = IntStream.range(0, n).mapToDouble(i -> Math.abs(reconstruction[i])).toArray();
    ComponentScores components =
        new ComponentScores(
            values,
            reconstruction,
            benford,
            values,
            error,
            new double[] {1},
            20,
            1,
            Applicability.of(values));
    return Thresholding.judge(DetectionSettings.defaults(), components);
  }

  @Test
  void saysWhatEachSettingAloneWouldFlag() {
    DetectionResult result = result();
    SensitivityCurve curve = SensitivityCurve.of(result);
    assertThat(curve.sensitivities()).hasSize(21).startsWith(0, 0.5).endsWith(10);
    for (int i = 0; i < 21; i++) {
      DetectionResult alone = result.withSensitivity(curve.sensitivities()[i]);
      assertThat(curve.anomalies()[i]).isEqualTo(alone.anomalies().size());
      int flagged = 0;
      for (boolean flag : alone.flags()) {
        flagged += flag ? 1 : 0;
      }
      assertThat(curve.shares()[i]).isEqualTo(flagged / 3_000.0);
    }
    assertThat(curve.shares()).isSorted();
    assertThat(curve.shares()[20]).isGreaterThan(curve.shares()[0]);
    assertThat(curve.nearest(5)).isEqualTo(10);
    assertThat(curve.nearest(9.9)).isEqualTo(20);
  }

  @Test
  void aWeightOfTheVisitorTakesThePlaceOfTheVerdict() {
    DetectionResult result = result();
    assertThat(result.benfordWeight()).isZero();
    DetectionResult weighted =
        result.judgedAs(result.settings().withBenfordWeight(OptionalDouble.of(0.5)));
    assertThat(weighted.benfordWeight()).isEqualTo(0.5);
    ComponentScores components = result.components();
    double[] fused = Fusion.fuse(weighted.settings(), components);
    for (int i = 0; i < 3_000; i++) {
      double digits = 2 * Math.log(1 + Math.max(0, components.benford()[i]));
      assertThat(fused[i]).isCloseTo(components.reconstruction()[i] + 0.5 * digits, within(1e-12));
    }
    assertThat(weighted.score())
        .isEqualTo(Fusion.rarities(weighted.settings(), components))
        .isNotEqualTo(result.score());
  }
}
