package io.hybridanomaly.benford;

import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether Benford's law says anything about a series, with the facts and the reasons. The law needs
 * many numbers of one sign, or of signs that alternate as in a ledger ({@link Signs#judgedIn}),
 * that spread over orders of magnitude; elsewhere leading digits only repeat the level of the
 * series. The limits were chosen on labelled series; Nigrini's limit for the MAD is shown but not
 * obeyed, because series on which the law helps exceed it.
 *
 * @param level the verdict
 * @param n number of values
 * @param signs which values were judged; without their sign
 * @param share share of values that were judged, 0 to 1
 * @param decades orders of magnitude between the 10th and the 90th percentile of these values
 * @param phi χ² of their first digits against the law, divided by their number: 0 if they follow it
 *     exactly, whatever their number
 * @param mad mean absolute deviation of their shares from the law
 * @param medianStep median size of the step between neighbouring values judged, in orders of
 *     magnitude; infinite if there is none
 */
public record Applicability(
    Level level,
    int n,
    Signs signs,
    double share,
    double decades,
    double phi,
    double mad,
    double medianStep) {

  /** What the verdict means for the detection. */
  public enum Level {
    /** Benford's score counts in full. */
    APPLIES,
    /** Benford's score is shown, but does not count. */
    WEAK,
    /** Benford's score means nothing here. */
    DOES_NOT_APPLY
  }

  private static final int ENOUGH = 500;
  private static final int FEW = 300;
  private static final double WIDE = 1.0;

  /**
   * Numbers that scatter around zero have magnitudes of 1.1 (normal) to 1.3 (Laplace) orders by
   * that alone.
   */
  private static final double WIDE_AROUND_ZERO = 1.5;

  private static final double NARROW = 0.85;
  private static final double NEAR = 0.15;
  private static final double CLOSE = 0.05;
  private static final double FAR = 0.25;

  /** Median step within a factor of two: a larger one has no digits nearby. */
  private static final double SMOOTH = Math.log10(2);

  /**
   * The verdict on a series.
   *
   * @param values [points], finite
   */
  public static Applicability of(double[] values) {
    int n = values.length;
    Signs signs = Signs.judgedIn(values);
    double[] counted = signs.counted(values);
    double[] positive = Arrays.stream(counted).filter(value -> value > 0).toArray();
    DigitStatistics first = DigitStatistics.of(Digits.FIRST, counted, 0, n);
    double share = n == 0 ? 0 : (double) positive.length / n;
    double phi = first.n() == 0 ? 0 : first.chiSquare() / first.n();
    return judge(n, signs, share, decades(positive), phi, first.mad(), medianStep(counted));
  }

  /** The verdict on measured facts. */
  static Applicability judge(
      int n, Signs signs, double share, double decades, double phi, double mad, double medianStep) {
    Level level = Level.APPLIES;
    if (n < ENOUGH) {
      level = worse(level, n >= FEW);
    }
    if (share < Signs.NEARLY_ALL) {
      level = Level.DOES_NOT_APPLY;
    }
    if (decades < wide(signs)) {
      level = worse(level, decades >= NARROW);
    }
    if (phi > NEAR) {
      level = worse(level, phi <= FAR);
    }
    return new Applicability(level, n, signs, share, decades, phi, mad, medianStep);
  }

  /**
   * One sentence for each condition that is not met.
   *
   * @param locale whose separators numbers have; the words are English
   */
  List<String> reasons(Locale locale) {
    List<String> reasons = new ArrayList<>();
    if (n < ENOUGH) {
      reasons.add(
          String.format(
              locale,
              "There are only %d values; digit shares settle from %d values on.",
              n,
              ENOUGH));
    }
    if (share < Signs.NEARLY_ALL) {
      reasons.add(
          String.format(
              locale,
              "Only %.1f %% of the values are %s; at least %.0f %% must be, or of both signs that"
                  + " alternate as in a ledger.",
              100 * share,
              signs.text(),
              100 * Signs.NEARLY_ALL));
    }
    if (decades < wide(signs)) {
      reasons.add(
          String.format(
              locale,
              "The values span only %.3f orders of magnitude (10th to 90th percentile); at least"
                  + " %.1f are needed.",
              decades,
              wide(signs)));
    }
    if (phi > NEAR) {
      reasons.add(
          String.format(
              locale,
              "The first digits of the whole series are far from the law: χ²/n is %.3f, at most"
                  + " %.2f is usable.",
              phi,
              NEAR));
    }
    return reasons;
  }

  private static double wide(Signs signs) {
    return signs == Signs.ALL ? WIDE_AROUND_ZERO : WIDE;
  }

  /**
   * Whether the steps between neighbouring values can tell natural from invented digits, see {@link
   * StepEvidence}: the series is smooth and follows the law as a whole. Steps are compared with
   * each other wherever the curve is, so that they need no spread over a whole order of magnitude;
   * but then the digits of the series must show by themselves that the law holds, and follow it
   * closely.
   */
  public boolean stepsApply() {
    return n >= ENOUGH
        && signs != Signs.ALL
        && share >= Signs.NEARLY_ALL
        && medianStep <= SMOOTH
        && phi <= (decades >= WIDE ? NEAR : CLOSE);
  }

  /** How much Benford's score counts: 1 if the law applies to the digits or the steps, else 0. */
  public double weight() {
    return level == Level.APPLIES || stepsApply() ? 1 : 0;
  }

  /** The verdict and its reasons in plain sentences, as documents hold them. */
  public String summary() {
    return summary(Locale.ROOT, Integer.toString(n));
  }

  /**
   * The same as people read it.
   *
   * @param locale whose separators numbers have; the words are English
   */
  public String summary(Locale locale) {
    return summary(locale, String.format(locale, "%,d", n));
  }

  private String summary(Locale locale, String count) {
    String facts =
        String.format(
            locale,
            "%s values, %.1f %% %s, %.2f orders of magnitude (10th to 90th percentile), χ²/n %.3f, MAD %.4f",
            count,
            100 * share,
            signs.text(),
            decades,
            phi,
            mad);
    String why = String.join(" ", reasons(locale));
    if (stepsApply()) {
      return level == Level.APPLIES
          ? "Benford's law applies: "
              + facts
              + ". The series is smooth, so the steps between its values are judged as well."
          : "Benford's law says little about single digits here, but the series is smooth and"
              + " follows the law closely, so the steps between its values count: "
              + why;
    }
    return switch (level) {
      case APPLIES -> "Benford's law applies: " + facts + ".";
      case WEAK -> "Benford's law hardly applies, so its score is shown but does not count: " + why;
      case DOES_NOT_APPLY -> "Benford's law does not apply: " + why;
    };
  }

  private static Level worse(Level level, boolean nearlyMet) {
    return nearlyMet && level != Level.DOES_NOT_APPLY ? Level.WEAK : Level.DOES_NOT_APPLY;
  }

  private static double medianStep(double[] values) {
    double[] steps = new double[Math.max(0, values.length - 1)];
    int count = 0;
    for (int i = 0; i < steps.length; i++) {
      if (values[i] > 0 && values[i + 1] > 0) {
        steps[count++] = Math.abs(Math.log10(values[i + 1]) - Math.log10(values[i]));
      }
    }
    return count == 0 ? Double.POSITIVE_INFINITY : Quantiles.median(Arrays.copyOf(steps, count));
  }

  /** A difference of logarithms, because the ratio of extreme values can overflow. */
  private static double decades(double[] positive) {
    if (positive.length == 0) {
      return 0;
    }
    double[] ends = Quantiles.of(positive, 0.1, 0.9);
    return Math.log10(ends[1]) - Math.log10(ends[0]);
  }
}
