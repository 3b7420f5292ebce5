package io.hybridanomaly.chat.gemini;

import com.google.genai.errors.ApiException;
import com.google.genai.types.FinishReason;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Failure.Kind;
import io.hybridanomaly.chat.gemini.CancellableCalls.ErrorBody;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an error of the service means for a visitor. */
final class Failures {

  /** RetryInfo in an error's details: {@code "retryDelay": "34.07s"}. */
  private static final Pattern RETRY_DELAY =
      Pattern.compile("\"retryDelay\"\\s*:\\s*\"(\\d+(?:\\.\\d+)?)s\"");

  private static final Pattern TOOLS_REFUSED =
      Pattern.compile(
          "(?i)function call|tool use|built-?in tool|server_?side_?tool|multiple tools|google_?search");

  private Failures() {}

  /** The failure behind an error status. */
  static Failure of(ApiException error, Optional<ErrorBody> body, String model) {
    String text = String.valueOf(error.message()) + body.map(ErrorBody::text).orElse("");
    return switch (error.code()) {
      case 400 -> Failure.of(isAboutKey(text) ? Kind.WRONG_KEY : Kind.REJECTED);
      case 401, 403 -> Failure.of(Kind.WRONG_KEY);
      case 404 -> Failure.unknownModel(model, List.of());
      case 429 -> Failure.of(isQuota(text) ? Kind.QUOTA : Kind.RATE_LIMIT, waitSeconds(body));
      case 500, 502, 503, 504 -> Failure.of(Kind.OVERLOADED, waitSeconds(body));
      default -> Failure.of(error.code() < 500 ? Kind.REJECTED : Kind.OVERLOADED);
    };
  }

  /** Whether the model cannot use functions and search in one call. */
  static boolean isToolRefusal(ApiException error) {
    String text = String.valueOf(error.message());
    return error.code() == 400 && !isAboutKey(text) && TOOLS_REFUSED.matcher(text).find();
  }

  /** The failure behind the end of an answer; empty if it is complete. */
  static Optional<Failure> of(FinishReason reason) {
    return switch (reason.knownEnum()) {
      case STOP, FINISH_REASON_UNSPECIFIED -> Optional.empty();
      case MAX_TOKENS -> Optional.of(Failure.of(Kind.CUT_OFF));
      case SAFETY, RECITATION, LANGUAGE, BLOCKLIST, PROHIBITED_CONTENT, SPII ->
          Optional.of(Failure.of(Kind.ANSWER_BLOCKED));
      default -> Optional.of(Failure.of(Kind.BROKEN_STREAM));
    };
  }

  /** How long the service asks to wait. */
  static OptionalLong waitSeconds(Optional<ErrorBody> body) {
    if (body.isEmpty()) {
      return OptionalLong.empty();
    }
    Matcher delay = RETRY_DELAY.matcher(body.get().text());
    if (delay.find()) {
      return OptionalLong.of((long) Math.ceil(Double.parseDouble(delay.group(1))));
    }
    String header = body.get().retryAfter().orElse("");
    return header.matches("\\d{1,9}")
        ? OptionalLong.of(Long.parseLong(header))
        : OptionalLong.empty();
  }

  private static boolean isAboutKey(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("api key") || lower.contains("api_key");
  }

  /** A limit per minute passes soon; one per day, or of the plan, does not. */
  private static boolean isQuota(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return !lower.contains("perminute")
        && (lower.contains("perday") || lower.contains("quota") || lower.contains("billing"));
  }
}
