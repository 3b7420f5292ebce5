package io.hybridanomaly.chat.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.chat.CallBudget;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatPort;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.ChatRequest.Message;
import io.hybridanomaly.chat.Citation;
import io.hybridanomaly.chat.DataFunctions;
import io.hybridanomaly.chat.Detail;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Failure.Kind;
import io.hybridanomaly.chat.PageAction;
import io.hybridanomaly.chat.TestSubjects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a local server that speaks the Gemini API, well and badly. */
class GeminiChatTest {

  private static final String KEY = "AIza-secret-of-this-server";

  private final AtomicLong tokens = new AtomicLong();
  private FakeGemini server;
  private GeminiChat chat;

  @BeforeEach
  void start() throws Exception {
    server = new FakeGemini();
    chat = chat(Duration.ofSeconds(50));
  }

  @AfterEach
  void stop() {
    chat.close();
    server.close();
  }

  private GeminiChat chat(Duration limit) {
    return new GeminiChat(
        new GeminiSettings(KEY, "test-model", Optional.of(server.address()), limit));
  }

  private ChatRequest request(Message... history) {
    return new ChatRequest(
        "Be brief.",
        List.of(history),
        "{\"points\": 168}",
        "Why?",
        new DataFunctions(Optional.of(TestSubjects.selected()), Detail.VALUES),
        new Unlimited());
  }

  private Heard ask() throws InterruptedException {
    Heard heard = new Heard();
    chat.ask(request(), heard);
    return heard.toTheEnd();
  }

  private final class Unlimited implements CallBudget {
    @Override
    public Optional<Failure> takeCall() {
      return Optional.empty();
    }

    @Override
    public void takeTokens(long used) {
      tokens.addAndGet(used);
    }
  }

