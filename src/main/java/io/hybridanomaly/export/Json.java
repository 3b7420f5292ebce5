package io.hybridanomaly.export;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How this package writes and reads JSON. */
final class Json {

  /**
   * Indented, in the order of the records. Keys that it does not know are passed over, so that a
   * later version may add some.
   */
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Json() {}

  /** A document as text, with a final newline. */
  static String text(Object document) {
    return MAPPER.writeValueAsString(document) + "\n";
  }
}
