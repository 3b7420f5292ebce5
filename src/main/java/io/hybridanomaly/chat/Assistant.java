package io.hybridanomaly.chat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers one visitor's questions, through a model if there is one and from the data alone if not,
 * one at a time.
 */
public final class Assistant {

  /** Longest question, in characters. */
  public static final int QUESTION_LENGTH = 4_000;

  private final Optional<ChatPort> port;
  private final CallBudget budget;
  private final Conversation conversation = new Conversation();
  private final Figures figures = new Figures();
  private final AtomicReference<@Nullable Answer> current = new AtomicReference<>();

  /**
   * @param port the model; empty without a key
   * @param budget what this visitor may use
   */
  public Assistant(Optional<ChatPort> port, CallBudget budget) {
    this.port = port;
    this.budget = budget;
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

  /** Exactly what asking would send. */
  public String preview(Question question) {
    return request(question).preview();
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
    ChatRequest request = request(asked);
    Turn turn = conversation.begin(asked.text());
    if (port.isEmpty()) {
      turn.take(new ChatEvent.TextDelta(OfflineExplainer.answer(asked.text(), asked.subject())));
      turn.take(new ChatEvent.Finished());
      listener.accept(new ChatEvent.Finished());
      return turn;
    }
    Answer answer = new Answer(turn, asked.subject(), request.functions(), figures, listener);
    current.set(answer);
    answer.start(port.get().ask(request, answer::onEvent));
    return turn;
  }

  private ChatRequest request(Question question) {
    Briefing briefing = Briefing.of(question.subject(), question.detail());
    figures.addAll(briefing.facts());
    return new ChatRequest(
        Instructions.TEXT,
        conversation.history(),
        briefing.text(),
        question.text(),
        new DataFunctions(question.subject(), question.detail()),
        budget);
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

  /** Takes over a question of an earlier visit with its answer. */
  public Turn recall(String question, String answer) {
    Turn turn = conversation.begin(question);
    turn.take(new ChatEvent.TextDelta(answer));
    turn.take(new ChatEvent.Finished());
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
    figures.clear();
  }
}
