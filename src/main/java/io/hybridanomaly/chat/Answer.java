package io.hybridanomaly.chat;

import io.hybridanomaly.chat.ChatPort.Running;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The way of a model's answer into its turn: checked at its end, and silent once it is stopped. */
final class Answer {

  private final Turn turn;
  private final Optional<Subject> subject;
  private final DataTools functions;
  private final GroundedFigures figures;
  private final Consumer<ChatEvent> listener;
  private @Nullable Running running;
  private boolean over;

  Answer(
      Turn turn,
      Optional<Subject> subject,
      DataTools functions,
      GroundedFigures figures,
      Consumer<ChatEvent> listener) {
    this.turn = turn;
    this.subject = subject;
    this.functions = functions;
    this.figures = figures;
    this.listener = listener;
  }

  /** Says how the answer can be ended. */
  void start(Running handle) {
    boolean late;
    synchronized (this) {
      running = handle;
      late = turn.state() == Turn.State.STOPPED;
    }
    if (late) {
      handle.stop();
    }
  }

  /** Whether nothing more can come of it. */
  synchronized boolean isOver() {
    return over;
  }

  /** Says what the model is told, which its figures are checked against. */
  void learn(Map<String, Object> facts) {
    figures.addAll(facts);
  }

  synchronized void onEvent(ChatEvent event) {
    if (over) {
      return;
    }
    if (event instanceof ChatEvent.Finished || event instanceof ChatEvent.Failed) {
      end(event);
    } else {
      tell(event);
    }
  }

  /** Ends the answer; what has arrived stays. */
  void stop() {
    Running handle;
    synchronized (this) {
      if (over) {
        return;
      }
      end(new ChatEvent.Stopped());
      handle = running;
    }
    if (handle != null) {
      handle.stop();
    }
  }

  private void end(ChatEvent event) {
    over = true;
    if (subject.isPresent() && !turn.text().isBlank()) {
      tell(new ChatEvent.Checked(check(subject.get())));
    }
    tell(event);
  }

  private List<GroundingCheck.Mismatch> check(Subject about) {
    functions.given().forEach(figures::addAll);
    figures.addValuesAt(turn.text(), about);
    return GroundingCheck.check(turn.text(), figures);
  }

  private void tell(ChatEvent event) {
    turn.take(event);
    listener.accept(event);
  }
}
