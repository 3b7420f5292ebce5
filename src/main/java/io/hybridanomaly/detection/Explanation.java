package io.hybridanomaly.detection;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.StretchSignificance;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.Segment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * An anomaly in plain words, made from {@link AnomalyFacts} and nothing else, so that every number
 * in it can be looked up in the data.
 *
 * @param what in which way the anomaly differs
 * @param where where the difference is largest, how many points are outside the band, and whether
 *     time is missing there
 * @param scores how far the scores are above the threshold, and whose they are
 * @param digits what the leading digits say; empty where they can say nothing and do not count
 */
public record Explanation(String what, String where, String scores, String digits) {

  /** Below this a stretch's digits differ from the rest of the series. */
  private static final double SIGNIFICANT = 0.01;

  /** Evidence of steps below this is no more than what happens by chance. */
  private static final double REMARKABLE = 3;

  /**
   * Explains an anomaly, with numbers as they are written in a language.
   *
   * @param facts of the anomaly
   * @param time the time of a point as text
   * @param locale whose separators numbers have; the words stay English
   */
  public static Explanation of(AnomalyFacts facts, IntFunction<String> time, Locale locale) {
    return of(facts, time, "", locale);
  }

  /**
   * Explains an anomaly and says for which time of day or week its expected values hold.
   *
   * @param facts of the anomaly
   * @param time the time of a point as text
   * @param occasions of the series
   */
  public static Explanation of(AnomalyFacts facts, IntFunction<String> time, Occasions occasions) {
    return of(facts, time, occasions, Locale.ENGLISH);
  }

  /**
   * The same with numbers as they are written in a language.
   *
   * @param facts of the anomaly
   * @param time the time of a point as text
   * @param occasions of the series
   * @param locale whose separators numbers have; the words stay English
   */
  public static Explanation of(
      AnomalyFacts facts, IntFunction<String> time, Occasions occasions, Locale locale) {
    Segment segment = facts.anomaly().segment();
    Explanation words = of(facts, time, occasions.after(segment), locale);
    OptionalInt gap = occasions.gap(segment);
    Explanation beside = gap.isEmpty() ? words : words.besideGap(time, gap.getAsInt());
    return occasions.weekend(segment).map(beside::cautiously).orElse(beside);
  }

  private Explanation besideGap(IntFunction<String> time, int after) {
    return cautiously(
        "Points are missing between %s and %s: that alone may make what is around them look unusual."
            .formatted(time.apply(after), time.apply(after + 1)));
  }

  private Explanation cautiously(String caution) {
    return new Explanation(what, where + " " + caution, scores, digits);
  }

  private static Explanation of(
      AnomalyFacts facts, IntFunction<String> time, String occasion, Locale locale) {
    return new Explanation(
        what(facts, time, occasion, locale),
        where(facts, time, locale),
        scores(facts, locale),
        saysSomething(facts) ? digits(facts, locale) : "");
  }

  private static boolean saysSomething(AnomalyFacts facts) {
    return facts.applicability().level() == Applicability.Level.APPLIES
        || facts.anomaly().benfordShare() > 0
        || facts.steps().isPresent();
  }

  /** All in one paragraph. */
  public String text() {
    return String.join(" ", List.of(what, where, scores, digits)).strip();
  }

  private static String what(
      AnomalyFacts facts, IntFunction<String> time, String occasion, Locale locale) {
    Anomaly anomaly = facts.anomaly();
    String when =
        anomaly.length() == 1
            ? "At " + time.apply(anomaly.segment().from())
            : "From %s to %s (%s)"
                .formatted(
                    time.apply(anomaly.segment().from()),
                    time.apply(anomaly.segment().last()),
                    NumberText.count(anomaly.length(), "point", locale));
    String level =
        "%s on average where about %s is usual%s"
            .formatted(
                NumberText.of(facts.meanValue(), locale),
                NumberText.of(rounded(facts.meanExpected()), locale),
                occasion);
    String movement =
        "a standard deviation of %s where %s is usual"
            .formatted(
                NumberText.of(rounded(facts.movement().deviation()), locale),
                NumberText.of(rounded(facts.movement().usualDeviation()), locale));
    String changes =
        "a mean change of %s where %s is usual"
            .formatted(
                NumberText.of(rounded(facts.movement().change()), locale),
                NumberText.of(rounded(facts.movement().usualChange()), locale));
    String values = anomaly.length() == 1 ? " the value is" : " single values are";
    return switch (facts.kind()) {
      case SPIKE -> when + values + " far above what was expected.";
      case DIP -> when + values + " far below what was expected.";
      case HIGHER -> when + " the values are too high: " + level + ".";
      case LOWER -> when + " the values are too low: " + level + ".";
      case FLAT -> when + " the values hardly move: " + movement + ".";
      case WILD -> when + " the values move far more than usual: " + movement + ".";
      case ROUGH ->
          when + " the values change more than usual from point to point: " + changes + ".";
      case SMOOTH ->
          when + " the values change less than usual from point to point: " + changes + ".";
      case CALM -> when + " the values move less than usual: " + movement + ".";
      case SHAPE -> when + " the course differs from the usual rhythm: " + level + ".";
      case DIGITS -> when + " the leading digits are unusual, more than the values themselves.";
    };
  }

