package io.hybridanomaly.importing.points;

import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.series.MissingStretch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the sampling step of ascending times. */
public final class Sampling {

  private static final long[] UNIT_NANOS = {
    7 * ClockTime.MICROS_PER_DAY * 1000,
    ClockTime.MICROS_PER_DAY * 1000,
    3_600_000_000_000L,
    60_000_000_000L,
    1_000_000_000L,
    1_000_000L,
    1_000L,
    1L
  };
  private static final String[] UNIT_NAMES = {
    "week", "day", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"
  };

  private Sampling() {}

  /**
   * The step between ascending times; equal times are passed over.
   *
   * @return empty if all times are equal
   */
  static Optional<SamplingStep> of(TimeKeys keys) {
    long[] distances = distances(keys.ticks());
    if (distances.length == 0) {
      return Optional.empty();
    }
    long step = typical(distances);
    boolean regular = isRegular(distances, step);
    boolean even = regular && distances[0] == distances[distances.length - 1];
    if (!even && keys.perMicro() == 1 && step >= 28 * ClockTime.MICROS_PER_DAY) {
      int[] months = monthNumbers(keys.ticks());
      if (months.length > 0) {
        return Optional.of(monthly(months, distances[0]));
      }
    }
    long micros = step / keys.perMicro();
    int nanos = (int) (step % keys.perMicro());
    return Optional.of(
        new SamplingStep(
            micros,
            nanos,
            0,
            text(micros, nanos),
            isFrequent(distances, step),
            regular,
            regular ? gaps(distances, step) : 0,
            regular ? missingSteps(distances, step) : 0));
  }

  private static boolean isRegular(long[] distances, long step) {
    return Arrays.stream(distances).allMatch(distance -> distance % step == 0);
  }

  private static int gaps(long[] distances, long step) {
    return (int)
        Arrays.stream(distances)
            .asDoubleStream()
            .filter(distance -> MissingStretch.isGap(distance, (double) step))
            .count();
  }

  private static long missingSteps(long[] distances, long step) {
    return Arrays.stream(distances).map(distance -> distance / step - 1).sum();
  }

  /**
   * The times that a series steps by and their step.
   *
   * @param keys ascending: instants or wall clock times, or row numbers
   * @param step null if all keys are equal
   */
  public record Rhythm(TimeKeys keys, @Nullable SamplingStep step) {

    /** The step in the ticks of the keys; 0 if there is none. */
    public long stepTicks() {
      return step == null ? 0 : step.micros() * keys.perMicro() + step.nanos();
    }
  }

  /** By instants, or by the wall clock where that is the more regular one, or by row numbers. */
  public static Rhythm rhythm(RawPoints points) {
    TimeKeys instants = points.keys();
    long[] local = points.localMicros();
    if (instants == null || local == null) {
      int[] rows = points.rows();
      long[] numbers = rows == null ? new long[0] : Arrays.stream(rows).asLongStream().toArray();
      return rhythm(new TimeKeys(numbers, 1));
    }
    Rhythm byInstant = rhythm(instants);
    boolean irregular = byInstant.step() != null && !byInstant.step().regular();
    if (irregular && points.offsets() != null) {
      TimeKeys clock = TimeKeys.of(local, points.nanos());
      Rhythm byClock = TimeKeys.isSorted(clock.ticks()) ? rhythm(clock) : byInstant;
      if (byClock.step() != null && byClock.step().regular()) {
        return byClock;
      }
    }
    return byInstant;
  }

  private static Rhythm rhythm(TimeKeys keys) {
    return new Rhythm(keys, of(keys).orElse(null));
  }

  /** The share of the distances, from 0 to 1, that are the step exactly; months count as equal. */
  public static double evenShare(long[] micros) {
    Optional<SamplingStep> found = of(new TimeKeys(micros, 1));
    if (found.isEmpty()) {
      return 1;
    }
    SamplingStep step = found.get();
    long[] distances = distances(micros);
    if (step.regular()) {
      return 1 - (double) step.gaps() / distances.length;
    }
    return (double) Arrays.stream(distances).filter(d -> d == step.micros()).count()
        / distances.length;
  }

