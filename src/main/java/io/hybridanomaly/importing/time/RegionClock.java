package io.hybridanomaly.importing.time;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Offsets of clock times in regions with an IANA name. Of an hour that the clocks repeat, a file
 * has the first one first. Not thread-safe: remembers the last time.
 */
final class RegionClock {

  private long lastLocal = Long.MIN_VALUE;
  private boolean inSecondHour;

  /** Seconds east of UTC of a wall clock time in a region. */
  int offset(ZoneId region, long localMicros) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(localMicros, ClockTime.MICROS_PER_SECOND), 0, ZoneOffset.UTC);
    List<ZoneOffset> valid = region.getRules().getValidOffsets(local);
    inSecondHour = valid.size() == 2 && (inSecondHour || localMicros <= lastLocal);
    lastLocal = localMicros;
    ZoneOffset offset =
        valid.isEmpty() ? region.getRules().getOffset(local) : valid.get(inSecondHour ? 1 : 0);
    return offset.getTotalSeconds();
  }
}
