package io.hybridanomaly.importing;

import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.importing.read.DroppedRows;
import io.hybridanomaly.importing.read.ImportProblem;
import io.hybridanomaly.importing.time.DateQuestion;
import java.util.List;
import java.util.Optional;

/**
 * The check of the data after a whole file was read: what is there, what was left out and what was
 * changed.
 *
 * @param rowsRead data rows in the file, without header, blank and comment lines
 * @param rowsOfSeries those of the series that was read; all of them unless rows are of others
 * @param rowsDropped data rows left out
 * @param dropped the rows left out, by reason, most frequent first
 * @param problems the first rows left out, in file order; at most 20
 * @param missingValues rows with a time and an empty value, left out or filled
 * @param duplicateTimes rows whose time is that of the row before, after sorting
 * @param sorted whether the file was in time order already
 * @param firstTime time of the first point as text
 * @param lastTime time of the last point as text
 * @param step the distance between times; empty without date column
 * @param minimum the smallest value
 * @param maximum the largest value
 * @param ordersOfMagnitude log10 of the largest over the smallest absolute value that is not zero
 * @param constantStretches the longest stretches of at least 10 equal values, but for those at a
 *     value at which the series rests again and again; at most 5, longest first
 * @param dateQuestion present if the whole column leaves the order of day and month open
 * @param guesses what was guessed or chosen, why, and how sure it is
 * @param codes values that repeat, lie far outside and probably mean that there is none
 * @param notes what was decided or changed, in plain sentences, for the user
 * @param doubts those of the notes that a user should see without asking: what was assumed and may
 *     be wrong, and what was passed over
 */
public record ImportSummary(
    int rowsRead,
    int rowsOfSeries,
    int rowsDropped,
    List<DroppedRows> dropped,
    List<ImportProblem> problems,
    int missingValues,
    int duplicateTimes,
    boolean sorted,
    String firstTime,
    String lastTime,
    Optional<SamplingStep> step,
    double minimum,
    double maximum,
    double ordersOfMagnitude,
    List<ConstantStretch> constantStretches,
    Optional<DateQuestion> dateQuestion,
    List<Guess> guesses,
    List<SuspectedCode> codes,
    List<String> notes,
    List<Doubt> doubts) {

  public ImportSummary {
    dropped = List.copyOf(dropped);
    problems = List.copyOf(problems);
    constantStretches = List.copyOf(constantStretches);
    guesses = List.copyOf(guesses);
    codes = List.copyOf(codes);
    notes = List.copyOf(notes);
    doubts = List.copyOf(doubts);
  }
}
