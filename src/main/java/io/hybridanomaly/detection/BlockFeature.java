package io.hybridanomaly.detection;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;

/**
 * What is compared of the blocks of a series. {@link AutoregressiveNoise} takes a hundredth for the
 * least noise there is: in the units here that is .05 of the spread of the values, or a twentieth
 * more or less of height or roughness.
 */
enum BlockFeature {
  /** The mean, without the extremes. */
  LEVEL {
    @Override
    double of(double[] block) {
      double[] inner = Quantiles.of(block, LOW, HIGH);
      double mean =
          Arrays.stream(block).map(v -> Math.clamp(v, inner[0], inner[1])).average().orElse(0);
      return mean / UNIT;
    }
  },
  /** From the low values to the high ones, as a logarithm. */
  HEIGHT {
    @Override
    double of(double[] block) {
      return Math.log(Quantiles.distance(block, LOW, HIGH) + LEAST_HEIGHT) / UNIT;
    }
  },
  /** The median size of second differences, as a logarithm: noise, and not the rhythm. */
  ROUGHNESS {
    @Override
    double of(double[] block) {
      double[] bends = new double[block.length - 2];
      Arrays.setAll(bends, i -> Math.abs(block[i] - 2 * block[i + 1] + block[i + 2]));
      return Math.log(Quantiles.median(bends) + LEAST_ROUGHNESS) / UNIT;
    }
  };

  private static final double UNIT = 5;

  /** Less height or roughness is not told apart, in units of the spread of the values. */
  private static final double LEAST_HEIGHT = 0.02;

  private static final double LEAST_ROUGHNESS = 0.005;

  /** The inner part of a block, so that single readings have no say. */
  private static final double LOW = 0.05;

  private static final double HIGH = 0.95;

  /**
   * The feature of a block.
   *
   * @param block some values in units of their spread, at least three
   */
  abstract double of(double[] block);
}
