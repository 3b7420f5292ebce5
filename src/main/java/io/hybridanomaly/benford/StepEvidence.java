package io.hybridanomaly.benford;

import io.hybridanomaly.windowing.MovingAverage;
import io.hybridanomaly.windowing.OverlapAverage;
import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.Objects;

/**
 * Whether the steps between neighbouring values betray invented digits. In a smooth series, such as
 * a river's flow, the digits of a stretch follow from where the curve happens to be, and counting
 * them tells little. But numbers obey Benford's law because nothing in their course knows of a unit
 * (scale invariance): how large a relative step is does not depend on the leading digits that it
 * starts from. People who invent numbers begin with each digit about equally often; then the same
 * steps are stretched nearly fourfold (9 / ln 10) where a number begins with 1, and shrunk to two
 * fifths where it begins with 9.
 *
 * <p>For the step from a to b let n = |log₁₀ b − log₁₀ a|, and e the same with each number's
 * significand s, from 1 to 10, taken for a place on an even scale: its order of magnitude plus (s −
 * 1) / 9 instead of log₁₀ s. If digits are natural, log₁₀ n goes its own way; if they are evenly
 * invented, log₁₀ e does, and log₁₀ n falls as h = log₁₀(e / n) rises. With both less their usual
 * size nearby and σ the standard deviation of r = log₁₀ n, half of that effect against none has the
 * log-likelihood ratio Σ(−r·h/2 − h²/8) / σ²; half, because nobody knows how even the invented
 * digits are. The evidence of a window is the root of twice that ratio, which is about a standard
 * normal deviation, and 0 if natural digits are the better explanation.
 *
 * <p>Sources: Pinkham, "On the distribution of first significant digits", Annals of Mathematical
 * Statistics 32 (1961), doi:10.1214/aoms/1177704862 (scale invariance); Hill, "Random-number
 * guessing and the first digit phenomenon", Psychological Reports 62 (1988),
 * doi:10.2466/pr0.1988.62.3.967 (even first digits); Barndorff-Nielsen, "Inference on full or
 * partial parameters based on the standardized signed log likelihood ratio", Biometrika 73 (1986),
 * doi:10.1093/biomet/73.2.307 (the root). The test itself is this application's own.
 */
public final class StepEvidence {

  /** Steps in a series below which nothing is said. */
  private static final int FEWEST_STEPS = 100;

  /**
   * Steps around each over which the usual size is taken: regimes of large and small steps pass.
   */
  private static final int NEARBY = 60;

  /** The share of steps whose size is taken as it is; the others count as the largest of these. */
  private static final double USUAL_SHARE = 0.95;

  /** The share of the full effect of even digits that is tested for. */
  private static final double EFFECT = 0.5;

  /** What each step adds to twice the log-likelihood ratio: [points − 1]. */
  private final double[] gains;

  private StepEvidence(double[] gains) {
    this.gains = gains;
  }

  /**
   * Looks at all steps of a series. Steps from or to a number that is not positive and steps
   * between equal numbers are left out.
   *
   * @param values [points], finite; not changed
   */
  public static StepEvidence of(double[] values) {
    int steps = Math.max(0, values.length - 1);
    double[] size = new double[steps];
    double[] effect = new double[steps];
    double[] level = new double[steps];
    double[] usable = new double[steps];
    int count = 0;
    for (int i = 0; i < steps; i++) {
      if (values[i] > 0 && values[i + 1] > 0) {
        double from = Math.log10(values[i]);
        double to = Math.log10(values[i + 1]);
        double natural = Math.abs(to - from);
        double even = Math.abs(evenScale(to) - evenScale(from));
        if (natural > 0 && even > 0) {
          size[i] = Math.log10(natural);
          effect[i] = Math.log10(even / natural);
          level[i] = (from + to) / 2;
          usable[i] = 1;
          count++;
        }
      }
    }
    double[] gains = new double[steps];
    if (count >= FEWEST_STEPS) {
      takeOffLevel(size, level, usable);
      hold(size, usable, count);
      gains(centred(size, usable), centred(effect, usable), count, gains);
    }
    return new StepEvidence(gains);
  }

