package io.hybridanomaly.config;

import io.hybridanomaly.chat.Assistants;
import io.hybridanomaly.chat.ChatPort;
import io.hybridanomaly.chat.gemini.GeminiChat;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the assistants available to the page; without a key there is no model. */
@Configuration
@EnableConfigurationProperties({GeminiProperties.class, ChatProperties.class})
class ChatConfiguration {

  /** Closed with the server; an answer under way ends with it. */
  @Bean(destroyMethod = "close")
  ChatModel chatModel(GeminiProperties gemini, Environment environment) {
    return new ChatModel(gemini.settings(environment).map(GeminiChat::new));
  }

  @Bean
  Assistants assistants(
      ChatModel model, ChatProperties chat, @Qualifier("questions") Executor questions) {
    return new Assistants(
        model.gemini().map(port -> (ChatPort) port), chat.budgets(), Clock.systemUTC(), questions);
  }

  /** Gemini, if there is a key. */
  record ChatModel(Optional<GeminiChat> gemini) implements AutoCloseable {
    @Override
    public void close() {
      gemini.ifPresent(GeminiChat::close);
    }
  }
}
