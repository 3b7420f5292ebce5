package io.hybridanomaly.benford;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that digit analysis says about one stretch of a series, to be shown: only first and
 * first two digits take part in the detection. Takes less than a second for a million values.
 *
 * @param from first point of the stretch, from 0
 * @param to the point after its last
 * @param positives the digits of positive values: first, second, first two and last two
 * @param negatives the same of the negative values without their sign, with counts of 0 if there is
 *     none
 * @param simulated p-values of the positive values' first digits from simulated samples; empty
 *     without digits and for more than 20,000, where {@link DigitStatistics#pValue} is as good
 * @param amongOthers the p-value of the stretch against the other stretches of the series, which
 *     allows for dependent values, see {@link StretchSignificance}; empty if there are too few
 * @param mantissaArc of the positive values
 * @param sumInvariance of the positive values
 * @param duplication repeated numbers of any sign, at most ten named
 */
public record BenfordAudit(
    int from,
    int to,
    Map<Digits, DigitStatistics> positives,
    Map<Digits, DigitStatistics> negatives,
    Optional<SimulatedPValues> simulated,
    OptionalDouble amongOthers,
    MantissaArc mantissaArc,
    SumInvariance sumInvariance,
    NumberDuplication duplication) {

  /** With fewer digits no share is near its expectation, whatever the numbers. */
  public static final int FEWEST_DIGITS = 100;

  private static final int SAMPLES = 999;
  private static final int MOST_SIMULATED = 20_000;
  private static final int REPEATED_NAMED = 10;

  public BenfordAudit {
    positives = Map.copyOf(positives);
    negatives = Map.copyOf(negatives);
  }

  /**
   * Analyses a stretch; the same stretch always gives the same numbers.
   *
   * @param values [points], the whole series, finite; it says how its numbers are recorded and what
   *     the stretch is compared with
   * @param from first point of the stretch, from 0
   * @param to the point after its last
   * @throws IndexOutOfBoundsException if the stretch is not inside the series
   */
  public static BenfordAudit of(double[] values, int from, int to) {
    Objects.checkFromToIndex(from, to, values.length);
    double[] stretch = Arrays.copyOfRange(values, from, to);
    Map<Digits, DigitStatistics> positives = new EnumMap<>(Digits.class);
    Map<Digits, DigitStatistics> negatives = new EnumMap<>(Digits.class);
    for (Digits digits : Digits.values()) {
      positives.put(digits, DigitStatistics.of(digits, values, from, to));
      negatives.put(digits, DigitStatistics.ofNegatives(digits, values, from, to));
    }
    DigitStatistics first = DigitStatistics.of(Digits.FIRST, values, from, to);
    return new BenfordAudit(
        from,
        to,
        positives,
        negatives,
        first.n() == 0 || first.n() > MOST_SIMULATED
            ? Optional.empty()
            : Optional.of(SimulatedPValues.of(first, SAMPLES, 1)),
        StretchSignificance.pValue(values, from, to),
        MantissaArc.of(stretch),
        SumInvariance.of(stretch),
        NumberDuplication.of(stretch, REPEATED_NAMED));
  }

  /** One kind of digits of the positive values. */
  public DigitStatistics positives(Digits digits) {
    return Objects.requireNonNull(positives.get(digits));
  }

  /** One kind of digits of the negative values. */
  public DigitStatistics negatives(Digits digits) {
    return Objects.requireNonNull(negatives.get(digits));
  }

  /** Whether there are too few positive values to say anything about their digits. */
  public boolean isTooSmall() {
    return mantissaArc.n() < FEWEST_DIGITS;
  }
}
