package io.hybridanomaly.chat.gemini;

import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionCallingConfig;
import com.google.genai.types.FunctionCallingConfigMode;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.FunctionResponse;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GoogleSearch;
import com.google.genai.types.Part;
import com.google.genai.types.Tool;
import com.google.genai.types.ToolConfig;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.DataTool;
import io.hybridanomaly.chat.DataTool.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request in the words of the SDK. */
final class Requests {

  /** For thoughts and answer together. */
  private static final int MOST_OUTPUT_TOKENS = 8192;

  private final ChatRequest request;

  Requests(ChatRequest request) {
    this.request = request;
  }

  /** What a call may use. */
  enum Tools {
    FUNCTIONS_AND_SEARCH,
    FUNCTIONS,
    SEARCH
  }

  /** History, facts and question. */
  List<Content> contents() {
    List<Content> contents = new ArrayList<>();
    for (ChatRequest.Message message : request.history()) {
      contents.add(content(message.fromModel() ? "model" : "user", message.text()));
    }
    contents.add(
        Content.builder()
            .role("user")
            .parts(
                Part.fromText("FACTS\n" + request.briefing()),
                Part.fromText("QUESTION\n" + request.question()))
            .build());
    return contents;
  }

  static Content content(String role, String text) {
    return Content.builder().role(role).parts(Part.fromText(text)).build();
  }

  /**
   * What belongs to every call.
   *
   * @param more added to the instruction
   * @param lastRound whether the model must answer now instead of calling functions
   */
  GenerateContentConfig config(Tools tools, String more, boolean lastRound) {
    GenerateContentConfig.Builder config =
        GenerateContentConfig.builder()
            .systemInstruction(Content.fromParts(Part.fromText(request.instruction() + more)))
            .maxOutputTokens(MOST_OUTPUT_TOKENS)
            .tools(tools(tools));
    boolean functions = tools != Tools.SEARCH && !request.functions().offered().isEmpty();
    if (functions) {
      ToolConfig.Builder toolConfig = ToolConfig.builder();
      if (tools == Tools.FUNCTIONS_AND_SEARCH) {
        toolConfig.includeServerSideToolInvocations(true);
      }
      if (lastRound) {
        toolConfig.functionCallingConfig(
            FunctionCallingConfig.builder()
                .mode(new FunctionCallingConfigMode(FunctionCallingConfigMode.Known.NONE))
                .build());
      }
      config.toolConfig(toolConfig.build());
    }
    return config.build();
  }

  private List<Tool> tools(Tools tools) {
    List<Tool> list = new ArrayList<>();
    List<DataTool> offered = request.functions().offered();
    if (tools != Tools.SEARCH && !offered.isEmpty()) {
      list.add(
          Tool.builder()
              .functionDeclarations(offered.stream().map(Requests::declaration).toList())
              .build());
    }
    if (tools != Tools.FUNCTIONS) {
      list.add(Tool.builder().googleSearch(GoogleSearch.builder().build()).build());
    }
    return list;
  }

  private static FunctionDeclaration declaration(DataTool function) {
    FunctionDeclaration.Builder declaration =
        FunctionDeclaration.builder().name(function.id()).description(function.description());
    if (!function.parameters().isEmpty()) {
      Map<String, Object> properties = new LinkedHashMap<>();
      for (Parameter parameter : function.parameters()) {
        properties.put(
            parameter.id(),
            Map.of(
                "type",
                parameter.isText() ? "string" : "number",
                "description",
                parameter.description()));
      }
      declaration.parametersJsonSchema(
          Map.of(
              "type",
              "object",
              "properties",
              properties,
              "required",
              function.parameters().stream().map(Parameter::id).toList()));
    }
    return declaration.build();
  }

  /** The result of a call, under the call's own id. */
  static Part response(FunctionCall call, Map<String, Object> result) {
    FunctionResponse.Builder response =
        FunctionResponse.builder().name(call.name().orElse("")).response(result);
    call.id().ifPresent(response::id);
    return Part.builder().functionResponse(response.build()).build();
  }
}
