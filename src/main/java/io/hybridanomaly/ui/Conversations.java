package io.hybridanomaly.ui;

import io.hybridanomaly.chat.Turn;
import io.hybridanomaly.export.Session.Message;
import io.hybridanomaly.export.Session.Role;
import io.hybridanomaly.ui.chat.ChatPanel;
import java.util.ArrayList;
import java.util.List;

/** The conversation on its way into a report and back. */
final class Conversations {

  private Conversations() {}

  /** Questions with their answers, oldest first; a question without any answer is left out. */
  static List<Message> of(List<Turn> turns) {
    List<Message> messages = new ArrayList<>();
    for (Turn turn : turns) {
      if (!turn.text().isBlank()) {
        messages.add(new Message(Role.VISITOR, turn.question()));
        messages.add(new Message(Role.ASSISTANT, turn.text()));
      }
    }
    return messages;
  }

  /** Shows a conversation of an earlier visit, so that it can be continued. */
  static void recall(List<Message> messages, ChatPanel chat) {
    String question = "";
    for (Message message : messages) {
      if (message.role() == Role.VISITOR) {
        question = message.text();
      } else {
        chat.recall(question, message.text());
      }
    }
  }
}
