package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.series.Timestamps;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hours, days, weeks from Monday, months and years of the calendar. */
enum CalendarUnit {
  HOUR(StepWord.HOUR),
  DAY(StepWord.DAY),
  WEEK(StepWord.WEEK),
  MONTH(StepWord.MONTH),
  YEAR(StepWord.YEAR);

  private static final Pattern NAMED = Pattern.compile("\\b(hour|day|week|month|year)s?\\b");

  private final StepWord step;

  CalendarUnit(StepWord step) {
    this.step = step;
  }

  /** The first that some words name. */
  static Optional<CalendarUnit> in(String words) {
    Matcher named = NAMED.matcher(words);
    return named.find()
        ? Optional.of(valueOf(named.group(1).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** Steps as long as one. */
  StepWord step() {
    return step;
  }

  /** The word: {@code day}. */
  String noun() {
    return step.noun();
  }

  /** A number of them: {@code 60 days}. */
  String count(int number, Locale locale) {
    return step.count(number, locale);
  }

  /** Whether several values of a series usually lie in one. */
  boolean holdsSeveral(Timestamps times) {
    return StepWord.seconds(times) < step.shortestSeconds();
  }

  /** Those of a stretch that have values, in their order. */
  List<Segment> in(Timestamps times, Segment stretch) {
    List<Segment> periods = new ArrayList<>();
    LocalDateTime begin = begin(times.localDateTime(stretch.from()));
    int from = stretch.from();
    for (int i = from + 1; i < stretch.to(); i++) {
      LocalDateTime other = begin(times.localDateTime(i));
      if (!other.equals(begin)) {
        periods.add(new Segment(from, i));
        from = i;
        begin = other;
      }
    }
    periods.add(new Segment(from, stretch.to()));
    return periods;
  }

  private LocalDateTime begin(LocalDateTime time) {
    LocalDate day = time.toLocalDate();
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day.atStartOfDay();
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
      case MONTH -> day.withDayOfMonth(1).atStartOfDay();
      case YEAR -> day.withDayOfYear(1).atStartOfDay();
    };
  }

  /** One of them in words, by its values: {@code 2025-03-05}. */
  String name(Segment period, TimeText times) {
    if (this == HOUR) {
      return times.of(period.from());
    }
    String first = times.day(period.from());
    String last = times.day(period.last());
    return first.equals(last) ? first : "%s to %s".formatted(first, last);
  }
}
