package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.importing.profile.Reason;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.series.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What a person should hear of a run that went well, one line each. */
final class Notices {

  /** More names would hide the line's end. */
  private static final int MOST_NAMES = 12;

  private final DataSummary summary;
  private final List<String> lines = new ArrayList<>();

  private Notices(Analysis run) {
    this.summary = run.dataset().summary();
  }

  /**
   * The lines, each beginning with the name of the file.
   *
   * @param table what was read; that of a ledger is read once more, row by row
   */
  static List<String> of(Analysis run, CsvSource table) {
    Notices notices = new Notices(run);
    notices.summary.guesses().forEach(notices::aboutGuess);
    notices
        .summary
        .gaps()
        .ifPresent(gaps -> notices.lines.add(gaps.text() + "." + notices.treatment()));
    if (Ledger.isLikely(notices.summary.duplicateTimes(), notices.summary.points())) {
      notices.aboutLedger(run, table);
    }
    return notices.lines.stream().map(line -> run.file().name() + ": " + line).toList();
  }

  /** Irregular times have no steps that could be filled. */
  private String treatment() {
    return summary.samplingStep().filter(SamplingStep::isIrregular).isPresent()
        ? ""
        : " --gaps HOW fills them or cuts.";
  }

  /** A guess of which a doubt tells already is passed over. */
  private void aboutGuess(Guess guess) {
    boolean value = guess.subject() == Guess.Subject.VALUE;
    boolean date = guess.subject() == Guess.Subject.DATE && !summary.dateColumns().isEmpty();
    if (guess.reason().certainty() != Reason.Certainty.UNSURE || !(value || date)) {
      return;
    }
    if (summary.doubts().stream().anyMatch(doubt -> doubt.sentence().contains(guess.found()))) {
      return;
    }
    String others = guess.others().isEmpty() ? "" : "; there are also " + names(guess.others());
    lines.add(
        "the %s is %s: %s%s.%s"
            .formatted(
                value ? "value" : "time",
                guess.found(),
                guess.reason().text(),
                others,
                value
                    ? guess.others().isEmpty()
                        ? ""
                        : " --value COLUMN takes another, --value all each of them."
                    : " --date COLUMN takes another, --date none numbers the rows."));
  }

  private void aboutLedger(Analysis run, CsvSource table) {
    String verdict =
        switch (run.result().components().applicability().level()) {
          case APPLIES -> "applies";
          case WEAK -> "hardly applies";
          case DOES_NOT_APPLY -> "does not apply";
        };
    lines.add(
        "many rows share their time, as in a ledger; anomalies are those of the course over time."
            + " %s; Benford's law %s to the amounts. The page has a ledger view."
                .formatted(copies(run, table), verdict));
  }

  private static String copies(Analysis run, CsvSource table) {
    try {
      return new Ledger(CsvImporter.rows(table, run.dataset().options()))
          .likeliestCopies()
          .map(
              copies ->
                  "%s share their amount and their “%s”"
                      .formatted(NumberText.count(copies.rows(), "row"), copies.column()))
          .orElse("No rows share an amount and a text");
    } catch (ImportException e) {
      return "Rows that repeat were not counted, because the points were prepared";
    }
  }

  private static String names(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(MOST_NAMES, all.size())));
    return all.size() > MOST_NAMES
        ? "%s and %d more".formatted(first, all.size() - MOST_NAMES)
        : first;
  }
}
