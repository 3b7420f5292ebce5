package io.hybridanomaly.chat.gemini;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.Content;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GroundingMetadata;
import com.google.genai.types.Part;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.Citation;
import io.hybridanomaly.chat.DataTools;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Failure.Kind;
import io.hybridanomaly.chat.SystemPrompt;
import io.hybridanomaly.chat.gemini.Requests.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One answer: rounds of calls until the model has nothing more to ask of the data. Runs on one
 * thread.
 */
final class ToolLoop {

  /** Rounds in which the model may call functions. */
  private static final int MOST_ROUNDS = 8;

  private static final long DEFAULT_WAIT_SECONDS = 1;
  private static final long LONGEST_WAIT_SECONDS = 10;

  private final Client client;
  private final GeminiSettings settings;
  private final Requests requests;
  private final ChatRequest request;
  private final CancellableCalls exchange;
  private final AtomicBoolean separateCalls;
  private final Consumer<ChatEvent> listener;
  private final long deadline;
  private final StringBuilder answer = new StringBuilder();
  private final List<Citation> citations = new ArrayList<>();

  /**
   * @param separateCalls whether the model refuses functions and search in one call; learned here
   * @param deadline of the whole answer, in terms of {@link System#nanoTime}
   */
  ToolLoop(
      Client client,
      GeminiSettings settings,
      ChatRequest request,
      CancellableCalls exchange,
      AtomicBoolean separateCalls,
      Consumer<ChatEvent> listener,
      long deadline) {
    this.client = client;
    this.settings = settings;
    this.requests = new Requests(request);
    this.request = request;
    this.exchange = exchange;
    this.separateCalls = separateCalls;
    this.listener = listener;
    this.deadline = deadline;
  }

  /**
   * Answers.
   *
   * @throws AnswerFailed if there is no complete answer
   */
  void run() throws AnswerFailed {
    List<Content> contents = requests.contents();
    boolean hasFunctions = !request.functions().offered().isEmpty();
    if (!hasFunctions) {
      rounds(contents, Tools.SEARCH, "");
    } else if (separateCalls.get() || !together(contents)) {
      separately(contents);
    }
    if (answer.toString().isBlank()) {
      throw new AnswerFailed(Failure.of(Kind.EMPTY));
    }
  }

  /** One call with functions and search; false if the model refuses that. */
  private boolean together(List<Content> contents) throws AnswerFailed {
    try {
      rounds(contents, Tools.FUNCTIONS_AND_SEARCH, "");
      return true;
    } catch (ToolsRefused e) {
      separateCalls.set(true);
      return false;
    }
  }

  private void separately(List<Content> contents) throws AnswerFailed {
    rounds(contents, Tools.FUNCTIONS, SystemPrompt.DATA_ONLY);
    List<Content> rest = new ArrayList<>(requests.contents());
    rest.add(Requests.content("model", answer.toString()));
    rest.add(Requests.content("user", SystemPrompt.GO_ON));
    try {
      rounds(rest, Tools.SEARCH, SystemPrompt.WEB_ONLY);
    } catch (AnswerFailed e) {
      if (e.failure().kind() != Kind.REJECTED) {
        throw e;
      }
      append("## From the web\n\nThis model cannot search the web.");
    }
  }

  private void rounds(List<Content> contents, Tools tools, String more) throws AnswerFailed {
    for (int round = 1; round <= MOST_ROUNDS; round++) {
      GenerateContentConfig config = requests.config(tools, more, round == MOST_ROUNDS);
      ModelTurn response = withOneRetry(contents, config, tools);
      List<FunctionCall> calls = response.calls();
      if (calls.isEmpty()) {
        return;
      }
      contents.add(response.content());
      contents.add(Content.builder().role("user").parts(results(calls)).build());
    }
  }

