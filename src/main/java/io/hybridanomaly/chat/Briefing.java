package io.hybridanomaly.chat;

import io.hybridanomaly.detection.Period;
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
record Briefing(Map<String, Object> facts) {

  private static final int MOST_PERIODS = 25;
  private static final int MOST_ROWS = 60;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * The briefing for one question.
   *
   * @param subject empty before there is a result
   */
  static Briefing of(Optional<Subject> subject, Detail detail) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (subject.isEmpty()) {
      facts.put("state", "The visitor has no result yet.");
      return new Briefing(facts);
    }
    Subject about = subject.get();
    Facts source = new Facts(about, detail);
    if (!about.context().isBlank()) {
      facts.put("visitor_says_the_data_is", Untrusted.context(about.context()));
    }
    facts.put("series", source.series());
    facts.put("settings", source.settings());
    facts.put("benford", source.benford());
    List<Period> periods = about.result().periods();
    facts.put(
        periods.size() > MOST_PERIODS ? "most_severe_periods" : "periods",
        periods.stream()
            .sorted(Comparator.comparingDouble(Period::severity).reversed())
            .limit(MOST_PERIODS)
            .sorted(Comparator.comparingInt(Period::start))
            .map(source::line)
            .toList());
    about
        .selected()
        .ifPresentOrElse(
            period -> {
              Map<String, Object> selected = source.period(period);
              if (detail == Detail.VALUES) {
                selected.put("in_words", new PeriodText(about).words(period).text());
                selected.put("values_around", source.rows(source.around(period), MOST_ROWS));
              }
              facts.put("selected_period", selected);
            },
            () -> facts.put("selected_period", "none"));
    return new Briefing(facts);
  }

  /** As JSON. */
  String text() {
    return MAPPER.writeValueAsString(facts);
  }
}
