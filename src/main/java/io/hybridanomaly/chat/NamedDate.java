package io.hybridanomaly.chat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A date as a question names it.
 *
 * @param start where it stands in the question
 * @param end the place after it
 * @param year 0 if none is named
 * @param month 1 to 12, or 0 for a whole year
 * @param day 0 for a whole month
 * @param minute of the day, or −1 for a whole day
 */
record NamedDate(int start, int end, int year, int month, int day, int minute) {

  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  /** The number of a month from its name in lower case. */
  static int month(String name) {
    return MONTHS.indexOf(name.substring(0, 3)) / 3 + 1;
  }

  NamedDate in(int otherYear) {
    return new NamedDate(start, end, otherYear, month, day, minute);
  }

  /**
   * The dates with the years that hold for them: a year that is named holds for the dates before it
   * without one, else for those after it. A year by itself beside dates without any is theirs;
   * after one with a year it stands for the same date in that year.
   *
   * @param dates in the order of the question
   */
  static List<NamedDate> withYears(List<NamedDate> dates) {
    List<NamedDate> list = new ArrayList<>(dates);
    List<NamedDate> years = list.stream().filter(date -> date.month == 0).toList();
    boolean open = list.stream().anyMatch(date -> date.year == 0);
    if (open && years.size() == 1) {
      list.remove(years.getFirst());
      list.replaceAll(date -> date.year == 0 ? date.in(years.getFirst().year) : date);
      return list;
    }
    for (int i = 1; i < list.size(); i++) {
      NamedDate before = list.get(i - 1);
      NamedDate date = list.get(i);
      if (date.month == 0 && before.month != 0 && before.year != 0) {
        list.set(
            i,
            new NamedDate(
                date.start, date.end, date.year, before.month, before.day, before.minute));
      }
    }
    int known = 0;
    for (int i = list.size() - 1; i >= 0; i--) {
      known = list.get(i).year == 0 ? known : list.get(i).year;
      list.set(i, list.get(i).in(known));
    }
    for (int i = 0; i < list.size(); i++) {
      known = list.get(i).year == 0 ? known : list.get(i).year;
      list.set(i, list.get(i).in(known));
    }
    return list;
  }

  /** Its first moment; throws a {@link java.time.DateTimeException} if there is no such date. */
  LocalDateTime begin() {
    return LocalDate.of(year, Math.max(1, month), Math.max(1, day))
        .atStartOfDay()
        .plusMinutes(Math.max(0, minute));
  }

  /** The moment after it. */
  LocalDateTime finish() {
    LocalDateTime begin = begin();
    if (minute >= 0) {
      return begin.plusMinutes(1);
    }
    if (day > 0) {
      return begin.plusDays(1);
    }
    return month > 0 ? begin.plusMonths(1) : begin.plusYears(1);
  }

  /** In words: {@code March 2022}, {@code 5 March 2022}. */
  String text() {
    String name =
        month == 0 ? "" : Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " ";
    return (day == 0 ? "" : day + " ") + name + year;
  }

  /** The place of a time on the axis. */
  static double place(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC) * 1000.0;
  }

  /** The time at a place of the axis. */
  static LocalDateTime time(double place) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv((long) place, 1000L), 0, ZoneOffset.UTC);
  }
}
