package io.hybridanomaly.importing.options;

/** Whether points are gathered in equal steps of the file's own wall clock. */
public sealed interface Resampling {

  /** The most units of a step. */
  int LONGEST = 10_000;

  /** Every point stays as it is. */
  record None() implements Resampling {}

  /**
   * One point for each step that holds at least one; a step without any stays a gap.
   *
   * @param count units of a step, 1 to {@link #LONGEST}
   * @param unit unit of a step
   * @param aggregation the value of a step
   */
  record Every(int count, Unit unit, Aggregation aggregation) implements Resampling {

    public Every {
      if (count < 1 || count > LONGEST) {
        throw new IllegalArgumentException("a step has 1 to " + LONGEST + " units");
      }
    }
  }

  /** Units of a step. Weeks start on Monday; months, quarters and years as in the calendar. */
  enum Unit {
    SECOND("second"),
    MINUTE("minute"),
    HOUR("hour"),
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    QUARTER("quarter"),
    YEAR("year");

    private final String text;

    Unit(String text) {
      this.text = text;
    }

    /** The unit in plain words. */
    public String text() {
      return text;
    }
  }

  /** The value of a step made from the values in it. */
  enum Aggregation {
    SUM("sum"),
    MEAN("mean"),
    LAST("last value");

    private final String text;

    Aggregation(String text) {
      this.text = text;
    }

    /** The aggregation in plain words. */
    public String text() {
      return text;
    }
  }

  /** Every point stays as it is. */
  static Resampling none() {
    return new None();
  }

  /**
   * One point for each step that holds at least one.
   *
   * @param count units of a step, 1 to {@link #LONGEST}
   */
  static Resampling every(int count, Unit unit, Aggregation aggregation) {
    return new Every(count, unit, aggregation);
  }
}
