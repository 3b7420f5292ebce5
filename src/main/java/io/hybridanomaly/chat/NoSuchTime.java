package io.hybridanomaly.chat;

import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDateTime;

/** Says why there is no value at a time, and what the nearest values are. */
final class NoSuchTime {

  private final Subject subject;
  private final double[] values;
  private final TimeText times;

  NoSuchTime(Subject subject) {
    this.subject = subject;
    this.values = subject.series().values();
    this.times = subject.times();
  }

  /** The answer for a time without points. */
  String answer(TimePhrases.Phrase phrase) {
    int n = values.length;
    if (!(subject.series().times() instanceof Timestamps stamps)) {
      return "There is no value for “%s”: the data has no dates, it runs from %s to %s."
          .formatted(subject.written(phrase), times.of(0), times.of(n - 1));
    }
    if (!(phrase.from() < phrase.to())) {
      return "There is no value for “%s”: there is no such date."
          .formatted(subject.written(phrase));
    }
    int after = stamps.firstAtOrAfter(phrase.from());
    if (after == 0 || after == n) {
      return inPeriod(phrase, stamps, after == n ? n - 1 : 0)
          ? ofPeriod(stamps, after == n ? n - 1 : 0)
          : "There is no value for “%s”: the series runs from %s to %s."
              .formatted(subject.written(phrase), times.of(0), times.of(n - 1));
    }
    if (inPeriod(phrase, stamps, after - 1)) {
      return ofPeriod(stamps, after - 1);
    }
    if (inPeriod(phrase, stamps, after)) {
      return ofPeriod(stamps, after);
    }
    return "There is no value at “%s”. The nearest are **%s** at %s before it and **%s** at %s after it."
        .formatted(
            subject.written(phrase),
            subject.value(values[after - 1]),
            times.of(after - 1),
            subject.value(values[after]),
            times.of(after));
  }

  private String ofPeriod(Timestamps stamps, int point) {
    StepWord step = StepWord.of(stamps);
    return "The series has %s. The reading of that %s, at %s, is **%s**."
        .formatted(step.rate(), step.noun(), times.of(point), subject.value(values[point]));
  }

  /** Whether a value stands for the month, year, day or hour in which a shorter time lies. */
  private static boolean inPeriod(TimePhrases.Phrase phrase, Timestamps stamps, int point) {
    LocalDateTime wanted = NamedDate.time(phrase.from());
    LocalDateTime found = stamps.localDateTime(point);
    boolean year = wanted.getYear() == found.getYear();
    boolean day = wanted.toLocalDate().equals(found.toLocalDate());
    return switch (StepWord.of(stamps)) {
      case YEAR -> year;
      case MONTH -> year && wanted.getMonth() == found.getMonth();
      case DAY -> day;
      case HOUR -> day && wanted.getHour() == found.getHour();
      default -> false;
    };
  }
}
