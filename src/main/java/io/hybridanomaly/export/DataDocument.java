package io.hybridanomaly.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Gaps;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.profile.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What was found in the data of a run, as it stands in JSON; what only a session tells is null in a
 * report of runs.
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataDocument(
    @JsonProperty(required = true) String valueColumn,
    @JsonProperty(required = true) String dateColumns,
    @Nullable List<String> otherColumns,
    int rowsRead,
    @Nullable Part series,
    int rowsDropped,
    int points,
    @JsonProperty(required = true) String firstTime,
    @JsonProperty(required = true) String lastTime,
    int duplicateTimes,
    @Nullable Integer missingValues,
    double minimum,
    double maximum,
    @Nullable String samplingStep,
    @Nullable Missing gaps,
    @JsonProperty(required = true) Map<String, Integer> dropped,
    @Nullable List<Guessed> guesses,
    @JsonProperty(required = true) List<String> notes) {

  static DataDocument of(DataSummary summary, boolean session) {
    return new DataDocument(
        summary.valueColumn(),
        String.join("+", summary.dateColumns()),
        session && !summary.otherColumns().isEmpty() ? summary.otherColumns() : null,
        summary.rowsRead(),
        summary.part().map(part -> new Part(part.series(), part.rows())).orElse(null),
        summary.rowsDropped(),
        summary.points(),
        summary.firstTime(),
        summary.lastTime(),
        summary.duplicateTimes(),
        session ? summary.missingValues() : null,
        summary.minimum(),
        summary.maximum(),
        summary.samplingStep().orElse(null),
        summary.gaps().map(Missing::of).orElse(null),
        summary.dropped().stream()
            .collect(
                Collectors.toMap(
                    DataSummary.Dropped::reason,
                    DataSummary.Dropped::count,
                    Integer::sum,
                    LinkedHashMap::new)),
        summary.guesses().isEmpty() ? null : summary.guesses().stream().map(Guessed::of).toList(),
        summary.notes());
  }

  DataSummary toSummary() {
    return new DataSummary(
        valueColumn,
        dateColumns.isEmpty() ? List.of() : List.of(dateColumns.split("\\+")),
        otherColumns == null ? List.of() : otherColumns,
        rowsRead,
        Optional.ofNullable(series).map(part -> new DataSummary.Part(part.name(), part.rows())),
        rowsDropped,
        dropped.entrySet().stream()
            .map(rows -> new DataSummary.Dropped(rows.getKey(), rows.getValue(), List.of()))
            .toList(),
        points,
        firstTime,
        lastTime,
        missingValues == null ? 0 : missingValues,
        duplicateTimes,
        minimum,
        maximum,
        Optional.ofNullable(samplingStep),
        Optional.ofNullable(gaps).map(Missing::toGaps),
        guesses == null ? List.of() : guesses.stream().map(Guessed::toGuess).toList(),
        notes,
        List.of());
  }

  /** The series of a table of several, and how many of its rows are of it. */
  record Part(@JsonProperty(required = true) String name, int rows) {}

  /** Where points are missing: how many places and points, and the points beside the longest. */
  @JsonNaming(SnakeCaseStrategy.class)
  record Missing(
      int count,
      long points,
      @JsonProperty(required = true) String longestAfter,
      @JsonProperty(required = true) String longestUntil) {

    static Missing of(Gaps gaps) {
      return new Missing(gaps.count(), gaps.points(), gaps.after(), gaps.until());
    }

    Gaps toGaps() {
      return new Gaps(count, points, longestAfter, longestUntil);
    }
  }

  /** What was guessed or chosen about the file. */
  @JsonNaming(SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Guessed(
      @JsonProperty(required = true) String subject,
      @JsonProperty(required = true) String found,
      @JsonProperty(required = true) String reason,
      @JsonProperty(required = true) String certainty,
      @Nullable List<String> others) {

    static Guessed of(Guess guess) {
      return new Guessed(
          guess.subject().name().toLowerCase(Locale.ROOT),
          guess.found(),
          guess.reason().text(),
          guess.reason().certainty().text(),
          guess.others().isEmpty() ? null : guess.others());
    }

    /**
     * @throws RuntimeException if there is no such subject or certainty
     */
    Guess toGuess() {
      return new Guess(
          Guess.Subject.valueOf(subject.toUpperCase(Locale.ROOT)),
          found,
          new Reason(reason, Reason.Certainty.valueOf(certainty.toUpperCase(Locale.ROOT))),
          others == null ? List.of() : others,
          List.of());
    }
  }
}
