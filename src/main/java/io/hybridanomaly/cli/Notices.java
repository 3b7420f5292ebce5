package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.profile.Reason;
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

  static List<String> of(Analysis run) {
    Notices notices = new Notices(run);
    notices.summary.guesses().forEach(notices::aboutGuess);
    notices
        .summary
        .gaps()
        .ifPresent(gaps -> notices.lines.add(gaps.text() + ". --gaps HOW fills them or cuts."));
    return notices.lines.stream().map(line -> run.file().name() + ": " + line).toList();
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
        "the %s is %s: %s%s. %s"
            .formatted(
                value ? "value" : "time",
                guess.found(),
                guess.reason().text(),
                others,
                value
                    ? "--value COLUMN takes another."
                    : "--date COLUMN takes another, --date none numbers the rows."));
  }

  private static String names(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(MOST_NAMES, all.size())));
    return all.size() > MOST_NAMES
        ? "%s and %d more".formatted(first, all.size() - MOST_NAMES)
        : first;
  }
}
