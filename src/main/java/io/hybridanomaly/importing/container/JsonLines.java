package io.hybridanomaly.importing.container;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON objects as the rows of a table: one a line, or an array of them. Their keys are the columns,
 * in the order in which they first appear; keys of an object inside are joined with a point.
 */
final class JsonLines {

  private static final ObjectReader OBJECTS =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  /** A table has as many columns as somebody can choose from. */
  private static final int MOST_COLUMNS = 10_000;

  private JsonLines() {}

  /** Whether a text begins as such a file does. */
  static boolean isBeginning(String head) {
    String start = head.startsWith("\uFEFF") ? head.substring(1).strip() : head.strip();
    return start.matches("(?s)(\\[\\s*)?\\{\\s*(\"|\\}).*");
  }

  /** The table, as text. The header is line 1, the first object line 2. */
  static TableSource table(CsvSource file, Budget budget) throws ImportException, IOException {
    Set<String> columns = new LinkedHashSet<>();
    int rows = 0;
    try (Rows all = Rows.of(file, budget)) {
      for (Map<String, JsonNode> row = all.next(); row != null; row = all.next()) {
        columns.addAll(row.keySet());
        rows++;
        if (columns.size() > MOST_COLUMNS) {
          throw new ImportException(
              "The JSON objects have more than %d different keys: they are no rows of one table."
                  .formatted(MOST_COLUMNS));
        }
      }
    }
    if (rows < 2) {
      throw new ImportException(
          "The file is one JSON object, not a table: write one object for each row, each on a line"
              + " of its own.");
    }
    PackedText text = PackedText.of(budget, out -> write(file, List.copyOf(columns), out));
    return new TableSource(file, "", file.name(), text::open);
  }

  private static void write(CsvSource file, List<String> columns, Writer out) throws IOException {
    CsvText text = new CsvText(out);
    for (String column : columns) {
      text.text(column);
    }
    text.endRow();
    // They were counted when their keys were collected.
    try (Rows all = Rows.of(file, new Budget(Long.MAX_VALUE))) {
      for (Map<String, JsonNode> row = all.next(); row != null; row = all.next()) {
        for (String column : columns) {
          write(row.get(column), text);
        }
        text.endRow();
      }
    } catch (ImportException e) {
      throw new IOException("the file has changed while it was read", e);
    }
  }

  private static void write(@Nullable JsonNode value, CsvText text) throws IOException {
    if (value == null || value.isNull()) {
      text.text("");
    } else if (value.isNumber()) {
      text.number(value.asString());
    } else {
      text.text(value.isString() ? value.asString() : value.toString());
    }
  }

  /** The objects of a file, one by one; the library takes the elements of an array one by one. */
  private static final class Rows implements AutoCloseable {

    private final MappingIterator<JsonNode> nodes;

    private Rows(MappingIterator<JsonNode> nodes) {
      this.nodes = nodes;
    }

    static Rows of(CsvSource file, Budget budget) throws IOException {
      InputStream in = budget.counted(file.open());
      Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      return new Rows(OBJECTS.readValues(text));
    }

    /** The next object, or null at the end. */
    @Nullable Map<String, JsonNode> next() throws ImportException, IOException {
      try {
        if (!nodes.hasNextValue()) {
          return null;
        }
        JsonNode node = nodes.nextValue();
        if (!node.isObject()) {
          throw new ImportException(
              "The file has JSON that is no object (%s): write each row as an object with names and values."
                  .formatted(Blanks.shorten(node.toString())));
        }
        Map<String, JsonNode> cells = new LinkedHashMap<>();
        flatten("", node, cells);
        return cells;
      } catch (JacksonException e) {
        throw refused(e);
      }
    }

    private static void flatten(String prefix, JsonNode object, Map<String, JsonNode> cells) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String key = prefix + entry.getKey();
        if (entry.getValue().isObject()) {
          flatten(key + ".", entry.getValue(), cells);
        } else {
          cells.put(key, entry.getValue());
        }
      }
    }

    private static ImportException refused(JacksonException e) throws IOException {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      TokenStreamLocation place = e.getLocation();
      int line = place == null ? 0 : place.getLineNr();
      return new ImportException(
          "The JSON in line %d cannot be read: correct or remove that line.".formatted(line),
          line,
          null);
    }

    @Override
    public void close() {
      nodes.close();
    }
  }
}
