package io.hybridanomaly.chat.gemini;

import com.google.genai.ResponseStream;
import com.google.genai.types.Candidate;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GroundingMetadata;
import com.google.genai.types.Part;
import com.google.genai.types.SearchEntryPoint;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads one streamed response to its end. */
final class ResponseReader {

  private final Consumer<String> onText;
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private @Nullable GroundingMetadata grounding;
  private @Nullable String suggestion;
  private @Nullable FinishReason finish;
  private boolean promptBlocked;
  private long tokens;

  /**
   * @param onText hears text for the visitor as it arrives
   */
  ResponseReader(Consumer<String> onText) {
    this.onText = onText;
  }

  /**
   * Reads until the stream ends.
   *
   * @throws AnswerFailed if the response is blocked, cut off or incomplete
   */
  ModelTurn read(ResponseStream<GenerateContentResponse> stream) throws AnswerFailed {
    for (GenerateContentResponse response : stream) {
      take(response);
    }
    if (promptBlocked) {
      throw new AnswerFailed(Failure.of(Kind.PROMPT_BLOCKED));
    }
    if (finish == null) {
      throw new AnswerFailed(Failure.of(Kind.BROKEN_STREAM));
    }
    var failure = Failures.of(finish);
    if (failure.isPresent()) {
      throw new AnswerFailed(failure.get());
    }
    return new ModelTurn(parts, text.toString());
  }

  private void take(GenerateContentResponse response) {
    response
        .usageMetadata()
        .flatMap(usage -> usage.totalTokenCount())
        .ifPresent(total -> tokens = total);
    response
        .promptFeedback()
        .flatMap(feedback -> feedback.blockReason())
        .ifPresent(reason -> promptBlocked = true);
    response.candidates().orElse(List.of()).stream().findFirst().ifPresent(this::take);
  }

  private void take(Candidate candidate) {
    candidate
        .content()
        .flatMap(content -> content.parts())
        .orElse(List.of())
        .forEach(
            part -> {
              parts.add(part);
              String piece = part.thought().orElse(false) ? "" : part.text().orElse("");
              if (!piece.isEmpty()) {
                text.append(piece);
                onText.accept(piece);
              }
            });
    candidate
        .groundingMetadata()
        .ifPresent(
            found -> {
              if (found.groundingSupports().isPresent() || grounding == null) {
                grounding = found;
              }
              found
                  .searchEntryPoint()
                  .flatMap(SearchEntryPoint::renderedContent)
                  .ifPresent(html -> suggestion = html);
            });
    candidate.finishReason().ifPresent(reason -> finish = reason);
  }

  /** Text so far, also of a response that failed. */
  String text() {
    return text.toString();
  }

  @Nullable GroundingMetadata grounding() {
    return grounding;
  }

  @Nullable String suggestion() {
    return suggestion;
  }

  /** Tokens that the service counted. */
  long tokens() {
    return tokens;
  }
}
