package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import io.hybridanomaly.series.Timestamps;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the end of an interval, {@code 2024-01-31 07:00-07:30}, from a zone. */
final class DashEnds {

  /** No series comes from so many zones west of Greenwich. */
  private static final int MOST_ZONES = 4;

  private DashEnds() {}

  /** The reading, with intervals where the zones of a column would change all the time. */
  static DateReading settle(HeadTable table, List<Integer> dates, DateReading reading) {
    boolean calendar = reading.style() == DateReading.Style.CALENDAR;
    if (!calendar || dates.size() != 1) {
      return reading;
    }
    TimeReader times = new TimeReader(reading);
    Set<Integer> zones = new HashSet<>();
    for (List<String> row : table.rows()) {
      if (times.read(row::get, dates) == TimeReader.Status.TIME
          && times.offsetSeconds() != Timestamps.NO_OFFSET
          && times.offsetSeconds() < 0) {
        zones.add(times.offsetSeconds());
      }
    }
    return zones.size() > MOST_ZONES ? reading.with(reading.names().withDashEnds()) : reading;
  }
}
