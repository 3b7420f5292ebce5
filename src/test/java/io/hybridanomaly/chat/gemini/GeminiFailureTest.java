package io.hybridanomaly.chat.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.chat.CallBudget;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Failure.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong with an answer, each in its own words. */
class GeminiFailureTest extends GeminiTest {

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
  void aHangingServiceEndsAtTheTimeLimit() throws Exception {
    chat.close();
    chat = chat(Duration.ofMillis(300));
    server.then(FakeGemini.Stage::untilHungUp);
    assertThat(ask().failure().kind()).isEqualTo(Kind.TIME_LIMIT);
  }

  @Test
  void withoutAServiceTheNetworkIsNamed() throws Exception {
    server.close();
    assertThat(ask().failure().kind()).isEqualTo(Kind.NETWORK);
  }

  @Test
  void anExhaustedBudgetMakesNoCall() throws Exception {
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
    chat.ask(request(none), heard);
    assertThat(heard.toTheEnd().failure().kind()).isEqualTo(Kind.VISITOR_BUDGET);
    assertThat(server.requests()).isEmpty();
  }

  private static void listModels(FakeGemini.Stage stage, String... models) throws IOException {
    stage.json("{\"models\":[" + String.join(",", models) + "]}");
  }

  private static String model(String name, String method) {
    return "{\"name\":\"models/%s\",\"supportedGenerationMethods\":[\"%s\"]}"
        .formatted(name, method);
  }

  @Test
  void anUnknownModelIsToldWithTheSettingAndWithThoseThatThereAre() throws Exception {
    server
        .then(stage -> stage.error(404, error(404, "models/test-model is not found", "")))
        .then(
            stage ->
                listModels(
                    stage,
                    model("other", "generateContent"),
                    model("test-modern", "generateContent"),
                    model("test-model-embedding", "embedContent"),
                    model("test-model-2", "generateContent"),
                    model("test-model", "generateContent"),
                    model("<b>bad</b>", "generateContent")));
    Failure failure = ask().failure();
    assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_MODEL);
    assertThat(failure.choices()).containsExactly("test-model-2", "test-modern", "other");
    assertThat(failure.message())
        .contains("“test-model”", "gemini.model (GEMINI_MODEL)", "such as test-model-2, ");
    FakeGemini.Request listing = server.requests().get(1);
    assertThat(listing.path()).startsWith("/v1beta/models?").doesNotContain(KEY);
    assertThat(listing.key()).isEqualTo(KEY);
  }

  static Stream<FakeGemini.Script> listingsThatFail() {
    return Stream.of(
        stage -> stage.error(403, error(403, "no", "")),
        stage -> stage.json("nonsense"),
        stage -> stage.json("{}"));
  }

  @ParameterizedTest
  @MethodSource("listingsThatFail")
  void withoutAListAnUnknownModelIsToldAllTheSame(FakeGemini.Script listing) throws Exception {
    requireToldWithoutAList(listing);
  }

  @Test
  void aListThatDoesNotComeIsWaitedForUntilTheLimit() throws Exception {
    // What the first call loads does not count.
    server.then(stage -> stage.last("Hello."));
    assertThat(ask().text()).isEqualTo("Hello.");
    server.requests().clear();
    chat.close();
    chat = chat(Duration.ofSeconds(3));
    requireToldWithoutAList(FakeGemini.Stage::untilHungUp);
  }

  private void requireToldWithoutAList(FakeGemini.Script listing) throws Exception {
    server.then(stage -> stage.error(404, error(404, "not found", ""))).then(listing);
    Failure failure = ask().failure();
    assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_MODEL);
    assertThat(failure.message()).endsWith("set gemini.model (GEMINI_MODEL) to a current name.");
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void aSentenceNamesAtMostTenModels() {
    assertThat(ModelNames.choose("m", IntStream.range(0, 30).mapToObj(i -> "models/m" + i)))
        .hasSize(10)
        .startsWith("m0", "m1");
  }
}
