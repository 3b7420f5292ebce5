package io.hybridanomaly.chat;

import io.hybridanomaly.chat.ChatRequest.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * The questions of a visit and what became of them. A question without any answer is not told to
 * the model again; a part of an answer is, with the remark that it is one.
 */
final class Conversation {

  /** Turns that are told again at most. */
  private static final int MOST_TOLD = 8;

  /** Characters that are told again at most, the newest turns first. */
  private static final int MOST_CHARACTERS = 24_000;

  private final List<Turn> turns = new ArrayList<>();

  synchronized Turn begin(String question) {
    Turn turn = new Turn(question);
    turns.add(turn);
    if (turns.size() > Assistant.MOST_TURNS) {
      turns.removeFirst();
    }
    return turn;
  }

  synchronized List<Turn> turns() {
    return List.copyOf(turns);
  }

  synchronized void remove(Turn turn) {
    turns.remove(turn);
  }

  synchronized void clear() {
    turns.clear();
  }

  /** Questions and answers so far, alternating, oldest first. */
  synchronized List<Message> history() {
    List<Message> messages = new ArrayList<>();
    int characters = 0;
    for (int i = turns.size() - 1; i >= 0 && messages.size() < 2 * MOST_TOLD; i--) {
      Turn turn = turns.get(i);
      String text = turn.text();
      if (turn.isOpen() || text.isBlank()) {
        continue;
      }
      String answer = turn.state() == Turn.State.ANSWERED ? text : text + "\n[not completed]";
      characters += turn.question().length() + answer.length();
      if (characters > MOST_CHARACTERS) {
        break;
      }
      messages.addFirst(new Message(true, answer));
      messages.addFirst(new Message(false, turn.question()));
    }
    return messages;
  }
}