  @Test
  void textArrivesWhileTheServiceIsStillWriting() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    server.then(
        stage -> {
          stage.text("Good ");
          assertThat(seen.await(60, TimeUnit.SECONDS)).isTrue();
          stage.last("morning.");
        });
    Heard heard = new Heard();
    chat.ask(request(), heard);
    // Only when the first piece has been told does the server send the second.
    heard.until(h -> h.text().equals("Good "));
    seen.countDown();
    assertThat(heard.toTheEnd().text()).isEqualTo("Good morning.");
    assertThat(heard.isFinished()).isTrue();
    assertThat(tokens).hasValue(10);
  }

  @Test
  void theKeyTravelsInTheHeaderOnlyAndAllThatIsSentIsInThePreview() throws Exception {
    server.then(stage -> stage.last("Yes."));
    Heard heard = new Heard();
    ChatRequest request = request(new Message(false, "Earlier?"), new Message(true, "Before."));
    chat.ask(request, heard);
    heard.toTheEnd();
    FakeGemini.Request sent = server.requests().getFirst();
    assertThat(sent.key()).isEqualTo(KEY);
    assertThat(sent.path())
        .startsWith("/v1beta/models/test-model:streamGenerateContent")
        .doesNotContain(KEY);
    assertThat(sent.body()).doesNotContain(KEY);
    assertThat(sent.body())
        .contains("Earlier?", "Before.", "Why?", "Be brief.", "googleSearch", "get_values");
    assertThat(request.preview())
        .contains("Earlier?", "Before.", "Why?", "Be brief.", "\"points\": 168");
  }

  @Test
  void citationsAreAtTheRightCharactersBehindUmlauts() throws Exception {
    String text = "Größter Stau in Köln 🚕. Danach Ruhe.";
    String sentence = "Danach Ruhe.";
    int start = text.substring(0, text.indexOf(sentence)).getBytes(StandardCharsets.UTF_8).length;
    int end = text.getBytes(StandardCharsets.UTF_8).length;
    server.then(
        stage ->
            stage.event(
                FakeGemini.candidate(
                    "{\"text\":" + FakeGemini.quote(text) + "}",
                    """
                    ,"finishReason":"STOP","groundingMetadata":{"searchEntryPoint":\
                    {"renderedContent":"<div class=chip>K\\u00f6ln</div>"},"groundingChunks":[\
                    {"web":{"uri":"https://example.org/a","title":"example.org"}},\
                    {"web":{"uri":"javascript:alert(1)","title":"bad"}}],"groundingSupports":[\
                    {"segment":{"startIndex":%d,"endIndex":%d},"groundingChunkIndices":[0,1,7]}]}\
                    """
                        .formatted(start, end))));
    Heard heard = ask();
    Citation citation = heard.all(ChatEvent.Sources.class).getFirst().citations().getFirst();
    assertThat(heard.text().substring(citation.start(), citation.end())).isEqualTo(sentence);
    assertThat(citation.sources())
        .containsExactly(new Citation.Source("example.org", "https://example.org/a"));
    assertThat(heard.all(ChatEvent.SearchSuggestion.class))
        .containsExactly(new ChatEvent.SearchSuggestion("<div class=chip>Köln</div>"));
  }

  @Test
  void aFunctionCallIsAnsweredAndItsThoughtSignatureReturned() throws Exception {
    server
        .then(
            stage ->
                stage.event(
                    FakeGemini.candidate(
                        """
                        {"functionCall":{"id":"c1","name":"zoom_to","args":\
                        {"from":"2014-10-30","to":"2014-10-30"}},"thoughtSignature":"c2lnbmF0dXJl"}\
                        """,
                        ",\"finishReason\":\"STOP\"")))
        .then(stage -> stage.last("Zoomed."));
    Heard heard = ask();
    assertThat(heard.text()).isEqualTo("Zoomed.");
    assertThat(heard.all(ChatEvent.ActionWanted.class).getFirst().action())
        .isInstanceOfSatisfying(
            PageAction.ZoomTo.class, zoom -> assertThat(zoom.to() - zoom.from()).isEqualTo(24));
    String second = server.requests().get(1).body();
    assertThat(second).contains("\"thoughtSignature\":\"c2lnbmF0dXJl\"");
    assertThat(second).contains("\"functionResponse\"", "\"id\":\"c1\"", "\"done\":true");
  }

  @Test
  void aBlockedPromptIsNamed() throws Exception {
    server.then(stage -> stage.event("{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}}"));
    assertThat(ask().failure().kind()).isEqualTo(Kind.PROMPT_BLOCKED);
  }

  @ParameterizedTest
  @CsvSource({"SAFETY,ANSWER_BLOCKED", "RECITATION,ANSWER_BLOCKED", "MAX_TOKENS,CUT_OFF"})
  void anAnswerThatIsCutShortKeepsItsText(String reason, Kind kind) throws Exception {
    server.then(
        stage -> {
          stage.text("Half");
          stage.event("{\"candidates\":[{\"finishReason\":\"" + reason + "\"}]}");
        });
    Heard heard = ask();
    assertThat(heard.failure().kind()).isEqualTo(kind);
    assertThat(heard.text()).isEqualTo("Half");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | API key not valid. Please pass a valid API key. | WRONG_KEY",
        "403 | Permission denied | WRONG_KEY",
        "404 | models/test-model is not found | UNKNOWN_MODEL",
        "400 | Contents are wrong | REJECTED",
        "429 | GenerateRequestsPerDayPerProject quota exceeded | QUOTA"
      })
  void errorsAreToldInTheirOwnWords(int status, String message, Kind kind) throws Exception {
    server.always(stage -> stage.error(status, error(status, message, "")));
    Failure failure = ask().failure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.message()).doesNotContain(KEY);
    assertThat(server.requests()).hasSize(1);
  }

  private static String error(int status, String message, String details) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"X\",\"details\":[%s]}}"
        .formatted(status, message, details);
  }

  @Test
  void aLongWaitIsNamedInsteadOfWaitedFor() throws Exception {
    String retry =
        "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"34.07s\"}";
    server.always(stage -> stage.error(429, error(429, "Slow down, RequestsPerMinute", retry)));
    Failure failure = ask().failure();
    assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMIT);
    assertThat(failure.waitSeconds()).hasValue(35);
    assertThat(failure.message()).contains("try again in 35 seconds");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anOverloadedServiceIsAskedOnceMore() throws Exception {
    server
        .then(stage -> stage.error(503, error(503, "Overloaded", "")))
        .then(stage -> stage.last("Here I am."));
    assertThat(ask().text()).isEqualTo("Here I am.");
    server.always(stage -> stage.error(503, error(503, "Overloaded", "")));
    assertThat(ask().failure().kind()).isEqualTo(Kind.OVERLOADED);
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void anErrorInsideTheStreamKeepsTheText() throws Exception {
    server.then(
        stage -> {
          stage.text("Half");
          stage.event(error(503, "The model is overloaded.", ""));
        });
    Heard heard = ask();
    assertThat(heard.failure().kind()).isEqualTo(Kind.OVERLOADED);
    assertThat(heard.text()).isEqualTo("Half");
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: {\"candidates\":[{\"content\":{\"par", "", "data: nonsense\n\n"})
  void aBrokenStreamIsNamedAndKeepsTheText(String tail) throws Exception {
    server.then(
        stage -> {
          stage.text("Half");
          stage.raw(tail.getBytes(StandardCharsets.UTF_8));
        });
    Heard heard = ask();
    assertThat(heard.failure().kind()).isEqualTo(Kind.BROKEN_STREAM);
    assertThat(heard.text()).isEqualTo("Half");
  }

  @Test
  void aCharacterSplitOverTwoPiecesIsWhole() throws Exception {
    byte[] event =
        ("data: "
                + FakeGemini.candidate("{\"text\":\"Köln 🚕\"}", ",\"finishReason\":\"STOP\"")
                + "\n\n")
            .getBytes(StandardCharsets.UTF_8);
    server.then(
        stage -> {
          for (byte single : event) {
            stage.raw(new byte[] {single});
          }
        });
    assertThat(ask().text()).isEqualTo("Köln 🚕");
  }

  @Test
  void bytesThatAreNoUtf8DoNotBreakTheAnswer() throws Exception {
    byte[] event =
        ("data: "
                + FakeGemini.candidate("{\"text\":\"K#ln\"}", ",\"finishReason\":\"STOP\"")
                + "\n\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] latin = Arrays.copyOf(event, event.length);
    for (int i = 0; i < latin.length; i++) {
      latin[i] = latin[i] == '#' ? (byte) 0xF6 : latin[i];
    }
    server.then(stage -> stage.raw(latin));
    assertThat(ask().text()).startsWith("K").endsWith("ln");
  }

  @Test
  void aHangingServiceEndsAtTheTimeLimit() throws Exception {
    chat.close();
    chat = chat(Duration.ofMillis(300));
    server.then(FakeGemini.Stage::untilHungUp);
    assertThat(ask().failure().kind()).isEqualTo(Kind.TIME_LIMIT);
  }

  @Test
  void stoppingClosesTheConnection() throws Exception {
    server.then(
        stage -> {
          stage.text("Half");
          stage.untilHungUp();
        });
    Heard heard = new Heard();
    ChatPort.Running running = chat.ask(request(), heard);
    heard.until(h -> h.text().equals("Half"));
    running.stop();
    assertThat(server.sawConnectionLost()).isTrue();
  }

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
  void withoutAServiceTheNetworkIsNamed() throws Exception {
    server.close();
    assertThat(ask().failure().kind()).isEqualTo(Kind.NETWORK);
  }

  @Test
  void aRedirectDoesNotTakeTheKeyElsewhere() throws Exception {
    try (FakeGemini elsewhere = new FakeGemini()) {
      server.then(stage -> stage.redirect(elsewhere.address()));
      assertThat(ask().isFinished()).isFalse();
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org",
        "ftp://127.0.0.1",
        "http://127.0.0.1.example.org",
        "nothing"
      })
  void theKeyDoesNotTravelUnencrypted(String address) throws Exception {
    chat.close();
    chat =
        new GeminiChat(new GeminiSettings(KEY, "m", Optional.of(address), Duration.ofSeconds(30)));
    assertThat(ask().failure().kind()).isEqualTo(Kind.BAD_ADDRESS);
  }

  @Test
  void aKeyThatIsNoHeaderIsNotShown() throws Exception {
    chat.close();
    GeminiSettings settings =
        new GeminiSettings(
            "secret\nkey", "m", Optional.of(server.address()), Duration.ofSeconds(30));
    chat = new GeminiChat(settings);
    assertThat(ask().failure().kind()).isEqualTo(Kind.WRONG_KEY);
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @Test
  void anExhaustedBudgetMakesNoCall() throws Exception {
    ChatRequest request = request();
    CallBudget none =
        new CallBudget() {
          @Override
          public Optional<Failure> takeCall() {
            return Optional.of(Failure.of(Kind.VISITOR_BUDGET));
          }

          @Override
          public void takeTokens(long used) {
            assertThat(used).isZero();
          }
        };
    Heard heard = new Heard();
    chat.ask(
        new ChatRequest(
            request.instruction(),
            request.history(),
            request.briefing(),
            request.question(),
            request.functions(),
            none),
        heard);
    assertThat(heard.toTheEnd().failure().kind()).isEqualTo(Kind.VISITOR_BUDGET);
    assertThat(server.requests()).isEmpty();
  }
}
