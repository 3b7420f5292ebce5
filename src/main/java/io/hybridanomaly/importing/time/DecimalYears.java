package io.hybridanomaly.importing.time;

import java.util.Arrays;

/**
 * Years whose decimals are the part of the year that is over. Files give the middle or the start of
 * months and quarters in this way, rounded to a few decimals.
 */
public final class DecimalYears {

  private static final int MONTHS = 12;
  private static final int QUARTERS = 4;

  /** How far from the middle or the start of a month or quarter a time may lie, as a share. */
  private static final double TOLERANCE = 0.2;

  private final DateGranularity granularity;

  /**
   * @param granularity {@code MONTH} or {@code QUARTER} where the decimals stand for these, {@code
   *     DAY} where they are an instant
   */
  DecimalYears(DateGranularity granularity) {
    this.granularity = granularity;
  }

  /** What the decimals of a column stand for. */
  public static DateGranularity granularity(double[] years) {
    double[] steps = new double[Math.max(0, years.length - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = years[i + 1] - years[i];
    }
    Arrays.sort(steps);
    double step = steps.length == 0 ? 0 : steps[steps.length / 2];
    if (Math.abs(step * MONTHS - 1) < TOLERANCE && fit(years, MONTHS)) {
      return DateGranularity.MONTH;
    }
    boolean quarterly = Math.abs(step * QUARTERS - 1) < TOLERANCE && fit(years, QUARTERS);
    return quarterly ? DateGranularity.QUARTER : DateGranularity.DAY;
  }

  private static boolean fit(double[] years, int parts) {
    boolean middles = true;
    boolean starts = true;
    for (double year : years) {
      double place = year * parts - Math.floor(year * parts);
      middles &= Math.abs(place - 0.5) <= TOLERANCE;
      starts &= Math.min(place, 1 - place) <= TOLERANCE;
    }
    return middles || starts;
  }

  /** Microseconds since 1970: the first instant of the month or quarter, or the second itself. */
  double micros(double year) {
    if (granularity == DateGranularity.MONTH || granularity == DateGranularity.QUARTER) {
      int parts = granularity == DateGranularity.MONTH ? MONTHS : QUARTERS;
      long number = (long) Math.floor(year * parts + TOLERANCE);
      int whole = (int) Math.floorDiv(number, parts);
      int month = Math.floorMod(number, parts) * (MONTHS / parts) + 1;
      return ClockTime.isDate(whole, month, 1)
          ? (double) ClockTime.epochDay(whole, month, 1) * ClockTime.MICROS_PER_DAY
          : Double.NaN;
    }
    int whole = (int) Math.floor(year);
    if (!ClockTime.isDate(whole, 1, 1)) {
      return Double.NaN;
    }
    long start = ClockTime.epochDay(whole, 1, 1);
    double days = (year - whole) * (ClockTime.isLeap(whole) ? 366 : 365);
    double seconds = Math.rint(days * 86_400);
    return (double) start * ClockTime.MICROS_PER_DAY + seconds * ClockTime.MICROS_PER_SECOND;
  }
}
