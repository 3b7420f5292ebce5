package io.hybridanomaly.ui;

import io.hybridanomaly.chat.Assistants;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatPort;
import io.hybridanomaly.chat.ChatRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A model that says what the test wants. */
final class PuppetModel implements ChatPort {

  private static final List<ChatRequest> ASKED = new CopyOnWriteArrayList<>();
  private static Consumer<ChatEvent> listener = event -> {};
  private static boolean stopped;

  /** Puts it in the place of Gemini. */
  @TestConfiguration
  static class Beans {

    @Bean
    @Primary
    Assistants puppet() {
      return new Assistants(
          Optional.of(new PuppetModel()),
          new Assistants.Budgets(9, 9, 9, 9, Duration.ofDays(1)),
          Clock.systemUTC(),
          Runnable::run);
    }
  }

  @Override
  public Running ask(ChatRequest request, Consumer<ChatEvent> heard) {
    ASKED.add(request);
    stopped = false;
    listener = heard;
    return () -> stopped = true;
  }

  @Override
  public String model() {
    return "puppet";
  }

  /** The answer to the last question goes on. */
  static void say(ChatEvent event) {
    listener.accept(event);
  }

  /** Whether the last question was stopped. */
  static boolean wasStopped() {
    return stopped;
  }

  /** The last question. */
  static ChatRequest lastAsked() {
    return ASKED.getLast();
  }
}