  /** Where a number stands if its significand grows evenly through each order of magnitude. */
  private static double evenScale(double logarithm) {
    double magnitude = Math.floor(logarithm);
    return magnitude + (Math.pow(10, logarithm - magnitude) - 1) / 9;
  }

  /**
   * Takes off the least-squares line of the size over the level: large numbers may move more or
   * less than small ones, and numbers rounded to a unit do.
   */
  private static void takeOffLevel(double[] size, double[] level, double[] usable) {
    double n = 0;
    double meanSize = 0;
    double meanLevel = 0;
    double moment = 0;
    double squares = 0;
    for (int i = 0; i < size.length; i++) {
      if (usable[i] > 0) {
        n++;
        double fromMean = level[i] - meanLevel;
        meanLevel += fromMean / n;
        meanSize += (size[i] - meanSize) / n;
        squares += fromMean * (level[i] - meanLevel);
        moment += fromMean * (size[i] - meanSize);
      }
    }
    double slope = squares > 0 ? moment / squares : 0;
    for (int i = 0; i < size.length; i++) {
      size[i] = usable[i] * (size[i] - meanSize - slope * (level[i] - meanLevel));
    }
  }

  /** Holds the most unusual sizes, so that single steps do not decide. */
  private static void hold(double[] size, double[] usable, int count) {
    double[] magnitudes = new double[count];
    for (int i = 0, k = 0; i < size.length; i++) {
      if (usable[i] > 0) {
        magnitudes[k++] = Math.abs(size[i]);
      }
    }
    double limit = Quantiles.quantile(magnitudes, USUAL_SHARE);
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.clamp(size[i], -limit, limit);
    }
  }

  /** Numbers less the mean of the usable ones nearby; 0 where not usable. */
  private static double[] centred(double[] numbers, double[] usable) {
    double[] sums = MovingAverage.of(numbers, NEARBY);
    double[] shares = MovingAverage.of(usable, NEARBY);
    double[] centred = new double[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      centred[i] = usable[i] > 0 ? numbers[i] - sums[i] / shares[i] : 0;
    }
    return centred;
  }

  private static void gains(double[] size, double[] effect, int count, double[] gains) {
    double variance = 0;
    for (double r : size) {
      variance += r * r / count;
    }
    for (int i = 0; i < gains.length && variance > 0; i++) {
      gains[i] = EFFECT * effect[i] * (-2 * size[i] - EFFECT * effect[i]) / variance;
    }
  }

  /**
   * The evidence that the digits of a stretch are evenly invented.
   *
   * @param from first point, from 0
   * @param to the point after its last
   * @return 0 or more; about a standard normal deviation if steps were independent, up to twice
   *     that since they are not
   * @throws IndexOutOfBoundsException if the stretch is not inside the series
   */
  public double of(int from, int to) {
    Objects.checkFromToIndex(from, to, gains.length + 1);
    double sum = 0;
    for (int i = from; i < to - 1; i++) {
      sum += gains[i];
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /**
   * The evidence around each point: the root of the mean over all windows of steps that cover the
   * step from it. The last point takes that of the step to it.
   *
   * @param window steps in a window, at least 1
   * @return [points], 0 or more; all 0 if the series has fewer steps than a window
   */
  double[] pointScores(int window) {
    int steps = gains.length;
    double[] scores = new double[steps + 1];
    if (steps < window) {
      return scores;
    }
    double[] sums = new double[steps - window + 1];
    double sum = Arrays.stream(gains, 0, window).sum();
    // Gains are bounded, so that adding and taking off leaves no rounding error of size behind.
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sum;
      sum += i + window < steps ? gains[i + window] - gains[i] : 0;
    }
    double[] means = OverlapAverage.of(sums, window, 1, steps);
    for (int i = 0; i <= steps; i++) {
      scores[i] = Math.sqrt(Math.max(0, means[Math.min(i, steps - 1)]));
    }
    return scores;
  }
}
