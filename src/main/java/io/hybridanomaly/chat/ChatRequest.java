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
    DataTools functions,
    CallBudget budget) {

  /**
   * One contribution.
   *
   * @param fromModel whether the model said it
   */
  public record Message(boolean fromModel, String text) {}

  /** What changes for a model that cannot search and call functions in one call. */
  private static final String TWO_CALLS =
      """

      IF THE MODEL CANNOT SEARCH AND CALL FUNCTIONS IN ONE CALL, it gets two instead.
      The first is all of the above without Google Search, and at the end of the instruction:
      %s
      The second is all of the above without functions and their results, and at the end of the \
      instruction:
      %s
      After the question, the second goes on with

      ANSWER OF THE FIRST CALL
      [its text, as you see it in the conversation]

      QUESTION
      %s
      """
          .formatted(SystemPrompt.DATA_ONLY, SystemPrompt.WEB_ONLY, SystemPrompt.GO_ON);

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
    if (functions.offered().isEmpty()) {
      return text.append("\nGoogle Search is switched on.\n").toString();
    }
    appendFunctions(text);
    return text.append("\nGoogle Search is switched on.\n").append(TWO_CALLS).toString();
  }

  private void appendFunctions(StringBuilder text) {
    text.append("\nFUNCTIONS THE MODEL MAY CALL (results are sent when it does)\n");
    for (DataTool function : functions.offered()) {
      text.append(function.id()).append(": ").append(function.description()).append('\n');
      for (DataTool.Parameter parameter : function.parameters()) {
        text.append("  ")
            .append(parameter.id())
            .append(": ")
            .append(parameter.description())
            .append('\n');
      }
    }
  }
}
