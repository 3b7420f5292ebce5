package io.hybridanomaly.benchmark;

import io.hybridanomaly.series.Segment;
import java.util.List;

/**
 * What is found in some series.
 *
 * @param points of them
 * @param events that are in them
 * @param found events that an alarm touches
 * @param others alarms that are near none
 */
record EventCount(long points, int events, int found, int others) {

  static final EventCount NONE = new EventCount(0, 0, 0, 0);

  private static final double PER_POINTS = 10_000;

  /**
   * What is found in one series.
   *
   * @param near points from which on an alarm beside an event is another
   */
  static EventCount of(int points, List<Segment> events, List<Segment> alarms, int near) {
    return new EventCount(
        points,
        events.size(),
        (int) events.stream().filter(at -> alarms.stream().anyMatch(at::overlaps)).count(),
        (int)
            alarms.stream()
                .map(at -> at.widened(near, points))
                .filter(at -> events.stream().noneMatch(at::overlaps))
                .count());
  }

  /** What is found, and of how many. */
  String foundOfEvents() {
    return found + " of " + events;
  }

  EventCount plus(EventCount other) {
    return new EventCount(
        points + other.points, events + other.events, found + other.found, others + other.others);
  }

  /** Alarms that are near no event, in 10,000 points. */
  double othersPer10000() {
    return PER_POINTS * others / points;
  }
}
