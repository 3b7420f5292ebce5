package io.hybridanomaly.chat.gemini;

import io.hybridanomaly.chat.CallBudget;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.ChatRequest.Message;
import io.hybridanomaly.chat.DataTools;
import io.hybridanomaly.chat.Detail;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.TestSubjects;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The adapter against a local server that speaks the Gemini API, well and badly. */
abstract class GeminiTest {

  static final String KEY = "test-key-1";

  final AtomicLong tokens = new AtomicLong();
  FakeGemini server;
  GeminiChat chat;

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

  final GeminiChat chat(Duration limit) {
    return new GeminiChat(
        new GeminiSettings(KEY, "test-model", Optional.of(server.address()), limit));
  }

  final ChatRequest request(Message... history) {
    return request(new Unlimited(), history);
  }

  final ChatRequest request(CallBudget budget, Message... history) {
    return new ChatRequest(
        "Be brief.",
        List.of(history),
        "{\"points\": 168}",
        "Why?",
        new DataTools(Optional.of(TestSubjects.selected()), Detail.VALUES),
        budget);
  }

  final Heard ask() throws InterruptedException {
    Heard heard = new Heard();
    chat.ask(request(), heard);
    return heard.toTheEnd();
  }

  final class Unlimited implements CallBudget {
    @Override
    public Optional<Failure> takeCall() {
      return Optional.empty();
    }

    @Override
    public void takeTokens(long used) {
      tokens.addAndGet(used);
    }
  }

  /** The body of an error as the service writes it. */
  static String error(int status, String message, String details) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"X\",\"details\":[%s]}}"
        .formatted(status, message, details);
  }
}
