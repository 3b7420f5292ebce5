package io.hybridanomaly.chat;

import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Segments of a series as times in words, and back. */
final class SegmentText {

  private SegmentText() {}

  /** The segment in words. */
  static String of(Segment segment, TimeText times) {
    String first = times.of(segment.from());
    String last = times.of(segment.last());
    return first.equals(last) ? first : first + " to " + last;
  }

  /**
   * Finds the points between two times.
   *
   * @param first a time as in {@link TimeAxis#text}, or its beginning, such as a date
   * @param last the same, inclusive
   * @throws IllegalArgumentException in a sentence for the model if there is no such point
   */
  static Segment between(TimeAxis times, String first, String last) {
    int from;
    int to;
    if (times instanceof RowNumbers rows) {
      double low = rowNumber(first);
      double high = rowNumber(last);
      from = firstWhere(rows.size(), i -> rows.rows()[i] >= low);
      to = firstWhere(rows.size(), i -> rows.rows()[i] > high);
    } else if (times instanceof ElapsedTimes elapsed) {
      double low = elapsed(first, elapsed);
      double high = elapsed(last, elapsed);
      from = firstWhere(elapsed.size(), i -> elapsed.position(i) >= low);
      to = firstWhere(elapsed.size(), i -> elapsed.position(i) > high);
    } else {
      String low = normal(first);
      String high = normal(last);
      from = firstWhere(times.size(), i -> beginning(times.text(i), low).compareTo(low) >= 0);
      to = firstWhere(times.size(), i -> beginning(times.text(i), high).compareTo(high) > 0);
    }
    if (from >= to) {
      throw new IllegalArgumentException(
          "There are no points between these times; the series goes from %s to %s."
              .formatted(times.text(0), times.text(times.size() - 1)));
    }
    return new Segment(from, to);
  }

  private static double rowNumber(String text) {
    try {
      return Double.parseDouble(text.toLowerCase(Locale.ROOT).replace("row", "").strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("The series has row numbers: give two numbers.", e);
    }
  }

  private static double elapsed(String text, ElapsedTimes times) {
    String unit = times.unit().symbol();
    try {
      return Double.parseDouble(text.replace(unit, "").strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The series has times since its start: give two numbers of %s.".formatted(unit), e);
    }
  }

  private static String normal(String text) {
    String time = text.strip().replace(' ', 'T');
    if (time.length() < 4 || !Character.isDigit(time.charAt(0))) {
      throw new IllegalArgumentException("Give times like 2024-01-31T12:00:00 or 2024-01-31.");
    }
    return time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
  }

  private static String beginning(String text, String pattern) {
    return text.length() > pattern.length() ? text.substring(0, pattern.length()) : text;
  }

  /** The first of n points that meets a condition which all later ones meet too. */
  private static int firstWhere(int n, IntPredicate condition) {
    int low = 0;
    int high = n;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (condition.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
