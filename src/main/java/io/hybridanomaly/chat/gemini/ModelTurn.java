package io.hybridanomaly.chat.gemini;

import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.Part;
import java.util.List;

/**
 * One complete response of the model.
 *
 * @param parts all parts as they came, thought signatures included
 * @param text what of it is meant for the visitor
 */
record ModelTurn(List<Part> parts, String text) {

  ModelTurn {
    parts = List.copyOf(parts);
  }

  /** The model's contribution, to be sent back unchanged. */
  Content content() {
    return Content.builder().role("model").parts(parts).build();
  }

  /** The functions that the model wants to call. */
  List<FunctionCall> calls() {
    return parts.stream().flatMap(part -> part.functionCall().stream()).toList();
  }
}
