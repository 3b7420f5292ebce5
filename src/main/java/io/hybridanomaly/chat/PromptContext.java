package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Anomaly;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of a result for a model, as JSON: whatever a file or a visitor wrote is a quoted text
 * in it.
 *
 * @param facts a tree of maps, lists, texts and numbers
 */
record PromptContext(Map<String, Object> facts) {

  private static final int MOST_ANOMALIES = 25;
  private static final int MOST_ROWS = 60;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * The briefing for one question.
   *
   * @param subject empty before there is a result
   */
  static PromptContext of(Optional<Subject> subject, Detail detail) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (subject.isEmpty()) {
      facts.put("state", "The visitor has no result yet.");
      return new PromptContext(facts);
    }
    Subject about = subject.get();
    Facts source = new Facts(about, detail);
    if (!about.context().isBlank()) {
      facts.put("visitor_says_the_data_is", Untrusted.context(about.context()));
    }
    facts.put("series", source.series());
    facts.put("settings", source.settings());
    facts.put("benford", source.benford());
    List<Anomaly> anomalies = about.result().anomalies();
    facts.put(
        anomalies.size() > MOST_ANOMALIES ? "most_severe_anomalies" : "anomalies",
        anomalies.stream()
            .sorted(Comparator.comparingDouble(Anomaly::severity).reversed())
            .limit(MOST_ANOMALIES)
            .sorted(Comparator.comparingInt(anomaly -> anomaly.segment().from()))
            .map(source::line)
            .toList());
    about
        .selected()
        .ifPresentOrElse(
            anomaly -> {
              Map<String, Object> selected = source.anomaly(anomaly);
              if (detail == Detail.VALUES) {
                selected.put("in_words", new AnomalyText(about).words(anomaly).text());
                selected.put("values_around", source.rows(source.around(anomaly), MOST_ROWS));
              }
              facts.put("selected_anomaly", selected);
            },
            () -> facts.put("selected_anomaly", "none"));
    return new PromptContext(facts);
  }

  /** As JSON. */
  String text() {
    return MAPPER.writeValueAsString(facts);
  }
}
