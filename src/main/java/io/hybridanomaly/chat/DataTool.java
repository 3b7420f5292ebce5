package io.hybridanomaly.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a model may ask for or do. */
public enum DataTool {
  LIST_ANOMALIES(
      "All anomalies with their facts, in order of time, and the most unusual stretches below the"
          + " threshold, which are no anomalies."),
  GET_VALUES(
      "Values, expectations and scores of a stretch, at most 200 evenly spread rows, and the"
          + " statistics of all its values."),
  DIGIT_STATISTICS("First digits of a stretch against Benford's law."),
  COMPARE_RANGES("Statistics of two stretches side by side."),
  COUNT_VALUES("How many values of a stretch are below, at and above a limit."),
  MEANS_BY("Means of a stretch by weekday, month of the year, hour of the day or year."),
  NEAREST_SIMILAR("The other stretch of the series whose shape is nearest to the given one."),
  ZOOM_TO("Zooms the visitor's charts to a stretch."),
  SELECT_ANOMALY("Selects an anomaly on the visitor's page."),
  TRY_SENSITIVITY(
      "Judges the result with another sensitivity on the visitor's page, 0 to 10; higher flags"
          + " more. The visitor can undo it.");

  /** What a function needs; all are required. */
  public enum Parameter {
    FROM(true, "First time of the stretch as in the facts, or a date; for row numbers the row."),
    TO(true, "Last time of the stretch, inclusive."),
    OTHER_FROM(true, "First time of the other stretch."),
    OTHER_TO(true, "Last time of the other stretch, inclusive."),
    NUMBER(false, "The anomaly's number in the facts, from 1."),
    SENSITIVITY(false, "From 0 to 10."),
    LIMIT(false, "In the unit of the values."),
    BY(true, "weekday, month, hour or year.");

    private final boolean text;
    private final String description;

    Parameter(boolean text, String description) {
      this.text = text;
      this.description = description;
    }

    /** The name in a call. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a text; otherwise it is a number. */
    public boolean isText() {
      return text;
    }

    /** What it means, for the model. */
    public String description() {
      return description;
    }
  }

  private final String description;

  DataTool(String description) {
    this.description = description;
  }

  /** The name in a call. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it gives or does, for the model. */
  public String description() {
    return description;
  }

  /** What it needs. */
  public List<Parameter> parameters() {
    return switch (this) {
      case LIST_ANOMALIES -> List.of();
      case GET_VALUES, DIGIT_STATISTICS, NEAREST_SIMILAR, ZOOM_TO ->
          List.of(Parameter.FROM, Parameter.TO);
      case COMPARE_RANGES ->
          List.of(Parameter.FROM, Parameter.TO, Parameter.OTHER_FROM, Parameter.OTHER_TO);
      case COUNT_VALUES -> List.of(Parameter.FROM, Parameter.TO, Parameter.LIMIT);
      case MEANS_BY -> List.of(Parameter.FROM, Parameter.TO, Parameter.BY);
      case SELECT_ANOMALY -> List.of(Parameter.NUMBER);
      case TRY_SENSITIVITY -> List.of(Parameter.SENSITIVITY);
    };
  }

  /** Whether it gives away values of the file. */
  boolean showsValues() {
    return this == GET_VALUES || this == COUNT_VALUES || this == MEANS_BY;
  }

  /** The function with this {@link #id()}. */
  static Optional<DataTool> ofId(String id) {
    return Arrays.stream(values()).filter(function -> function.id().equals(id)).findAny();
  }
}
