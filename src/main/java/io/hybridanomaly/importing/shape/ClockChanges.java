package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.points.TimeScale;
import io.hybridanomaly.importing.time.ClockTime;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Clocks that go back or forward an hour in a file that gives local times without a zone. The order
 * of the file tells where: an hour that stands twice, one after the other, and in spring an hour
 * that is missing where the clocks of some zone leave it out.
 */
final class ClockChanges {

  private static final long HOUR = 3600 * ClockTime.MICROS_PER_SECOND;
  private static final long HOUR_SECONDS = 3600;

  /** Steps from which the usual one is taken. */
  private static final int SAMPLED = 2000;

  private static final double DAYS_PER_CHANGE = 60;
  private static final int LAST_HOUR = 5;
  private static final int LISTED = 3;

  private final RawPoints points;
  private final long[] local;
  private final List<String> back = new ArrayList<>();
  private final List<String> forward = new ArrayList<>();

  /**
   * @param points in the order of the file, with offsets if clocks change
   * @param sentences what was found
   */
  record Found(RawPoints points, List<String> sentences) {}

  private ClockChanges(RawPoints points, long[] local) {
    this.points = points;
    this.local = local;
  }

  /** Looks for the changes; without any the points stay as they are. */
  static Found in(RawPoints points) {
    long[] local = points.localMicros();
    if (local == null
        || points.offsets() != null
        || !points.scale().equals(TimeScale.CALENDAR)
        || local.length < 3) {
      return new Found(points, List.of());
    }
    if (isDescending(local)) {
      int n = local.length;
      int[] places = new int[n];
      Arrays.setAll(places, i -> n - 1 - i);
      Found reversed = in(points.select(places));
      return reversed.sentences().isEmpty() ? new Found(points, List.of()) : reversed;
    }
    return new ClockChanges(points, local).find();
  }

  private static boolean isDescending(long[] local) {
    int checked = Math.min(local.length, SAMPLED);
    int down = 0;
    for (int i = 1; i < checked; i++) {
      down += local[i] < local[i - 1] ? 1 : 0;
    }
    return down * 10L > checked * 9L && local[0] > local[local.length - 1];
  }

  private Found find() {
    Found none = new Found(points, List.of());
    long step = usualStep();
    if (step <= 0 || step > HOUR) {
      return none;
    }
    int[] offsets = null;
    int offset = 0;
    for (int i = 1; i < local.length; i++) {
      long distance = local[i] - local[i - 1];
      if (distance != step) {
        if (goesBack(i, distance, step)) {
          offset -= (int) HOUR_SECONDS;
          back.add(text(local[i]));
        } else if (distance < 0) {
          return none;
        } else if (distance == step + HOUR && changes(local[i - 1] + step, false)) {
          offset += (int) HOUR_SECONDS;
          forward.add(text(local[i - 1] + step));
        }
        if (offset != 0 && offsets == null) {
          offsets = new int[local.length];
        }
      }
      if (offsets != null) {
        offsets[i] = offset;
      }
    }
    double days = (double) (local[local.length - 1] - local[0]) / ClockTime.MICROS_PER_DAY;
    boolean rare = back.size() <= 1 + days / DAYS_PER_CHANGE;
    return offsets == null || !rare ? none : new Found(points.withInferred(offsets), sentences());
  }

  private long usualStep() {
    int n = Math.min(local.length - 1, SAMPLED);
    long[] steps = new long[n];
    for (int i = 0; i < n; i++) {
      steps[i] = local[i + 1] - local[i];
    }
    Arrays.sort(steps);
    return steps[n / 2];
  }

  /** Whether an hour starts again at a point. */
  private boolean goesBack(int point, long distance, long step) {
    if (step == HOUR) {
      return distance == 0 && changes(local[point], true);
    }
    return distance < 0 && distance >= -HOUR && (distance + HOUR) % step == 0;
  }

  /**
   * Whether the clocks of some zone change then. Loggers repeat other hours of that night too, so
   * that an hour counts as repeated up to five hours behind midnight.
   */
  private static boolean changes(long micros, boolean overlap) {
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, ClockTime.MICROS_PER_SECOND), 0, ZoneOffset.UTC);
    if (!overlap) {
      return changesAt(time, false);
    }
    for (int hour = 0; hour < LAST_HOUR && time.getHour() < LAST_HOUR; hour++) {
      if (changesAt(time.withHour(hour), true)) {
        return true;
      }
    }
    return false;
  }

  private static boolean changesAt(LocalDateTime time, boolean overlap) {
    for (ZoneRules rules : Zones.ALL) {
      ZoneOffsetTransition transition = rules.getTransition(time);
      if (transition != null
          && transition.isOverlap() == overlap
          && Math.abs(transition.getDuration().toSeconds()) == HOUR_SECONDS) {
        return true;
      }
    }
    return false;
  }

  /** The rules of all zones; loaded when the first candidate is met. */
  private static final class Zones {
    static final Set<ZoneRules> ALL =
        ZoneId.getAvailableZoneIds().stream()
            .map(id -> ZoneId.of(id).getRules())
            .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!back.isEmpty()) {
      sentences.add(
          "Clocks go back at %s: the hour stands twice, and the order of the file was kept."
              .formatted(list(back)));
    }
    if (!forward.isEmpty()) {
      sentences.add(
          "Clocks go forward at %s: the hour that is missing there counts as no gap."
              .formatted(list(forward)));
    }
    return sentences;
  }

  private static String list(List<String> times) {
    String first = times.stream().limit(LISTED).collect(Collectors.joining(", "));
    return times.size() > LISTED
        ? first + " and %d more times".formatted(times.size() - LISTED)
        : first;
  }

  private static String text(long micros) {
    return LocalDateTime.ofEpochSecond(
            Math.floorDiv(micros, ClockTime.MICROS_PER_SECOND), 0, ZoneOffset.UTC)
        .toString()
        .replace('T', ' ');
  }
}
