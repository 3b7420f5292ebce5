package io.hybridanomaly.chat;

import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.util.Locale;

/** What one value of a series stands for: the median distance between its times, in a word. */
enum StepWord {
  SECOND(1, 1),
  MINUTE(60, 60),
  HOUR(3_600, 3_600),
  DAY(86_400, 86_400),
  WEEK(7 * 86_400, 7 * 86_400),
  MONTH(28 * 86_400, 31 * 86_400),
  QUARTER(90 * 86_400, 92 * 86_400),
  YEAR(365 * 86_400, 366 * 86_400),
  VALUE(0, 0);

  private static final double MILLIS = 1000;

  private final double shortest;
  private final double longest;

  StepWord(double shortest, double longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  /** The word for a series; {@link #VALUE} if its steps have no name. */
  static StepWord of(TimeAxis times) {
    double step = seconds(times);
    for (StepWord word : values()) {
      if (word != VALUE && step >= word.shortest && step <= word.longest) {
        return word;
      }
    }
    return VALUE;
  }

  /** Seconds from one value to the next, the median; not a number without dates. */
  static double seconds(TimeAxis times) {
    return times instanceof Timestamps dates && dates.size() > 1
        ? dates.usualStep() / MILLIS
        : Double.NaN;
  }

  /** The shortest distance, in seconds, that the word stands for. */
  double shortestSeconds() {
    return shortest;
  }

  /** The word: {@code day}. */
  String noun() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A number of them: {@code 730 days}. */
  String count(int number, Locale locale) {
    return NumberText.count(number, locale) + " " + noun() + (number == 1 ? "" : "s");
  }

  /** How often there is a value: {@code one value a day}. */
  String rate() {
    return this == HOUR ? "one value an hour" : "one value a " + noun();
  }
}
