package io.hybridanomaly.chat;

import io.hybridanomaly.chat.CalendarMeans.By;
import io.hybridanomaly.chat.CalendarMeans.Group;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many anomalies begin on each weekday, in each month of the year, hour of the day or year.
 *
 * @param counts by the name of the group, in the order of the calendar; at least one
 */
record AnomalyCalendar(Map<String, Integer> counts, By by, Subject subject) {

  /**
   * The anomalies that begin in a stretch.
   *
   * @param groups that have values there
   */
  static AnomalyCalendar of(
      List<Group> groups, Subject subject, Timestamps times, Segment stretch, By by) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    groups.forEach(group -> counts.put(group.name(), 0));
    for (Anomaly anomaly : subject.result().anomalies()) {
      int from = anomaly.segment().from();
      if (stretch.contains(from)) {
        counts.merge(by.name(times.localDateTime(from)), 1, Integer::sum);
      }
    }
    return new AnomalyCalendar(counts, by, subject);
  }

  /**
   * An answer.
   *
   * @param ranked whether the one with most or fewest is asked for
   * @param fewest which of both
   * @param when the stretch in words
   */
  String text(boolean ranked, boolean fewest, String when) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most == 0) {
      return "Nothing is flagged %s.".formatted(when.replace("of the", "in the"));
    }
    String lines =
        counts.entrySet().stream()
            .map(each -> "- %s: %s".formatted(each.getKey(), anomalies(each.getValue())))
            .collect(Collectors.joining("\n"));
    return "%s\n\n%s".formatted(ranked ? extreme(fewest, when) : all(when), lines);
  }

  private String all(String when) {
    return "The anomalies %s by %s, each counted where it begins:".formatted(when, by.noun());
  }

  private String extreme(boolean fewest, String when) {
    int wanted =
        counts.values().stream()
            .mapToInt(Integer::intValue)
            .reduce(fewest ? Math::min : Math::max)
            .orElse(0);
    List<String> names =
        counts.entrySet().stream()
            .filter(each -> each.getValue() == wanted)
            .map(Map.Entry::getKey)
            .toList();
    return "The %s with the %s anomalies %s: **%s** (%s%s), each counted where it begins."
        .formatted(
            names.size() == 1 ? by.noun() : by.noun() + "s",
            fewest ? "fewest" : "most",
            when,
            String.join("**, **", names),
            anomalies(wanted),
            names.size() == 1 ? "" : " each");
  }

  private String anomalies(int count) {
    return count == 0 ? "none" : subject.count(count, "anomaly");
  }
}
