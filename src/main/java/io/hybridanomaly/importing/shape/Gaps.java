package io.hybridanomaly.importing.shape;

import io.hybridanomaly.importing.options.GapTreatment;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.points.Sampling;
import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.importing.read.UsableRows;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.ClockTime;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Fills the gaps of a series with regular times, or keeps its longest stretch without one. */
final class Gaps {

  private final RawPoints points;
  private final Sampling.Rhythm rhythm;

  Gaps(RawPoints points, Sampling.Rhythm rhythm) {
    this.points = points;
    this.rhythm = rhythm;
  }

  /** The points after a treatment, with a sentence that says what was done. */
  record Treated(RawPoints points, Optional<String> note) {}

  /**
   * @param points in time order, no value NaN
   * @param maxPoints the most points that filling may make
   * @throws ImportException if filling makes too many points or too few are left
   */
  static Treated treat(RawPoints points, GapTreatment how, int maxPoints) throws ImportException {
    if (how == GapTreatment.KEEP) {
      return new Treated(points, Optional.empty());
    }
    Sampling.Rhythm rhythm = Sampling.rhythm(points);
    if (rhythm.step() == null) {
      return new Treated(points, Optional.empty());
    }
    if (!rhythm.step().regular()) {
      return new Treated(
          points,
          Optional.of(
              "The times are irregular, so there are no gaps to treat; resampling makes them"
                  + " regular."));
    }
    Gaps gaps = new Gaps(points, rhythm);
    return how == GapTreatment.LONGEST_STRETCH ? gaps.longestStretch() : gaps.fill(how, maxPoints);
  }

  private Treated longestStretch() throws ImportException {
    int bestFrom = 0;
    int best = 0;
    for (int from = 0, to; from < points.size(); from = to) {
      to = from + 1;
      while (to < points.size() && missingAfter(to - 1) == 0) {
        to++;
      }
      if (to - from > best) {
        best = to - from;
        bestFrom = from;
      }
    }
    UsableRows.checkLeft(best, "in the longest stretch without a gap", "keep the gaps");
    if (best == points.size()) {
      return new Treated(points, Optional.empty());
    }
    int[] places = new int[best];
    for (int i = 0; i < best; i++) {
      places[i] = bestFrom + i;
    }
    int left = points.size() - best;
    return new Treated(
        points.select(places),
        Optional.of(
            "Only the longest stretch without a gap was kept; %s left out."
                .formatted(left == 1 ? "1 point was" : left + " points were")));
  }

  private Treated fill(GapTreatment how, int maxPoints) throws ImportException {
    long missing = rhythm.step() == null ? 0 : rhythm.step().missingSteps();
    if (missing == 0) {
      return new Treated(points, Optional.empty());
    }
    if (points.size() + missing > maxPoints) {
      throw new ImportException(
          String.format(
              Locale.ROOT,
              "Filling the gaps would make %,d points and %,d are allowed: keep the gaps or"
                  + " resample to a longer step.",
              points.size() + missing,
              maxPoints));
    }
    String with =
        switch (how) {
          case FILL_PREVIOUS -> "with the value before the gap";
          case FILL_ZERO -> "with 0";
          default -> "on the line between the values beside the gap";
        };
    String made = missing == 1 ? "1 point was" : missing + " points were";
    return new Treated(
        filled(how, (int) missing),
        Optional.of("%s added to fill gaps, %s.".formatted(made, with)));
  }

  private RawPoints filled(GapTreatment how, int missing) {
    int n = points.size() + missing;
    int[] places = new int[n];
    long[] keys = new long[n];
    double[] values = new double[n];
    boolean[] added = new boolean[n];
    int count = 0;
    for (int i = 0; i < points.size(); i++) {
      long more = i + 1 < points.size() ? missingAfter(i) : 0;
      for (long k = 0; k <= more; k++, count++) {
        places[count] = i;
        keys[count] = k == 0 ? rhythm.keys().ticks()[i] : keyAfter(i, k);
        values[count] = k == 0 ? points.values()[i] : value(how, i, keys[count]);
        added[count] = k > 0;
      }
    }
    return moved(points.select(places), keys, values, added);
  }

  /** The copies of the points before the gaps, with times and values of their own. */
  private RawPoints moved(RawPoints copies, long[] keys, double[] values, boolean[] added) {
    int[] rows = copies.rows();
    long[] local = copies.localMicros();
    byte[] labels = copies.labels();
    short[] nanos = rhythm.keys().perMicro() == 1 ? null : copies.nanos();
    for (int i = 0; i < added.length; i++) {
      if (!added[i]) {
        continue;
      }
      if (rows != null) {
        rows[i] = (int) keys[i];
      }
      if (local != null) {
        // Keys and clocks run alike within one offset, and an added point has that before it.
        long ticks = keys[i] - keys[i - 1] + (nanos == null ? 0 : nanos[i - 1]);
        int perMicro = rhythm.keys().perMicro();
        local[i] = local[i - 1] + Math.floorDiv(ticks, perMicro);
        if (nanos != null) {
          nanos[i] = (short) Math.floorMod(ticks, perMicro);
        }
      }
      if (labels != null) {
        labels[i] = 0;
      }
    }
    return new RawPoints(
        rows, local, copies.offsets(), copies.nanos(), values, labels, copies.scale());
  }

  private double value(GapTreatment how, int before, long key) {
    double[] values = points.values();
    if (how == GapTreatment.FILL_ZERO) {
      return 0;
    }
    if (how == GapTreatment.FILL_PREVIOUS) {
      return values[before];
    }
    long[] keys = rhythm.keys().ticks();
    double share = (double) (key - keys[before]) / (keys[before + 1] - keys[before]);
    return values[before] * (1 - share) + values[before + 1] * share;
  }

  /**
   * How many steps lie without a point between a point and the next one; 0 where the times are
   * irregular.
   */
  long missingAfter(int place) {
    SamplingStep step = rhythm.step();
    if (step == null || !step.regular()) {
      return 0;
    }
    long from = rhythm.keys().ticks()[place];
    long to = rhythm.keys().ticks()[place + 1];
    if (from == to) {
      return 0;
    }
    return step.months() > 0
        ? (Sampling.monthNumber(to) - Sampling.monthNumber(from)) / step.months() - 1
        : (to - from) / rhythm.stepTicks() - 1;
  }

  /** The time some steps after a point; in a series of ends of months, the end of its month. */
  private long keyAfter(int place, long steps) {
    long key = rhythm.keys().ticks()[place];
    SamplingStep step = rhythm.step();
    if (step == null || step.months() == 0) {
      return key + steps * rhythm.stepTicks();
    }
    LocalDate date = date(key);
    LocalDate next = date(rhythm.keys().ticks()[place + 1]);
    LocalDate there = date.plusMonths(steps * step.months());
    boolean ends =
        date.getDayOfMonth() == date.lengthOfMonth()
            && next.getDayOfMonth() == next.lengthOfMonth();
    LocalDate day = ends ? there.withDayOfMonth(there.lengthOfMonth()) : there;
    return day.toEpochDay() * ClockTime.MICROS_PER_DAY
        + Math.floorMod(key, ClockTime.MICROS_PER_DAY);
  }

  private static LocalDate date(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, ClockTime.MICROS_PER_DAY));
  }
}
