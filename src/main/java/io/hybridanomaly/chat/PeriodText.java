package io.hybridanomaly.chat;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.Applicability.Level;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.series.TimeAxis;
import java.util.Arrays;

/**
 * A period in plain words, from the data alone: what, when, how far from expected, which digits.
 */
final class PeriodText {

  /** A digit that is this many standard deviations too frequent is worth naming. */
  private static final double REMARKABLE = 2;

  private final Subject subject;
  private final ComponentScores components;
  private final TimeAxis times;

  PeriodText(Subject subject) {
    this.subject = subject;
    this.components = subject.result().components();
    this.times = subject.series().times();
  }

  /** All about a period, as Markdown. */
  String explanation(Period period) {
    return """
        ## From your data

        **When:** %s, %s, period %d of %d.

        **What:** %s

        **How unusual:** the score at the peak is %s, and %s is enough to be flagged; that makes a \
        severity of %s on a scale of 0 to 100.

        **Who saw it:** %s

        **Digits:** %s

        **Not in the data:** why it happened in the real world.
        """
        .formatted(
            new Stretch(period.start(), period.end()).text(times),
            Words.count(period.length(), "point"),
            subject.numberOf(period),
            subject.result().periods().size(),
            what(period),
            Words.number(Facts.round(subject.result().score()[period.peak()])),
            Words.number(Facts.round(subject.result().threshold())),
            Words.number(Facts.round(period.severity())),
            witnesses(period),
            digits(period));
  }

  /** One line about a period. */
  String line(Period period) {
    return "%d. %s: %s at the peak, %s expected; severity %s"
        .formatted(
            subject.numberOf(period),
            new Stretch(period.start(), period.end()).text(times),
            Words.number(period.value()),
            Words.number(Facts.round(period.expected())),
            Words.number(Facts.round(period.severity())));
  }

  private String what(Period period) {
    double deviation = period.value() - period.expected();
    String percent =
        period.expected() == 0
            ? ""
            : " (%s %%)"
                .formatted(
                    Words.number(
                        Facts.round(100 * Math.abs(deviation) / Math.abs(period.expected()))));
    return "at the peak, %s, the value is %s where the network expects %s: %s%s %s."
        .formatted(
            Words.time(times, period.peak()),
            Words.number(period.value()),
            Words.number(Facts.round(period.expected())),
            Words.number(Facts.round(Math.abs(deviation))),
            percent,
            deviation < 0 ? "too low" : "too high");
  }

  private static String witnesses(Period period) {
    long lstm = Math.round(100 * period.lstmShare());
    long benford = Math.round(100 * period.benfordShare());
    String shares =
        "%d %% of the score comes from the LSTM autoencoder, %d %% from Benford's law."
            .formatted(lstm, benford);
    return shares
        + (lstm >= benford
            ? " The shape of the curve breaks the rhythm that the network learned."
            : " The leading digits do not look natural, more than the shape of the curve.");
  }

  /** The digits of the period and its surroundings, or why they say nothing. */
  private String digits(Period period) {
    Applicability verdict = components.applicability();
    if (verdict.level() == Level.DOES_NOT_APPLY) {
      return "they say nothing here. " + verdict.summary();
    }
    Stretch around = new Facts(subject, Detail.VALUES).around(period);
    DigitStatistics first =
        DigitStatistics.of(Digits.FIRST, subject.series().values(), around.from(), around.to());
    double[] z = first.z();
    double[] expected = Digits.FIRST.expected();
    int digit = 0;
    for (int i = 1; i < z.length; i++) {
      digit = z[i] > z[digit] ? i : digit;
    }
    String range = "From " + around.text(times);
    if (first.n() == 0 || Arrays.stream(z).max().orElse(0) < REMARKABLE) {
      return range + " no first digit is remarkably frequent.";
    }
    return "%s, %s %% of the positive values begin with the digit %d; Benford's law expects %s %%."
        .formatted(
            range,
            Words.number(Facts.round(100.0 * first.counts()[digit] / first.n())),
            digit + 1,
            Words.number(Facts.round(100 * expected[digit])));
  }
}
