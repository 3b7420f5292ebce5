package io.hybridanomaly.export;

import io.hybridanomaly.analysis.Analysis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * All that one person has done with one series: what a report shows and gives back.
 *
 * @param analysis the run
 * @param conversation what was said in the chat
 * @param created when the report was made
 */
public record Session(Analysis analysis, List<Message> conversation, Instant created) {

  public Session {
    conversation = List.copyOf(conversation);
  }

  /**
   * A turn of the chat.
   *
   * @param role who spoke
   * @param text what was said; an answer is Markdown, a question is shown as it is
   * @param ending what became of it
   * @param reason why it failed, in one sentence; empty if it did not
   */
  public record Message(Role role, String text, Ending ending, String reason) {

    /** Takes what a file holds; the first versions did not say how an answer ended. */
    public Message {
      Objects.requireNonNull(role);
      Objects.requireNonNull(text);
      ending = Objects.requireNonNullElse(ending, Ending.COMPLETE);
      reason = Objects.requireNonNullElse(reason, "");
    }

    /** One that was said to its end. */
    public Message(Role role, String text) {
      this(role, text, Ending.COMPLETE, "");
    }
  }

  /** What became of an answer. */
  public enum Ending {
    COMPLETE,
    STOPPED,
    FAILED
  }

  /** Who speaks in the chat. */
  public enum Role {
    VISITOR,
    ASSISTANT
  }
}
