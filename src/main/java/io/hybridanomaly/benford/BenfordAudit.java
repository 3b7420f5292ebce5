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
 * @param signs which values are counted
 * @param statistics their digits: first, second, first two and last two
 * @param simulated p-values of their first digits from simulated samples; empty without digits and
 *     for more than 20,000, where {@link DigitStatistics#pValue} is as good
 * @param amongOthers the p-value of the stretch against the other stretches of the series, which
 *     allows for dependent values, see {@link StretchSignificance}; empty if there are too few
 * @param mantissaArc of the values counted
 * @param sumInvariance of the values counted
 * @param duplication repeated numbers of any sign, at most ten named
 */
public record BenfordAudit(
    int from,
    int to,
    Signs signs,
    Map<Digits, DigitStatistics> statistics,
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
    statistics = Map.copyOf(statistics);
  }

  /**
   * Analyses a stretch; the same stretch always gives the same numbers.
   *
   * @param values [points], the whole series, finite; it says how its numbers are recorded and what
   *     the stretch is compared with
   * @param from first point of the stretch, from 0
   * @param to the point after its last
   * @param signs which values are counted
   * @throws IndexOutOfBoundsException if the stretch is not inside the series
   */
  public static BenfordAudit of(double[] values, int from, int to, Signs signs) {
    Objects.checkFromToIndex(from, to, values.length);
    double[] counted = signs.counted(values);
    double[] stretch = Arrays.copyOfRange(counted, from, to);
    Map<Digits, DigitStatistics> statistics = new EnumMap<>(Digits.class);
    for (Digits digits : Digits.values()) {
      statistics.put(digits, DigitStatistics.of(digits, counted, from, to));
    }
    DigitStatistics first = DigitStatistics.of(Digits.FIRST, counted, from, to);
    return new BenfordAudit(
        from,
        to,
        signs,
        statistics,
        first.n() == 0 || first.n() > MOST_SIMULATED
            ? Optional.empty()
            : Optional.of(SimulatedPValues.of(first, SAMPLES, 1)),
        StretchSignificance.pValue(counted, from, to),
        MantissaArc.of(stretch),
        SumInvariance.of(stretch),
        NumberDuplication.of(Arrays.copyOfRange(values, from, to), REPEATED_NAMED));
  }

  /** One kind of digits of the values counted. */
  public DigitStatistics statistics(Digits digits) {
    return Objects.requireNonNull(statistics.get(digits));
  }

  /** Whether too few values are counted to say anything about their digits. */
  public boolean isTooSmall() {
    return mantissaArc.n() < FEWEST_DIGITS;
  }
}
