package io.hybridanomaly.chat;

import java.util.List;

/** What happens while a question is answered; the last three end it. */
public sealed interface ChatEvent {

  /** The answer goes on with this text. */
  record TextDelta(String text) implements ChatEvent {}

  /**
   * The model read the data.
   *
   * @param name name of the function
   * @param text what it did, for the visitor
   */
  record FunctionCalled(String name, String text) implements ChatEvent {}

  /** The model wants to act on the page. */
  record ActionWanted(PageAction action) implements ChatEvent {}

  /** The web pages that support the answer so far. */
  record Sources(List<Citation> citations) implements ChatEvent {
    public Sources {
      citations = List.copyOf(citations);
    }
  }

  /**
   * Google's block of search suggestions, to be shown unmodified with the answer.
   *
   * @param html as it came
   */
  record SearchSuggestion(String html) implements ChatEvent {}

  /** Figures of the answer that are not in the data. */
  record Checked(List<GroundingCheck.Mismatch> mismatches) implements ChatEvent {
    public Checked {
      mismatches = List.copyOf(mismatches);
    }
  }

  /** The answer is complete. */
  record Finished() implements ChatEvent {}

  /** The visitor stopped the answer. */
  record Stopped() implements ChatEvent {}

  /** There is no answer, or only a part of one. */
  record Failed(Failure failure) implements ChatEvent {}
}
