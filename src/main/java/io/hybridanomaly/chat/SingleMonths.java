package io.hybridanomaly.chat;

import io.hybridanomaly.chat.CalendarMeans.By;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.Comparator;
import java.util.List;

/**
 * The single month with the highest or the lowest figure, of a stretch that holds a month of the
 * year several times: May 2023, where the mean of all Mays says little about it.
 */
final class SingleMonths {

  private SingleMonths() {}

  /**
   * The month, as a paragraph of its own.
   *
   * @param ofTheYear how many months of the year the stretch has
   * @return empty if each of them stands in it once: the means of those are the answer
   */
  static String text(
      int ofTheYear, boolean lowest, Subject subject, Timestamps times, Segment stretch) {
    List<Segment> months = CalendarUnit.MONTH.in(times, stretch);
    if (months.size() <= ofTheYear) {
      return "";
    }
    StretchText text = new StretchText(subject);
    Comparator<Segment> order =
        Comparator.comparingDouble(month -> Figure.MEAN.of(text.part(month)));
    // Of equal ones the first.
    Segment best = months.stream().min(lowest ? order : order.reversed()).orElseThrow();
    boolean one = months.stream().allMatch(month -> month.length() == 1);
    return "The month with the %s %s %s is **%s %d**: %s%s.\n\n"
        .formatted(
            lowest ? "lowest" : "highest",
            one ? "value" : "mean",
            text.when(stretch),
            By.MONTH.name(times.localDateTime(best.from())),
            times.localDateTime(best.from()).getYear(),
            text.mean(text.part(best)),
            one ? "" : " over " + subject.count(best.length(), "value"));
  }
}
