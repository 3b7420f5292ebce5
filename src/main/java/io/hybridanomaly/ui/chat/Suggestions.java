package io.hybridanomaly.ui.chat;

import io.hybridanomaly.detection.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions that suit what is on the page. */
final class Suggestions {

  private Suggestions() {}

  /**
   * A few questions.
   *
   * @param withModel whether a model answers
   */
  static List<String> of(Optional<ChatPage.Shown> shown, boolean withModel) {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<Period> periods = shown.get().result().periods();
    List<String> questions = new ArrayList<>();
    if (periods.isEmpty()) {
      questions.add("Why is nothing flagged?");
    } else if (shown.get().selected().isPresent()) {
      int number = periods.indexOf(shown.get().selected().get()) + 1;
      questions.add("Why was period %d flagged?".formatted(number));
      if (withModel) {
        questions.add("What happened in the world then?");
        questions.add("Is there another stretch like it?");
      } else if (periods.size() > 1) {
        questions.add("Compare it with period %d".formatted(number == 1 ? 2 : 1));
      }
    } else {
      questions.add("Explain the most severe period");
      questions.add("Overview of all periods");
    }
    questions.add("Does Benford's law apply?");
    questions.add("What does the score mean?");
    return questions;
  }

  /** The question behind the button that explains a period. */
  static String explain(List<Period> periods, Period period, String stretch) {
    return "Explain period %d (%s): what happened, and why was it flagged?"
        .formatted(periods.indexOf(period) + 1, stretch);
  }
}
