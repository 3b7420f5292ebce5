package io.hybridanomaly.ui.chat;

import io.hybridanomaly.detection.Anomaly;
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
    List<Anomaly> anomalies = shown.get().analysis().result().ranked();
    List<String> questions = new ArrayList<>();
    if (anomalies.isEmpty()) {
      questions.add("Why is nothing flagged?");
    } else if (shown.get().selected().isPresent()) {
      int number = anomalies.indexOf(shown.get().selected().get()) + 1;
      questions.add("Why was anomaly %d flagged?".formatted(number));
      if (withModel) {
        questions.add("What happened in the world then?");
        questions.add("Is there another stretch like it?");
      } else if (anomalies.size() > 1) {
        questions.add("Compare it with anomaly %d".formatted(number == 1 ? 2 : 1));
      }
    } else {
      questions.add("Explain the most severe anomaly");
      questions.add("Overview of all anomalies");
    }
    questions.add("Does Benford's law apply?");
    questions.add("What does the score mean?");
    return questions;
  }

  /** The question behind the button that explains an anomaly. */
  static String explain(List<Anomaly> ranked, Anomaly anomaly, String stretch) {
    return "Explain anomaly %d (%s): what happened, and why was it flagged?"
        .formatted(ranked.indexOf(anomaly) + 1, stretch);
  }
}
