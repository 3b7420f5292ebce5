package io.hybridanomaly.chat;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Means of values by weekday, by month of the year, by hour of the day or by year. */
final class CalendarMeans {

  /** What values are grouped by. */
  enum By {
    WEEKDAY("weekday", 86_400),
    MONTH("month", 31 * 86_400),
    HOUR("hour", 3_600),
    YEAR("year", 366 * 86_400);

    private final String noun;
    private final double longestStep;

    By(String noun, double longestStep) {
      this.noun = noun;
      this.longestStep = longestStep;
    }

    /** The word: {@code weekday}. */
    String noun() {
      return noun;
    }

    /** Whether a series is fine enough; steps of unknown length are not. */
    boolean suits(Timestamps times) {
      return StepWord.seconds(times) <= longestStep;
    }

    private int key(LocalDateTime time) {
      return switch (this) {
        case WEEKDAY -> time.getDayOfWeek().getValue();
        case MONTH -> time.getMonthValue();
        case HOUR -> time.getHour();
        case YEAR -> time.getYear();
      };
    }

    /** The name of the group in which a time is. */
    String name(LocalDateTime time) {
      return name(key(time));
    }

    private String name(int key) {
      return switch (this) {
        case WEEKDAY -> DayOfWeek.of(key).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        case MONTH -> Month.of(key).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        case HOUR -> "%02d:00".formatted(key);
        case YEAR -> Integer.toString(key);
      };
    }
  }

  /**
   * One of the groups.
   *
   * @param name such as {@code Monday}
   * @param mean of its values
   * @param count of its values
   */
  record Group(String name, double mean, int count) {}

  private CalendarMeans() {}

  /** The groups of a stretch that have values, in the order of the calendar. */
  static List<Group> of(double[] values, Timestamps times, Segment stretch, By by) {
    int first = by == By.YEAR ? times.localDateTime(stretch.from()).getYear() : 0;
    int last = by == By.YEAR ? times.localDateTime(stretch.last()).getYear() : 23;
    double[] sums = new double[Math.max(1, last - first + 1)];
    int[] counts = new int[sums.length];
    for (int i = stretch.from(); i < stretch.to(); i++) {
      int key = Math.clamp(by.key(times.localDateTime(i)) - first, 0, sums.length - 1);
      sums[key] += values[i];
      counts[key]++;
    }
    List<Group> groups = new ArrayList<>();
    for (int key = 0; key < sums.length; key++) {
      if (counts[key] > 0) {
        groups.add(new Group(by.name(key + first), sums[key] / counts[key], counts[key]));
      }
    }
    return groups;
  }
}