  private List<Part> results(List<FunctionCall> calls) {
    List<Part> results = new ArrayList<>();
    for (FunctionCall call : calls) {
      DataTools.Outcome outcome =
          request.functions().call(call.name().orElse(""), call.args().orElse(Map.of()));
      tell(
          outcome
              .action()
              .<ChatEvent>map(ChatEvent.ActionWanted::new)
              .orElseGet(
                  () -> new ChatEvent.FunctionCalled(call.name().orElse(""), outcome.text())));
      results.add(Requests.response(call, outcome.response()));
    }
    return results;
  }

  /** A service that is overloaded for a moment is asked once more after the wait it names. */
  private ModelTurn withOneRetry(List<Content> contents, GenerateContentConfig config, Tools tools)
      throws AnswerFailed {
    int before = answer.length();
    try {
      return call(contents, config, tools);
    } catch (AnswerFailed e) {
      long wait = e.failure().waitSeconds().orElse(DEFAULT_WAIT_SECONDS);
      long left = (deadline - System.nanoTime()) / 1_000_000_000;
      boolean passes =
          e.failure().kind() == Kind.OVERLOADED || e.failure().kind() == Kind.RATE_LIMIT;
      if (!passes || answer.length() > before || wait > Math.min(LONGEST_WAIT_SECONDS, left / 2)) {
        throw e;
      }
      exchange.pause(1000 * wait);
      return call(contents, config, tools);
    }
  }

  private ModelTurn call(List<Content> contents, GenerateContentConfig config, Tools tools)
      throws AnswerFailed {
    Optional<Failure> exhausted = request.budget().takeCall();
    if (exhausted.isPresent()) {
      throw new AnswerFailed(exhausted.get());
    }
    int offset = beginRound();
    ResponseReader reader = new ResponseReader(this::append);
    try (ResponseStream<GenerateContentResponse> stream =
        client.models.generateContentStream(settings.model(), contents, config)) {
      try {
        return reader.read(stream);
      } catch (RuntimeException | AnswerFailed e) {
        exchange.drop();
        throw e;
      }
    } catch (ApiException e) {
      if (tools == Tools.FUNCTIONS_AND_SEARCH && Failures.isToolRefusal(e)) {
        throw new ToolsRefused();
      }
      throw named(because(Failures.of(e, exchange.error(), settings.model())));
    } catch (RuntimeException e) {
      // The SDK throws several kinds for what it cannot read.
      if (exchange.isAnswered()) {
        throw because(Failure.of(Kind.BROKEN_STREAM));
      }
      if (e instanceof GenAiIOException) {
        throw because(Failure.of(Kind.NETWORK));
      }
      throw e;
    } finally {
      request.budget().takeTokens(reader.tokens());
      tellSources(reader, offset);
    }
  }

  /** A model that is not there is told with those that are. */
  private AnswerFailed named(AnswerFailed failed) {
    return failed.failure().kind() == Kind.UNKNOWN_MODEL
        ? new AnswerFailed(
            Failure.unknownModel(settings.model(), ModelNames.like(settings.model(), client)))
        : failed;
  }

  /** The reason for the end of an answer comes before whatever the end caused. */
  private AnswerFailed because(Failure otherwise) {
    return new AnswerFailed(
        exchange.ended().isPresent()
            ? Failure.of(Kind.TIME_LIMIT, settings.timeout().toSeconds() + " seconds")
            : otherwise);
  }

  private int beginRound() {
    if (!answer.isEmpty() && !answer.toString().endsWith("\n\n")) {
      append("\n\n");
    }
    return answer.length();
  }

  private void append(String text) {
    answer.append(text);
    tell(new ChatEvent.TextDelta(text));
  }

  private void tellSources(ResponseReader reader, int offset) {
    GroundingMetadata grounding = reader.grounding();
    if (grounding != null) {
      citations.addAll(Grounding.citations(grounding, reader.text(), offset));
      tell(new ChatEvent.Sources(citations));
    }
    String suggestion = reader.suggestion();
    if (suggestion != null) {
      tell(new ChatEvent.SearchSuggestion(suggestion));
    }
  }

  private void tell(ChatEvent event) {
    listener.accept(event);
  }

  /** The model refuses functions and search in one call. */
  private static final class ToolsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
