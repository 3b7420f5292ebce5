package io.hybridanomaly.chat.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.hybridanomaly.chat.CallBudget;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.ChatRequest.Message;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Failure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The key is in the header of a call and nowhere else. */
class GeminiKeyTest extends GeminiTest {

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

  /** Each is a way for an answer to end; the service repeats the key wherever it can. */
  static Stream<Arguments> endings() {
    String echo = "API key not valid: " + KEY;
    return Stream.of(
        arguments("answer", script(stage -> stage.last("Yes."))),
        arguments("wrong key", script(stage -> stage.error(400, error(400, echo, "")))),
        arguments("no model", script(stage -> stage.error(404, error(404, echo, "")))),
        arguments("overloaded", script(stage -> stage.error(503, error(503, echo, "")))),
        arguments("in the stream", script(GeminiKeyTest::errorInTheStream)),
        arguments(
            "nonsense", script(stage -> stage.raw(("data: " + KEY + "\n\n").getBytes(UTF_8)))),
        arguments("no connection", null));
  }

  private static FakeGemini.Script script(FakeGemini.Script script) {
    return script;
  }

  private static void errorInTheStream(FakeGemini.Stage stage) throws IOException {
    stage.text("Half");
    stage.event(error(403, "denied for " + KEY, ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endings")
  void noLogLineErrorOrAddressHoldsTheKey(String name, FakeGemini.@Nullable Script script)
      throws Exception {
    if (script == null) {
      server.close();
    } else {
      server.always(script);
    }
    try (CapturedLogs logs = new CapturedLogs()) {
      Heard heard = ask();
      assertThat(heard.isFinished()).isEqualTo(name.equals("answer"));
      for (ChatEvent.Failed failed : heard.all(ChatEvent.Failed.class)) {
        assertThat(failed.failure().toString() + failed.failure().message()).doesNotContain(KEY);
      }
      assertThat(logs.lines()).noneMatch(line -> line.contains(KEY));
    }
    for (FakeGemini.Request request : server.requests()) {
      assertThat(request.key()).isEqualTo(KEY);
      assertThat(request.path() + request.body()).doesNotContain(KEY);
    }
  }

  @Test
  void theTestsSeeWhatTheLibrariesLog() {
    try (CapturedLogs logs = new CapturedLogs()) {
      Logger.getLogger("com.google.genai.Client").finest("of the SDK");
      Logger.getLogger("okhttp3.OkHttpClient").finest("of the HTTP client");
      LoggerFactory.getLogger(GeminiChat.class).trace("of this program");
      assertThat(logs.lines())
          .contains(
              "com.google.genai.Client: of the SDKnull",
              "okhttp3.OkHttpClient: of the HTTP clientnull",
              GeminiChat.class.getName() + ": of this program");
    }
  }

  @Test
  void anUnexpectedErrorIsLoggedWithoutTheKey() throws Exception {
    CallBudget broken =
        new CallBudget() {
          @Override
          public Optional<Failure> takeCall() {
            throw new IllegalStateException("broken with " + KEY);
          }

          @Override
          public void takeTokens(long used) {
            assertThat(used).isZero();
          }
        };
    try (CapturedLogs logs = new CapturedLogs()) {
      Heard heard = new Heard();
      chat.ask(request(broken), heard);
      assertThat(heard.toTheEnd().failure().kind()).isEqualTo(Kind.INTERNAL);
      assertThat(logs.lines())
          .anyMatch(line -> line.contains("broken with [key]"))
          .noneMatch(line -> line.contains(KEY));
    }
  }

  private static GeminiSettings settings(String key) {
    return new GeminiSettings(key, "m", Optional.empty(), Duration.ofSeconds(1));
  }

  @Test
  void everyMentionOfTheKeyIsTakenOutOfAText() {
    GeminiSettings settings = settings(" test-key-1\n");
    assertThat(settings.redact("x test-key-1, key=test-key-1&y")).isEqualTo("x [key], key=[key]&y");
    assertThat(settings.redact("test-key-1")).isEqualTo("[key]");
    assertThat(settings.redact("no secret, test-key-2")).isEqualTo("no secret, test-key-2");
    assertThat(settings.redact("")).isEmpty();
  }

  @Test
  void aKeyWithSignsOfPatternsIsTakenOutAsItStands() {
    GeminiSettings settings = settings("a.c$1\\(+");
    assertThat(settings.redact("abc a.c$1\\(+ abc")).isEqualTo("abc [key] abc");
  }

  @Test
  void aKeyIsAlsoTakenOutAsAnAddressWouldWriteIt() {
    GeminiSettings settings = settings("test/key+1=");
    assertThat(settings.redact("?key=test%2Fkey%2B1%3D&x")).isEqualTo("?key=[key]&x");
  }

  @Test
  void withoutAKeyNothingIsTakenOut() {
    assertThat(settings("").redact("a text")).isEqualTo("a text");
  }
}
