package io.hybridanomaly.config;

import io.hybridanomaly.chat.gemini.GeminiSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * How Gemini is reached; settings {@code gemini.*}. Where one is empty, the environment variables
 * that Google's own tools know are asked.
 *
 * @param apiKey the secret key; never shown
 * @param model name of the model
 * @param baseUrl another address that speaks the Gemini API
 * @param timeout for a whole answer
 */
@ConfigurationProperties("gemini")
record GeminiProperties(
    @DefaultValue("") String apiKey,
    @DefaultValue("") String model,
    @DefaultValue("") String baseUrl,
    @DefaultValue("60s") Duration timeout) {

  /** An alias that Google moves to the current model ages best. */
  private static final String DEFAULT_MODEL = "gemini-flash-latest";

  GeminiProperties {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(
          "gemini.timeout must be positive, such as 60s; see application.properties.example");
    }
  }

  /** The settings with what the environment adds; empty without a key. */
  Optional<GeminiSettings> settings(Environment environment) {
    String key = first(apiKey, environment, "GEMINI_API_KEY", "GOOGLE_API_KEY");
    if (key.isEmpty()) {
      return Optional.empty();
    }
    String name = first(model, environment, "GEMINI_MODEL");
    String address = first(baseUrl, environment, "GOOGLE_GEMINI_BASE_URL");
    return Optional.of(
        new GeminiSettings(
            key,
            name.isEmpty() ? DEFAULT_MODEL : name,
            Optional.of(address).filter(text -> !text.isEmpty()),
            timeout));
  }

  private static String first(String own, Environment environment, String... names) {
    return Stream.concat(
            Stream.of(own), Stream.of(names).map(name -> environment.getProperty(name, "")))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  @Override
  public String toString() {
    return "GeminiProperties[model=%s, timeout=%s]".formatted(model, timeout);
  }
}
