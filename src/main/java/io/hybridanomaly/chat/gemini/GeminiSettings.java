package io.hybridanomaly.chat.gemini;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How Gemini is reached.
 *
 * @param apiKey the secret key; never shown, not even by {@link #toString}
 * @param model name of the model
 * @param baseUrl another address that speaks the Gemini API; empty: Google's
 * @param timeout for a whole answer
 */
public record GeminiSettings(
    String apiKey, String model, Optional<String> baseUrl, Duration timeout) {

  public GeminiSettings {
    apiKey = apiKey.strip();
  }

  /** Whether the key may travel to the address: encrypted, or not leaving this machine. */
  boolean isAddressSafe() {
    if (baseUrl.isEmpty()) {
      return true;
    }
    try {
      URI address = URI.create(baseUrl.get());
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
      return switch (scheme) {
        case "https" -> !host.equals("null");
        case "http" -> isLoopback(host);
        default -> false;
      };
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether the key can be a header at all; the HTTP client would name it in its complaint. */
  boolean isKeyReadable() {
    return !apiKey.isEmpty() && apiKey.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  /** A text without the key, also as an address would write it. */
  String redact(String text) {
    if (apiKey.isEmpty()) {
      return text;
    }
    return text.replace(apiKey, "[key]")
        .replace(URLEncoder.encode(apiKey, StandardCharsets.UTF_8), "[key]");
  }

  @Override
  public String toString() {
    return "GeminiSettings[model=%s, timeout=%s]".formatted(model, timeout);
  }
}
