package io.hybridanomaly.chat;

import io.hybridanomaly.chat.ChatRequest.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers one visitor's questions, through a model if there is one and from the data alone if not,
 * one at a time.
 */
public final class Assistant {

  /** Longest question, in characters. */
  public static final int QUESTION_LENGTH = 4_000;

  /** Turns that are kept at most; a report holds no more. */
  public static final int MOST_TURNS = 250;

  private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);

  private final Optional<ChatPort> port;
  private final CallBudget budget;
  private final Executor work;
  private final Audience audience;
  private final Conversation conversation = new Conversation();
  private final AtomicReference<@Nullable Answer> current = new AtomicReference<>();

  /** Of this conversation; an answer keeps those it began with. */
  private GroundedFigures figures = new GroundedFigures();

  /**
   * @param port the model; empty without a key
   * @param budget what this visitor may use
   * @param work computes what is known of a result: for a long series that takes seconds
   * @param audience who asks
   */
  public Assistant(Optional<ChatPort> port, CallBudget budget, Executor work, Audience audience) {
    this.port = port;
    this.budget = budget;
    this.work = work;
    this.audience = audience;
  }

  /**
   * A question.
   *
   * @param text the visitor's words
   * @param subject what it is about; empty before there is a result
   * @param detail what the model may see
   */
  public record Question(String text, Optional<Subject> subject, Detail detail) {}

  /** Name of the model; empty if questions are answered from the data alone. */
  public Optional<String> model() {
    return port.map(ChatPort::model);
  }

  /** Who asks. */
  public Audience audience() {
    return audience;
  }

  /**
   * Computes exactly what asking would send.
   *
   * @param listener hears it, or a sentence that says why not; on any thread
   */
  public void preview(Question question, Consumer<String> listener) {
    List<Message> history = conversation.history();
    aside(
        () ->
            listener.accept(
                request(question, history, briefing(question), functions(question)).preview()),
        failure -> listener.accept(failure.message()));
  }

  /**
   * Starts an answer; one that is under way is stopped.
   *
   * @param question what is asked
   * @param listener hears what happens after it went into the turn; on any thread, in order
   */
  public Turn ask(Question question, Consumer<ChatEvent> listener) {
    stop();
    Question asked =
        question.text().length() <= QUESTION_LENGTH
            ? question
            : new Question(
                question.text().substring(0, QUESTION_LENGTH),
                question.subject(),
                question.detail());
    List<Message> history = conversation.history();
    Turn turn = conversation.begin(asked.text());
    DataTools functions = functions(asked);
    Answer answer =
        new Answer(
            turn,
            port.isPresent() ? asked.subject() : Optional.empty(),
            functions,
            figures,
            listener);
    current.set(answer);
    aside(
        () -> answer(asked, history, functions, answer),
        failure -> answer.onEvent(new ChatEvent.Failed(failure)));
    return turn;
  }

  private void answer(Question asked, List<Message> history, DataTools functions, Answer answer) {
    if (answer.isOver()) {
      return;
    }
    if (port.isEmpty()) {
      String text = OfflineExplainer.answer(asked.text(), asked.subject());
      String notice = OfflineExplainer.notice(audience);
      boolean told = conversation.turns().stream().anyMatch(turn -> turn.text().contains(notice));
      answer.onEvent(new ChatEvent.TextDelta(told ? text : text + "\n\n" + notice));
      answer.onEvent(new ChatEvent.Finished());
      return;
    }
    PromptContext briefing = briefing(asked);
    // Whoever has stopped meanwhile wants no call to be made.
    if (!answer.isOver()) {
      answer.learn(briefing.facts());
      answer.start(port.get().ask(request(asked, history, briefing, functions), answer::onEvent));
    }
  }

  /** Computes on another thread, so that the page stays free. */
  private void aside(Runnable task, Consumer<Failure> onFailure) {
    try {
      work.execute(
          () -> {
            try {
              task.run();
            } catch (RuntimeException e) {
              LOG.error("A question could not be prepared", e);
              onFailure.accept(Failure.of(Failure.Kind.INTERNAL));
            }
          });
    } catch (RejectedExecutionException e) {
      onFailure.accept(Failure.of(Failure.Kind.SERVER_BUSY));
    }
  }

  private static PromptContext briefing(Question question) {
    return PromptContext.of(question.subject(), question.detail());
  }

  private static DataTools functions(Question question) {
    return new DataTools(question.subject(), question.detail());
  }

  private ChatRequest request(
      Question question, List<Message> history, PromptContext briefing, DataTools functions) {
    return new ChatRequest(
        SystemPrompt.TEXT, history, briefing.text(), question.text(), functions, budget);
  }

  /** Ends the answer that is under way, if any, at once; what has arrived stays. */
  public void stop() {
    Answer answer = current.getAndSet(null);
    if (answer != null) {
      answer.stop();
    }
  }

  /** The questions so far with what became of them, oldest first. */
  public List<Turn> turns() {
    return conversation.turns();
  }

  /**
   * Takes over a question of an earlier visit with what had arrived of its answer.
   *
   * @param end how the answer ended: one of the last three events
   */
  public Turn recall(String question, String answer, ChatEvent end) {
    Turn turn = conversation.begin(question);
    turn.take(new ChatEvent.TextDelta(answer));
    turn.take(end);
    return turn;
  }

  /** Forgets a turn, to ask its question again. */
  public void forget(Turn turn) {
    conversation.remove(turn);
  }

  /** Forgets all: another result is another conversation. */
  public void clear() {
    stop();
    conversation.clear();
    figures = new GroundedFigures();
  }
}
