package io.hybridanomaly.chat;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.Applicability.Level;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.AnomalyFacts;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.Explanation;
import io.hybridanomaly.detection.Occasions;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.Segment;
import java.util.Arrays;

/**
 * An anomaly in plain words, from the data alone: what, when, how far from expected, which digits.
 */
final class AnomalyText {

  /** A digit that is this many standard deviations too frequent is worth naming. */
  private static final double REMARKABLE = 2;

  private final Subject subject;
  private final ComponentScores components;

  AnomalyText(Subject subject) {
    this.subject = subject;
    this.components = subject.result().components();
  }

  /** All about an anomaly, as Markdown. */
  String explanation(Anomaly anomaly) {
    Explanation words = words(anomaly);
    return """
    ## From your data

    **When:** %s, %s, anomaly %d of %d.

    **What:** %s

    **How far from expected:** %s

    **Score:** %s Severity %s on a scale of 0 to 100.

    %s**Not in the data:** why it happened in the real world.
    """
        .formatted(
            subject.times(anomaly.segment()),
            subject.count(anomaly.length(), "point"),
            subject.numberOf(anomaly),
            subject.result().anomalies().size(),
            words.what(),
            words.where(),
            words.scores(),
            NumberText.whole(anomaly.severity()),
            words.digits().isEmpty()
                ? ""
                : "**Digits:** %s %s\n\n".formatted(words.digits(), digits(anomaly)));
  }

  /** An anomaly in the words that the page uses too. */
  Explanation words(Anomaly anomaly) {
    return Explanation.of(
        AnomalyFacts.of(subject.result(), anomaly),
        subject.times()::of,
        Occasions.of(subject.series().times(), components.samples()),
        subject.locale());
  }

  /** One line about an anomaly. */
  String line(Anomaly anomaly) {
    return "%d. %s".formatted(subject.numberOf(anomaly), where(anomaly));
  }

  /** The same without its number: it need not be one of the result's. */
  String where(Anomaly anomaly) {
    return "%s: %s at the peak, %s expected; severity %s"
        .formatted(
            subject.times(anomaly.segment()),
            subject.value(anomaly.value()),
            subject.expected(anomaly),
            NumberText.whole(anomaly.severity()));
  }

  /** The most frequent digit of the anomaly and its surroundings, or why digits say nothing. */
  private String digits(Anomaly anomaly) {
    Applicability verdict = components.applicability();
    if (verdict.level() != Level.APPLIES) {
      return verdict.summary(subject.locale());
    }
    Segment around = new Facts(subject, Detail.VALUES).around(anomaly);
    DigitStatistics first =
        DigitStatistics.of(
            Digits.FIRST,
            verdict.signs().counted(subject.series().values()),
            around.from(),
            around.to());
    double[] z = first.z();
    double[] expected = Digits.FIRST.expected();
    int digit = 0;
    for (int i = 1; i < z.length; i++) {
      digit = z[i] > z[digit] ? i : digit;
    }
    String range = "From " + subject.times(around);
    if (first.n() == 0 || Arrays.stream(z).max().orElse(0) < REMARKABLE) {
      return range + " no first digit is remarkably frequent.";
    }
    return "%s, %s %% of the values judged begin with the digit %d; Benford's law expects %s %%."
        .formatted(
            range,
            NumberText.whole(100.0 * first.counts()[digit] / first.n()),
            digit + 1,
            NumberText.whole(100 * expected[digit]));
  }
}
