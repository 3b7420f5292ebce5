package io.hybridanomaly.ui;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Turn;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.export.Session.Ending;
import io.hybridanomaly.export.Session.Message;
import io.hybridanomaly.export.Session.Role;
import io.hybridanomaly.ui.chat.ChatPanel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The conversation on its way into a report and back. */
final class Conversations {

  private Conversations() {}

  /** A run with its conversation, as they are now. */
  static Session session(Analysis run, List<Turn> turns) {
    return new Session(run, of(turns), Instant.now());
  }

  /**
   * Questions with what has arrived of their answers, oldest first; a question that still waits for
   * the first word is left out.
   */
  static List<Message> of(List<Turn> turns) {
    List<Message> messages = new ArrayList<>();
    for (Turn turn : turns) {
      if (!turn.isOpen() || !turn.text().isBlank()) {
        messages.add(new Message(Role.VISITOR, turn.question()));
        messages.add(
            new Message(
                Role.ASSISTANT,
                turn.text(),
                ending(turn.state()),
                turn.failure().map(Failure::message).orElse("")));
      }
    }
    return messages;
  }

  private static Ending ending(Turn.State state) {
    return switch (state) {
      case ANSWERED -> Ending.COMPLETE;
      // What arrives later is not in the report.
      case OPEN, STOPPED -> Ending.STOPPED;
      case FAILED -> Ending.FAILED;
    };
  }

  /** Shows a conversation of an earlier visit, so that it can be continued. */
  static void recall(List<Message> messages, ChatPanel chat) {
    String question = "";
    for (Message message : messages) {
      if (message.role() == Role.VISITOR) {
        question = message.text();
      } else {
        chat.recall(question, message.text(), end(message));
      }
    }
  }

  private static ChatEvent end(Message answer) {
    return switch (answer.ending()) {
      case COMPLETE -> new ChatEvent.Finished();
      case STOPPED -> new ChatEvent.Stopped();
      case FAILED -> new ChatEvent.Failed(Failure.of(Failure.Kind.EARLIER, answer.reason()));
    };
  }
}
