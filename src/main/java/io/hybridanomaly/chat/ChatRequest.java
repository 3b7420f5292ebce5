package io.hybridanomaly.chat;

import java.util.List;

/**
 * Everything that is sent for one question.
 *
 * @param instruction what the model is told about its task
 * @param history earlier questions and answers, alternating, from a question to an answer
 * @param briefing the facts of the result
 * @param question the visitor's words
 * @param functions what the model may ask for and do
 * @param budget is asked before every call
 */
public record ChatRequest(
    String instruction,
    List<Message> history,
    String briefing,
    String question,
    DataFunctions functions,
    CallBudget budget) {

  /**
   * One contribution.
   *
   * @param fromModel whether the model said it
   */
  public record Message(boolean fromModel, String text) {}

  public ChatRequest {
    history = List.copyOf(history);
  }

  /** What will be sent, for the visitor to read. */
  public String preview() {
    StringBuilder text = new StringBuilder();
    text.append("INSTRUCTION\n").append(instruction).append('\n');
    for (Message message : history) {
      text.append(message.fromModel() ? "\nEARLIER ANSWER\n" : "\nEARLIER QUESTION\n")
          .append(message.text())
          .append('\n');
    }
    text.append("\nFACTS\n").append(briefing).append('\n');
    text.append("\nQUESTION\n").append(question).append('\n');
    text.append("\nFUNCTIONS THE MODEL MAY CALL (results are sent when it does)\n");
    for (DataFunction function : functions.offered()) {
      text.append(function.id()).append(": ").append(function.description()).append('\n');
      for (DataFunction.Parameter parameter : function.parameters()) {
        text.append("  ")
            .append(parameter.id())
            .append(": ")
            .append(parameter.description())
            .append('\n');
      }
    }
    return text.append(
            """

            Google Search is switched on. A model that cannot search and call functions in one call \
            gets this twice: once to answer from the data, once with that answer to search the web.
            """)
        .toString();
  }
}
