package io.hybridanomaly.importing.profile;

import java.util.List;

/**
 * A table whose times run across: each record gives as many points as there are such columns.
 *
 * @param columns indices of the columns with values, in the order of their times
 * @param kind what the columns add to the time of their record
 * @param offsets microseconds of each column since the start of the record's day, months since the
 *     start of its year, or days since the start of its month; of a series in a record the times
 *     themselves, in microseconds since 1970
 */
public record Across(List<Integer> columns, Kind kind, long[] offsets) {

  /** What a record stands for. */
  public enum Kind {
    /** A day, with times of day across. */
    DAY("times of day"),
    /** A year, with months across. */
    YEAR("months"),
    /** A month, with days across. */
    MONTH("days"),
    /** A whole series, with its times across. */
    SERIES("times");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** What stands across, in plain words. */
    public String text() {
      return text;
    }
  }

  public Across {
    columns = List.copyOf(columns);
  }
}
