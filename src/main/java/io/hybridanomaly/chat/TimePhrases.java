package io.hybridanomaly.chat;

import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times that a question names, such as "5 April 2020", "2020-04-05 10:00", "March" or "row 12",
 * as stretches of a series. Two joined by "to", "until" or "between … and" are one stretch.
 */
final class TimePhrases {

  /**
   * A time that was named.
   *
   * @param words as the visitor wrote it
   * @param points of the series in it; empty: the series has none then
   */
  record Phrase(String words, Optional<Segment> points) {}

  /** Where a time begins and ends, in places of the axis, and where it stands in the question. */
  private record Span(double from, double to, int start, int end) {}

  private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
  private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "((?:18|19|20|21)\\d{2})";

  private static final Pattern ISO =
      Pattern.compile("\\b" + YEAR + "-(\\d{2})(?:-(\\d{2})(?:[ t](\\d{1,2}):(\\d{2}))?)?\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile("\\b" + DAY + "(?: of)? " + MONTH + "\\b(?:,? " + YEAR + "\\b)?");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + " " + DAY + "\\b(?:,? " + YEAR + "\\b)?");
  private static final Pattern MONTH_ALONE =
      Pattern.compile("\\b" + MONTH + "\\b(?:,? " + YEAR + "\\b)?");
  private static final Pattern YEAR_ALONE = Pattern.compile("\\b(?:in|of|for) " + YEAR + "\\b");
  private static final Pattern ROW = Pattern.compile("\\brows? (\\d{1,9})\\b");
  private static final Pattern ROW_AFTER = Pattern.compile("\\brows? \\d{1,9} to (\\d{1,9})\\b");
  private static final Pattern JOINED = Pattern.compile("\\s*(?:to|until|till|through|–|-)\\s*");
  private static final Pattern JOINED_AFTER_BETWEEN = Pattern.compile("\\s*and\\s*");

  private final TimeAxis times;
  private final String words;
  private final List<Span> spans = new ArrayList<>();

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
    switch (times) {
      case Timestamps ignored -> phrases.findDates();
      case RowNumbers ignored -> phrases.findRows();
      default -> {
        // Times since a start have no names.
      }
    }
    return phrases.joined();
  }

  private void findDates() {
    each(ISO, m -> iso(m));
    each(DAY_FIRST, m -> day(m.group(3), month(m.group(2)), number(m.group(1))));
    each(MONTH_FIRST, m -> day(m.group(3), month(m.group(1)), number(m.group(2))));
    each(MONTH_ALONE, m -> wholeMonth(m.group(2), month(m.group(1))));
    each(YEAR_ALONE, m -> span(LocalDate.of(number(m.group(1)), 1, 1), 12));
    spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
  }

  private void findRows() {
    each(ROW, m -> new double[] {number(m.group(1)), number(m.group(1)) + 1.0});
    Matcher after = ROW_AFTER.matcher(words);
    while (after.find()) {
      int row = number(after.group(1));
      spans.add(new Span(row, row + 1.0, after.start(1), after.end(1)));
    }
    spans.sort((a, b) -> Integer.compare(a.start(), b.start()));
  }

  /** What a match means, from one place of the axis to another. */
  private interface Reading {
    double[] of(Matcher match);
  }

  private void each(Pattern pattern, Reading reading) {
    Matcher match = pattern.matcher(words);
    while (match.find()) {
      boolean free =
          spans.stream().allMatch(s -> match.end() <= s.start() || match.start() >= s.end());
      // "may" is a month after these words only.
      boolean verb =
          match.group().equals("may")
              && !words.substring(0, match.start()).matches(".*\\b(in|of|and|to|with|for|than) $");
      if (free && !verb) {
        double[] ends = ends(match, reading);
        spans.add(new Span(ends[0], ends[1], match.start(), match.end()));
      }
    }
  }

  /** There is no 31 April: a time without points. */
  private static double[] ends(Matcher match, Reading reading) {
    try {
      return reading.of(match);
    } catch (DateTimeException e) {
      return new double[] {0, 0};
    }
  }

  private double[] iso(Matcher match) {
    int year = number(match.group(1));
    int month = number(match.group(2));
    if (match.group(3) == null) {
      return span(LocalDate.of(year, month, 1), 1);
    }
    LocalDate day = LocalDate.of(year, month, number(match.group(3)));
    if (match.group(4) == null) {
      return day(day);
    }
    LocalDateTime minute = day.atTime(number(match.group(4)), number(match.group(5)));
    return new double[] {place(minute), place(minute.plusMinutes(1))};
  }

  private double[] day(String year, int month, int day) {
    return day(LocalDate.of(year == null ? yearOf(month) : number(year), month, day));
  }

  private double[] wholeMonth(String year, int month) {
    return span(LocalDate.of(year == null ? yearOf(month) : number(year), month, 1), 1);
  }

  /** Without a year the last one in which the series has this month is meant. */
  private int yearOf(int month) {
    LocalDateTime last = time(times.size() - 1);
    int year = last.getYear();
    return month > last.getMonthValue() && time(0).getYear() < year ? year - 1 : year;
  }

  private LocalDateTime time(int point) {
    long millis = (long) times.position(point);
    return LocalDateTime.ofEpochSecond(Math.floorDiv(millis, 1000), 0, ZoneOffset.UTC);
  }

  private static double[] day(LocalDate day) {
    return new double[] {place(day.atStartOfDay()), place(day.plusDays(1).atStartOfDay())};
  }

  private static double[] span(LocalDate first, int months) {
    return new double[] {
      place(first.atStartOfDay()), place(first.plusMonths(months).atStartOfDay())
    };
  }

  private static double place(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1000.0;
  }

  private static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) / 3 + 1;
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
      phrases.add(
          new Phrase(words.substring(first.start(), last.end()), points(first.from(), last.to())));
    }
    return phrases;
  }

  private boolean areJoined(Span first, Span second) {
    String between = words.substring(first.end(), second.start());
    return JOINED.matcher(between).matches()
        || (words.substring(0, first.start()).matches(".*between\\s*")
            && JOINED_AFTER_BETWEEN.matcher(between).matches());
  }

  private Optional<Segment> points(double from, double to) {
    int first = times.firstAtOrAfter(from);
    int end = times.firstAtOrAfter(to);
    return end > first ? Optional.of(new Segment(first, end)) : Optional.empty();
  }
}
