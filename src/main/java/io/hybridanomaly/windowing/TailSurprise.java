package io.hybridanomaly.windowing;

/**
 * Makes scores of any kind comparable: how surprising each is under the tail of the scores
 * themselves, in nats (natural logarithm of one over a probability).
 *
 * <p>The tail is a stretched exponential, P(S &gt; s) = exp(−(s / c)^(1/θ)), through the median and
 * the 90 % quantile. Where a score has a heavy tail of its own, as distances in bursty series have,
 * θ is large and a high score surprises little; a score with a light tail (θ of a half is that of a
 * normal distribution) surprises soon. Up to a tenth of the points may be abnormal without moving
 * the fit far.
 *
 * <p>Source of the family: Laherrère, Sornette, "Stretched exponential distributions in nature and
 * economy", European Physical Journal B 2 (1998), doi:10.1007/s100510050276.
 */
public final class TailSurprise {

  private static final double LOW = 0.5;
  private static final double HIGH = 0.9;

  /** −ln of the shares of points above the two quantiles. */
  private static final double LOW_SURPRISE = -Math.log(1 - LOW);

  private static final double HIGH_SURPRISE = -Math.log(1 - HIGH);

  /** Scores that hardly differ have no right to call small differences large. */
  private static final double LEAST_STRETCH = 0.3;

  /** For scores of which at least half are 0. */
  private static final double STRETCH_OF_ZEROS = 3;

  private TailSurprise() {}

  /**
   * ln(1 + surprise) of each score: 0 for a score of 0, about 0.5 at the median, 1.2 where one of
   * ten is higher, 2.3 at one of ten thousand. The logarithm keeps one view's extreme from
   * outweighing all others.
   *
   * @param scores one for each point, 0 or more, at least one; not changed
   * @return one number for each score, finite, 0 or more
   */
  public static double[] logOf(double[] scores) {
    double[] quantiles = Quantiles.of(scores, LOW, HIGH);
    double low = quantiles[0];
    double high = quantiles[1];
    double[] result = new double[scores.length];
    if (!(high > 0)) {
      return result;
    }
    double stretch =
        low > 0
            ? Math.max(LEAST_STRETCH, Math.log(high / low) / Math.log(HIGH_SURPRISE / LOW_SURPRISE))
            : STRETCH_OF_ZEROS;
    for (int i = 0; i < scores.length; i++) {
      double ratio = Math.min(scores[i], Double.MAX_VALUE) / high;
      double surprise =
          ratio > 0 ? Math.min(HIGH_SURPRISE * Math.pow(ratio, 1 / stretch), 1e300) : 0;
      result[i] = Math.log1p(surprise);
    }
    return result;
  }
}
