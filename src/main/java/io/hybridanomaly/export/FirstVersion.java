package io.hybridanomaly.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reports of version 1.0 in the form of today's: they describe the data in lines for reading, and
 * say neither how large the file was nor when its first point is.
 */
final class FirstVersion {

  private static final Pattern LEFT_OUT = Pattern.compile("([\\d,]{1,12}) rows? with (.*)");

  private FirstVersion() {}

  /**
   * Puts the description of the data into today's form, if it is in the first one.
   *
   * @throws RuntimeException if a line is not what version 1.0 would have written
   */
  static void upgrade(ObjectNode root) {
    if (root.has("data") || !root.has("data_check")) {
      return;
    }
    ObjectNode data = root.putObject("data");
    data.put("value_column", root.required("value_column").asString())
        .put("date_columns", "")
        .put("first_time", "")
        .put("last_time", "")
        .put("points", root.required("points").asInt());
    data.putObject("dropped");
    data.putArray("notes");
    for (JsonNode fact : root.required("data_check")) {
      add(fact.required("name").asString(), fact.required("text").asString(), data);
    }
  }

  private static void add(String name, String text, ObjectNode data) {
    Matcher leftOut = LEFT_OUT.matcher(text);
    switch (name) {
      case "Date column" ->
          data.put("date_columns", text.startsWith("none,") ? "" : text.replace(" + ", "+"));
      case "Rows read" -> data.put("rows_read", count(text));
      case "Step" -> data.put("sampling_step", text);
      case "Missing values" -> data.put("missing_values", count(text));
      case "Equal times" -> data.put("duplicate_times", count(text));
      case "Note" -> data.withArray("notes").add(text);
      case "Left out" -> {
        if (leftOut.matches()) {
          int rows = count(leftOut.group(1));
          data.withObject("dropped").put(leftOut.group(2), rows);
          data.put("rows_dropped", data.path("rows_dropped").asInt(0) + rows);
        }
      }
      default -> {
        // The points themselves say the rest.
      }
    }
  }

  private static int count(String text) {
    return Integer.parseInt(text.replace(",", ""));
  }
}
