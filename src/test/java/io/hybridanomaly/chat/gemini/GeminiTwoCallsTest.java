package io.hybridanomaly.chat.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.ChatRequest.Message;
import io.hybridanomaly.chat.DataTools;
import io.hybridanomaly.chat.Detail;
import io.hybridanomaly.chat.SystemPrompt;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model that cannot search and call functions in one call. */
class GeminiTwoCallsTest extends GeminiTest {

  @Test
  void aModelThatRefusesFunctionsAndSearchTogetherIsCalledTwice() throws Exception {
    String refusal = error(400, "Tool use with function calling is unsupported", "");
    server
        .then(stage -> stage.error(400, refusal))
        .then(stage -> stage.last("## From your data\nA peak."))
        .then(stage -> stage.last("## From the web\nA marathon."));
    assertThat(ask().text())
        .isEqualTo("## From your data\nA peak.\n\n## From the web\nA marathon.");
    assertThat(server.requests().get(1).body())
        .contains("functionDeclarations")
        .doesNotContain("googleSearch");
    assertThat(server.requests().get(2).body())
        .contains("googleSearch", "A peak.")
        .doesNotContain("functionDeclarations");
    server.then(stage -> stage.last("One.")).then(stage -> stage.last("Two."));
    assertThat(ask().text()).isEqualTo("One.\n\nTwo.");
    assertThat(server.requests()).hasSize(5);
  }

  @Test
  void thePreviewShowsVerbatimWhatTheTwoCallsGet() throws Exception {
    String refusal = error(400, "Tool use with function calling is unsupported", "");
    server
        .then(stage -> stage.error(400, refusal))
        .then(stage -> stage.last("A peak."))
        .then(stage -> stage.last("A marathon."));
    ChatRequest request = request(new Message(false, "Earlier?"), new Message(true, "Before."));
    Heard heard = new Heard();
    chat.ask(request, heard);
    heard.toTheEnd();
    String preview = request.preview();
    for (FakeGemini.Request sent : server.requests()) {
      JsonNode body = JsonMapper.shared().readTree(sent.body());
      String instruction = body.at("/systemInstruction/parts/0/text").asString();
      assertThat(instruction).startsWith(request.instruction());
      assertThat(preview)
          .contains(request.instruction())
          .contains(instruction.substring(request.instruction().length()));
      for (JsonNode content : body.required("contents")) {
        for (JsonNode part : content.required("parts")) {
          String text = part.required("text").asString();
          // The answer of the first call cannot be known before it.
          assertThat(text.equals("A peak.") || preview.contains(text)).as(text).isTrue();
        }
      }
    }
    assertThat(preview.indexOf(SystemPrompt.DATA_ONLY))
        .isLessThan(preview.indexOf(SystemPrompt.WEB_ONLY));
  }

  @Test
  void withoutFunctionsThereIsOneCall() throws Exception {
    server.then(stage -> stage.last("Hello."));
    ChatRequest before = request();
    ChatRequest request =
        new ChatRequest(
            before.instruction(),
            before.history(),
            before.briefing(),
            before.question(),
            new DataTools(Optional.empty(), Detail.VALUES),
            before.budget());
    Heard heard = new Heard();
    chat.ask(request, heard);
    assertThat(heard.toTheEnd().text()).isEqualTo("Hello.");
    assertThat(request.preview())
        .contains("Google Search")
        .doesNotContain("FUNCTION", "two instead");
  }
}
