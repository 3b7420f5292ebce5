package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.importing.time.TimePart;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days of 23 and 25 hours in tables that number the periods of a day: they have 46 or 50
 * half-hours, so that the period no longer tells the clock by itself. Where a day ends an hour
 * early or late and the clocks of a zone change on it, its times become those of the clock.
 */
final class PeriodDays {

  private static final long MINUTE = 60 * ClockTime.MICROS_PER_SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = ClockTime.MICROS_PER_DAY;

  /** Settlement periods are British; the others stand for the continent and for North America. */
  private static final ZoneId BRITAIN = ZoneId.of("Europe/London");

  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"));

  private final long[] local;
  private final long step;
  private final boolean settlement;
  private boolean changed;

  private PeriodDays(long[] local, long step, boolean settlement) {
    this.local = local;
    this.step = step;
    this.settlement = settlement;
  }

  /**
   * Puts the times of such days right; without any the points stay as they are.
   *
   * @param points in the order of the file
   * @param parts what the date columns hold
   * @param settlement whether the periods are called those of settlement
   */
  static RawPoints onTheClock(RawPoints points, List<TimePart> parts, boolean settlement) {
    long step = parts.stream().mapToLong(PeriodDays::step).max().orElse(0);
    long[] local = points.localMicros();
    if (step == 0 || local == null || points.offsets() != null) {
      return points;
    }
    PeriodDays days = new PeriodDays(local.clone(), step, settlement);
    days.settle();
    return days.changed ? points.withTimes(days.local) : points;
  }

  private static long step(TimePart part) {
    return switch (part) {
      case HALF_HOUR -> 30 * MINUTE;
      case QUARTER_HOUR -> 15 * MINUTE;
      case FIVE_MINUTES -> 5 * MINUTE;
      case HOUR_ENDING -> HOUR;
      default -> 0;
    };
  }

  private void settle() {
    for (int i = 1; i < local.length; i++) {
      long distance = local[i] - local[i - 1];
      boolean late = distance == step - HOUR;
      boolean early = distance == step + HOUR;
      if (Math.floorMod(local[i], DAY) == 0 && (late || early)) {
        settleDay(i, local[i] - DAY, late);
      }
    }
  }

  /**
   * @param end the first point of the day after
   * @param midnight the start of the day
   */
  private void settleDay(int end, long midnight, boolean longer) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(midnight, DAY));
    ZoneId zone = zone(date, longer);
    if (zone == null) {
      return;
    }
    for (int i = end - 1; i >= 0 && local[i] >= midnight; i--) {
      long seconds = (local[i] - midnight) / ClockTime.MICROS_PER_SECOND;
      LocalDateTime clock = date.atStartOfDay(zone).plusSeconds(seconds).toLocalDateTime();
      local[i] = clock.toEpochSecond(ZoneOffset.UTC) * ClockTime.MICROS_PER_SECOND;
    }
    changed = true;
  }

  /** The zone whose clocks change on a day. */
  private @Nullable ZoneId zone(LocalDate date, boolean longer) {
    if (settlement && changes(BRITAIN, date, longer)) {
      return BRITAIN;
    }
    return ZONES.stream().filter(zone -> changes(zone, date, longer)).findFirst().orElse(null);
  }

  private static boolean changes(ZoneId zone, LocalDate date, boolean longer) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(date.atStartOfDay(zone).toInstant());
    return next != null
        && next.getDateTimeBefore().toLocalDate().equals(date)
        && next.isOverlap() == longer;
  }
}
