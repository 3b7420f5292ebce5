package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.profile.Across;
import io.hybridanomaly.importing.time.ClockTime;
import java.time.LocalDate;

/** The times of the columns of a table that runs across, record by record. */
final class AcrossReader {

  private final Across across;
  private final int[] columns;
  private final long[] offsets;
  private long base;
  private LocalDate date = LocalDate.EPOCH;

  AcrossReader(Across across) {
    this.across = across;
    this.columns = across.columns().stream().mapToInt(Integer::intValue).toArray();
    this.offsets = across.offsets();
  }

  int size() {
    return columns.length;
  }

  int column(int index) {
    return columns[index];
  }

  /** Begins a record that has a date. */
  void start(long micros) {
    base = micros;
    if (across.kind() == Across.Kind.YEAR || across.kind() == Across.Kind.MONTH) {
      date = LocalDate.ofEpochDay(Math.floorDiv(micros, ClockTime.MICROS_PER_DAY));
    }
  }

  /** Whether the calendar has the time of a column: 31 February does not exist. */
  boolean exists(int index) {
    return across.kind() != Across.Kind.MONTH || offsets[index] < date.lengthOfMonth();
  }

  /** The time of a column in microseconds since 1970. */
  long micros(int index) {
    return switch (across.kind()) {
      case SERIES -> offsets[index];
      case DAY -> base + offsets[index];
      case YEAR -> date.plusMonths(offsets[index]).toEpochDay() * ClockTime.MICROS_PER_DAY;
      case MONTH -> base + offsets[index] * ClockTime.MICROS_PER_DAY;
    };
  }
}
