package io.hybridanomaly.chat;

import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The times that a question names, such as "5 April 2020", "2020-04-05 10:00", "March", "last week"
 * or "row 12", as stretches of a series. Two joined by "to", "until" or "between … and" are one
 * stretch. A year holds for all months named before it, and for those after it without one.
 */
final class TimePhrases {

  /**
   * A time that was named.
   *
   * @param words as the visitor wrote it
   * @param points of the series in it; empty: the series has none then
   * @param from where it begins, in places of the axis; not a number if there is no such time
   * @param to where it ends
   * @param taken which of several years was taken, in a sentence; empty if nothing was open
   */
  record Phrase(String words, Optional<Segment> points, double from, double to, String taken) {}

  /** Where a time begins and ends, in places of the axis, and where it stands in the question. */
  private record Span(double from, double to, int start, int end, @Nullable NamedDate date) {}

  static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "((?:18|19|20|21)\\d{2})";
  static final String OF_YEAR = "\\b(?:,? (?:of |in )?" + YEAR + "\\b)?";

  /** "At 15:00" or "15:00" behind a date. */
  private static final String AT_CLOCK = "(?:,? (?:at )?(\\d{1,2}:\\d{2})\\b)?";

  private static final Pattern ISO =
      Pattern.compile("\\b" + YEAR + "-(\\d{2})(?:-(\\d{2})(?:[ t](\\d{1,2}):(\\d{2}))?)?\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b" + DAY + "(?: of)? " + MONTH + OF_YEAR + AT_CLOCK);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + " " + DAY + "(?!\\d|:)" + OF_YEAR + AT_CLOCK);
  private static final Pattern MONTH_ALONE = Pattern.compile("\\b" + MONTH + OF_YEAR);
  private static final Pattern YEAR_ALONE =
      Pattern.compile(
          "(?:^|\\b(?:in|of|for|during|compare|and|or|with|vs\\.?|versus|to|until|till|than|between|from|year) |, ?)"
              + YEAR
              + "\\b(?!-)");
  private static final Pattern ROW = Pattern.compile("\\brows? (\\d{1,9})\\b");
  private static final Pattern ROW_AFTER = Pattern.compile("\\brows? \\d{1,9} to (\\d{1,9})\\b");
  private static final Pattern WEEK_OF =
      Pattern.compile(
          "\\b(?:the )?week (?:of|from|with|around|(?:that )?(?:begins|began|beginning|starts|started|starting|commencing)(?: on| with)?) (?:the |monday,? )?$");

  /** "May" is a month after these words only. */
  private static final Pattern BEFORE_MAY =
      Pattern.compile("\\b(?:in|of|and|or|to|with|for|than|vs|compare|between|from) $");

  /** No words before a time that change its meaning are longer, in characters. */
  private static final int LONGEST_BEFORE = 60;

  static final String TO = "\\s*(?:to|until|till|through|–|-)\\s*";
  private static final Pattern JOINED = Pattern.compile(TO);
  private static final Pattern JOINED_AFTER_BETWEEN = Pattern.compile("\\s*and\\s*");

  private final TimeAxis times;
  private final String words;
  private final List<Span> spans = new ArrayList<>();
  private final List<NamedDate> dates = new ArrayList<>();

  private TimePhrases(String words, TimeAxis times) {
    this.times = times;
    this.words = words;
  }

  /**
   * The times in a question, in their order.
   *
   * @param words in lower case
   */
  static List<Phrase> in(String words, TimeAxis times) {
    TimePhrases phrases = new TimePhrases(words, times);
    phrases.findDates();
    switch (times) {
      case Timestamps stamps -> phrases.datesToSpans(stamps);
      case RowNumbers ignored -> phrases.findRows();
      default -> {
        // Times since a start have no names.
      }
    }
    if (!(times instanceof Timestamps)) {
      // "May" and "March" alone are words too; with a day or a year they are dates.
      phrases.dates.stream()
          .filter(date -> date.year() != 0 || date.day() != 0)
          .map(date -> new Span(Double.NaN, Double.NaN, date.start(), date.end(), null))
          .forEach(phrases.spans::add);
    }
    RelativeTime.atAnEnd(words, times).ifPresent(phrases::add);
    phrases.spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return phrases.joined();
  }

  /** A question without the times that it names. */
  static String removedFrom(String words, List<Phrase> phrases) {
    String rest = words;
    for (Phrase phrase : phrases) {
      int start = rest.indexOf(phrase.words());
      rest = rest.substring(0, start) + " " + rest.substring(start + phrase.words().length());
    }
    // A year by itself has gone into the dates that it belongs to.
    return phrases.isEmpty()
        ? rest
        : rest.replaceAll("\\b(?:in|of|for|during) (?:18|19|20|21)\\d{2}\\b", " ");
  }

  private void findDates() {
    each(ISO, m -> iso(m));
    each(DAY_FIRST, m -> date(m, m.group(3), m.group(2), m.group(1), m.group(4)));
    each(MONTH_FIRST, m -> date(m, m.group(3), m.group(1), m.group(2), m.group(4)));
    each(MONTH_ALONE, m -> date(m, m.group(2), m.group(1), "0", null));
    each(YEAR_ALONE, m -> new NamedDate(m.start(1), m.end(1), number(m.group(1)), 0, 0, -1));
    dates.sort((a, b) -> Integer.compare(a.start(), b.start()));
  }

  private void findRows() {
    Matcher row = ROW.matcher(words);
    while (row.find()) {
      addRow(row);
    }
    Matcher after = ROW_AFTER.matcher(words);
    while (after.find()) {
      addRow(after);
    }
  }

  private void addRow(Matcher match) {
    int row = number(match.group(1));
    int start = match.pattern() == ROW ? match.start() : match.start(1);
    spans.add(new Span(row, row + 1.0, start, match.end(), null));
  }

  /** What a match means. */
  private interface Reading {
    NamedDate of(Matcher match);
  }

  private void each(Pattern pattern, Reading reading) {
    Matcher match = pattern.matcher(words);
    while (match.find()) {
      NamedDate date = reading.of(match);
      boolean free =
          dates.stream().allMatch(d -> date.end() <= d.start() || date.start() >= d.end());
      boolean verb =
          match.group().equals("may") && !BEFORE_MAY.matcher(before(match.start())).find();
      if (free && !verb) {
        dates.add(date);
      }
    }
  }

  private static NamedDate date(
      Matcher match, @Nullable String year, String month, String day, @Nullable String clock) {
    return new NamedDate(
        match.start(),
        match.end(),
        year == null ? 0 : number(year),
        NamedDate.month(month),
        number(day),
        clock == null ? -1 : minute(clock));
  }

  private static int minute(String clock) {
    int colon = clock.indexOf(':');
    return 60 * number(clock.substring(0, colon)) + number(clock.substring(colon + 1));
  }

  private static NamedDate iso(Matcher match) {
    int minute = match.group(4) == null ? -1 : 60 * number(match.group(4)) + number(match.group(5));
    int day = match.group(3) == null ? 0 : number(match.group(3));
    return new NamedDate(
        match.start(), match.end(), number(match.group(1)), number(match.group(2)), day, minute);
  }

  private void datesToSpans(Timestamps stamps) {
    for (NamedDate date : NamedDate.withYears(dates)) {
      NamedDate dated = date.year() == 0 ? date.in(latestYear(date)) : date;
      Span span = span(dated, date.year() == 0 ? date : null);
      spans.add(date.day() > 0 && date.minute() < 0 ? week(span) : span);
    }
    RelativeTime.in(words, stamps).ifPresent(this::add);
  }

  private void add(RelativeTime time) {
    if (spans.stream().allMatch(s -> time.end() <= s.start() || time.start() >= s.end())) {
      spans.add(new Span(time.from(), time.to(), time.start(), time.end(), null));
    }
  }

  /** "The week of 4 December" is the one from Monday in which the day lies. */
  private Span week(Span day) {
    Matcher before = WEEK_OF.matcher(words);
    before.region(Math.max(0, day.start() - LONGEST_BEFORE), day.start());
    if (!before.find() || Double.isNaN(day.from())) {
      return day;
    }
    LocalDateTime monday =
        NamedDate.time(day.from()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Span(
        NamedDate.place(monday),
        NamedDate.place(monday.plusWeeks(1)),
        before.start(),
        day.end(),
        day.date());
  }

  /** There is no 31 April: a time without points. */
  private static Span span(NamedDate date, @Nullable NamedDate open) {
    try {
      return new Span(
          NamedDate.place(date.begin()),
          NamedDate.place(date.finish()),
          date.start(),
          date.end(),
          open);
    } catch (DateTimeException e) {
      return new Span(Double.NaN, Double.NaN, date.start(), date.end(), null);
    }
  }

  /** Without a year the last one in which the series has this time is meant. */
  private int latestYear(NamedDate date) {
    List<Integer> years = yearsWith(date);
    return years.isEmpty() ? time(times.size() - 1).getYear() : years.getLast();
  }

  private List<Integer> yearsWith(NamedDate date) {
    List<Integer> years = new ArrayList<>();
    for (int year = time(0).getYear(); year <= time(times.size() - 1).getYear(); year++) {
      Span span = span(date.in(year), null);
      if (points(span.from(), span.to()).isPresent()) {
        years.add(year);
      }
    }
    return years;
  }

  private LocalDateTime time(int point) {
    return NamedDate.time(times.position(point));
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private List<Phrase> joined() {
    List<Phrase> phrases = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span first = spans.get(i);
      Span last =
          i + 1 < spans.size() && areJoined(first, spans.get(i + 1)) ? spans.get(++i) : first;
      double from = first.from();
      double to = last.to();
      // From November to February: two years.
      if (from >= to && dates.size() == 2 && dates.getFirst().year() == 0) {
        from = NamedDate.place(NamedDate.time(from).minusYears(1));
      } else if (from >= to && dates.size() == 2 && dates.getLast().year() == 0) {
        to = NamedDate.place(NamedDate.time(to).plusYears(1));
      }
      phrases.add(
          new Phrase(
              words.substring(first.start(), last.end()),
              points(from, to),
              from,
              to,
              taken(first)));
    }
    return phrases;
  }

  private String taken(Span span) {
    NamedDate date = span.date();
    List<Integer> years = date == null ? List.of() : yearsWith(date);
    if (date == null || years.size() < 2) {
      return "";
    }
    return "Taken for %s, the latest of %d; ask for “%s” for %s."
        .formatted(
            date.in(years.getLast()).text(),
            years.size(),
            date.in(years.get(years.size() - 2)).text(),
            years.size() == 2 ? "the other" : "another");
  }

  /** The words before a place, as far as they matter: a question can name a thousand times. */
  private String before(int place) {
    return words.substring(Math.max(0, place - LONGEST_BEFORE), place);
  }

  private boolean areJoined(Span first, Span second) {
    String between = words.substring(first.end(), second.start());
    return JOINED.matcher(between).matches()
        || (before(first.start()).stripTrailing().endsWith("between")
            && JOINED_AFTER_BETWEEN.matcher(between).matches());
  }

  private Optional<Segment> points(double from, double to) {
    if (Double.isNaN(from)) {
      return Optional.empty();
    }
    int first = times.firstAtOrAfter(from);
    int end = times.firstAtOrAfter(to);
    return end > first ? Optional.of(new Segment(first, end)) : Optional.empty();
  }
}
