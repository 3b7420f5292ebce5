package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateParser;
import io.hybridanomaly.importing.time.DateReading;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The first cells of a column read as dates.
 *
 * @param count how many are dates or times of the most frequent granularity
 * @param granularity the most frequent one
 * @param hasClock whether one of them has a time of day other than midnight
 */
record HeadDates(int count, DateGranularity granularity, boolean hasClock) {

  static HeadDates of(List<String> cells) {
    DateParser parser = new DateParser(DateOrder.DAY_MONTH);
    Map<DateGranularity, Integer> counts = new EnumMap<>(DateGranularity.class);
    boolean clock = false;
    for (String cell : cells) {
      if (parser.recognises(cell)) {
        counts.merge(parser.granularity(), 1, Integer::sum);
        clock |=
            parser.hasTime() && Math.floorMod(parser.localMicros(), ClockTime.MICROS_PER_DAY) != 0;
      }
    }
    DateGranularity most = DateGranularity.DAY;
    for (Map.Entry<DateGranularity, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > counts.getOrDefault(most, 0)) {
        most = entry.getKey();
      }
    }
    return new HeadDates(counts.getOrDefault(most, 0), most, clock);
  }

  DateReading reading() {
    return new DateReading(DateReading.Style.CALENDAR, granularity, DateOrder.DAY_MONTH);
  }
}
