package io.hybridanomaly.chat;

import java.util.function.Consumer;

/** A model that answers questions. */
public interface ChatPort {

  /** An answer under way. */
  @FunctionalInterface
  interface Running {

    /** Ends the answer at once; nothing is told afterwards. Any thread; more than once is fine. */
    void stop();
  }

  /**
   * Starts an answer and returns at once.
   *
   * @param request what is asked
   * @param listener hears what happens, on another thread and in order; the last event is {@link
   *     ChatEvent.Finished} or {@link ChatEvent.Failed}, but for a stopped answer
   */
  Running ask(ChatRequest request, Consumer<ChatEvent> listener);

  /** Name of the model, for the visitor. */
  String model();
}