  /** The distances above zero, ascending. */
  private static long[] distances(long[] micros) {
    long[] distances = new long[Math.max(micros.length - 1, 0)];
    int count = 0;
    for (int i = 1; i < micros.length; i++) {
      long distance = micros[i] - micros[i - 1];
      if (distance > 0) {
        distances[count++] = distance;
      }
    }
    long[] positive = Arrays.copyOf(distances, count);
    Arrays.sort(positive);
    return positive;
  }

  /** The most frequent of ascending distances; the median if no distance is frequent. */
  private static long typical(long[] sorted) {
    long best = sorted[0];
    int bestCount = 0;
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      count = i > 0 && sorted[i] == sorted[i - 1] ? count + 1 : 1;
      if (count > bestCount) {
        best = sorted[i];
        bestCount = count;
      }
    }
    return isFrequent(bestCount, sorted.length) ? best : sorted[sorted.length / 2];
  }

  private static boolean isFrequent(long count, int all) {
    return count * 4 >= all;
  }

  private static boolean isFrequent(long[] distances, long step) {
    long count = Arrays.stream(distances).filter(distance -> distance == step).count();
    return isFrequent(count, distances.length);
  }

  /**
   * Months since year 0 of times that all stand at the same place in their month, the first or the
   * last day included; empty if they do not.
   */
  private static int[] monthNumbers(long[] micros) {
    int[] months = new int[micros.length];
    long clock = Math.floorMod(micros[0], ClockTime.MICROS_PER_DAY);
    int day =
        LocalDate.ofEpochDay(Math.floorDiv(micros[0], ClockTime.MICROS_PER_DAY)).getDayOfMonth();
    boolean sameDay = true;
    boolean monthEnd = true;
    for (int i = 0; i < micros.length; i++) {
      LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(micros[i], ClockTime.MICROS_PER_DAY));
      sameDay &= date.getDayOfMonth() == day;
      monthEnd &= date.getDayOfMonth() == date.lengthOfMonth();
      boolean sameClock = Math.floorMod(micros[i], ClockTime.MICROS_PER_DAY) == clock;
      if (!sameClock || !(sameDay || monthEnd)) {
        return new int[0];
      }
      months[i] = monthNumber(micros[i]);
    }
    return months;
  }

  /** Months since the year 0. */
  public static int monthNumber(long micros) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(micros, ClockTime.MICROS_PER_DAY));
    return date.getYear() * 12 + date.getMonthValue();
  }

  private static SamplingStep monthly(int[] months, long shortest) {
    long[] distances = distances(Arrays.stream(months).asLongStream().toArray());
    long step = typical(distances);
    boolean regular = isRegular(distances, step);
    String text =
        step % 12 == 0
            ? counted(step / 12, "year")
            : step % 3 == 0 ? counted(step / 3, "quarter") : counted(step, "month");
    return new SamplingStep(
        shortest,
        0,
        (int) step,
        text,
        isFrequent(distances, step),
        regular,
        regular ? gaps(distances, step) : 0,
        regular ? missingSteps(distances, step) : 0);
  }

  private static String counted(long count, String unit) {
    return count == 1 ? "1 " + unit : count + " " + unit + "s";
  }

  /** A duration in the largest unit that makes a whole number, or with one decimal. */
  static String text(long micros, int nanos) {
    BigDecimal length = BigDecimal.valueOf(micros).movePointRight(3).add(BigDecimal.valueOf(nanos));
    for (int i = 0; i < UNIT_NANOS.length; i++) {
      BigDecimal[] counted = length.divideAndRemainder(BigDecimal.valueOf(UNIT_NANOS[i]));
      long limit = i == 0 ? 1 : i == 1 ? 1000 : 120;
      if (counted[1].signum() == 0 && counted[0].compareTo(BigDecimal.valueOf(limit)) <= 0) {
        return counted(counted[0].longValueExact(), UNIT_NAMES[i]);
      }
    }
    for (int i = 1; i < UNIT_NANOS.length; i++) {
      BigDecimal unit = BigDecimal.valueOf(UNIT_NANOS[i]);
      if (length.compareTo(unit) >= 0) {
        BigDecimal count = length.divide(unit, 1, RoundingMode.HALF_UP).stripTrailingZeros();
        return count.toPlainString() + " " + UNIT_NAMES[i] + "s";
      }
    }
    return counted(nanos, "nanosecond");
  }
}