  /** To three digits: more of them would promise too much. */
  private static double rounded(double value) {
    return Double.isFinite(value)
        ? new BigDecimal(value).round(new MathContext(3)).doubleValue()
        : value;
  }

  private static String where(AnomalyFacts facts, IntFunction<String> time, Locale locale) {
    AnomalyFacts.Contribution largest = facts.contributions().getFirst();
    return "The largest difference is at %s: %s instead of %s, %s %s. %s of %s outside the expected band."
        .formatted(
            time.apply(largest.point()),
            NumberText.of(largest.value(), locale),
            NumberText.expected(largest.expected(), largest.value(), locale),
            NumberText.of(Math.abs(largest.difference()), locale),
            largest.difference() >= 0 ? "more" : "less",
            NumberText.count(facts.outsideBand(), locale),
            NumberText.count(facts.anomaly().length(), "point", locale)
                + (facts.outsideBand() == 1 ? " lies" : " lie"));
  }

  private static String scores(AnomalyFacts facts, Locale locale) {
    String peak =
        String.format(
            locale,
            "The score peaks at %.2f; the threshold is %.2f.",
            facts.score(),
            facts.threshold());
    return saysSomething(facts)
        ? peak
            + " The values account for %s of the score, the digits for %s."
                .formatted(
                    NumberText.percent(facts.anomaly().reconstructionShare()),
                    NumberText.percent(facts.anomaly().benfordShare()))
        : peak;
  }

  /**
   * What the leading digits say, also where that is nothing.
   *
   * @param locale whose separators numbers have
   */
  public static String digits(AnomalyFacts facts, Locale locale) {
    Optional<String> steps = facts.steps().map(found -> steps(found, locale));
    if (facts.applicability().level() != Applicability.Level.APPLIES) {
      return steps.orElse(
          facts.anomaly().benfordShare() > 0
              ? "The settings let the digits count although Benford's law does not hold for this"
                  + " series as a whole: read this with care."
              : "Benford's law does not hold for this series as a whole, so its digits are no"
                  + " evidence here.");
    }
    return shares(facts, locale) + steps.map(text -> " " + text).orElse("");
  }

  private static String steps(AnomalyFacts.Steps steps, Locale locale) {
    String evidence =
        String.format(
            locale,
            "evidence %.1f, at most %.1f in other stretches of this length",
            steps.evidence(),
            steps.elsewhere());
    return steps.evidence() >= REMARKABLE && steps.evidence() > steps.elsewhere()
        ? "From value to value it moves as if leading digits had been made up evenly: too far after"
            + " a 1, too little after a 9 (%s).".formatted(evidence)
        : "How far it moves from value to value shows no sign of invented digits (%s)."
            .formatted(evidence);
  }

  private static String shares(AnomalyFacts facts, Locale locale) {
    if (facts.amongOthers().isEmpty()) {
      return facts.digits().n() < StretchSignificance.FEWEST_DIGITS
          ? "It has too few first digits (%d) to say anything about them."
              .formatted(facts.digits().n())
          : "There are too few other stretches of this length to compare its first digits with; as"
              + " independent numbers they would differ from Benford's law with p %s."
                  .formatted(NumberText.probability(facts.digits().pValue(), locale));
    }
    double p = facts.amongOthers().getAsDouble();
    return p < SIGNIFICANT
        ? "Its first digits differ from those of the rest of the series (chance of this in any such stretch: p %s)."
            .formatted(NumberText.probability(p, locale))
        : "Nothing shows that its first digits differ from those of the rest of the series (chance of this in any such stretch: p %s)."
            .formatted(NumberText.probability(p, locale));
  }
}
