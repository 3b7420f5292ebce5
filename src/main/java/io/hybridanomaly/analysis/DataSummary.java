package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.points.SamplingStep;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.series.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was read, from where to where, what was left out and what was decided.
 *
 * @param valueColumn its header; untrusted
 * @param dateColumns the columns that together hold the time; empty: rows are numbered
 * @param otherColumns headers of the first {@value #MOST_OTHERS} other value columns of the file;
 *     empty if not known any more; untrusted
 * @param rowsRead data rows in the file
 * @param part the series of a table of several; empty if the table holds one, or not known any more
 * @param rowsDropped data rows left out
 * @param dropped the rows left out, by reason
 * @param points number of points
 * @param firstTime time of the first point, as files write it
 * @param lastTime time of the last point, as files write it
 * @param missingValues rows with a time and an empty value
 * @param duplicateTimes rows whose time is that of the row before
 * @param minimum the smallest value
 * @param maximum the largest value
 * @param samplingStep the distance between times in plain words, as {@link SamplingStep#described};
 *     empty without dates
 * @param gaps where points are missing; empty if none are, or not known any more
 * @param guesses what was guessed or chosen, why, and how sure it is; empty if not known any more
 * @param notes what was decided or changed, in plain sentences
 * @param doubts what was assumed and may be wrong; empty if not known any more
 */
public record DataSummary(
    String valueColumn,
    List<String> dateColumns,
    List<String> otherColumns,
    int rowsRead,
    Optional<Part> part,
    int rowsDropped,
    List<Dropped> dropped,
    int points,
    String firstTime,
    String lastTime,
    int missingValues,
    int duplicateTimes,
    double minimum,
    double maximum,
    Optional<String> samplingStep,
    Optional<Gaps> gaps,
    List<Guess> guesses,
    List<String> notes,
    List<Doubt> doubts) {

  /** More columns than that are not remembered. */
  public static final int MOST_OTHERS = 200;

  /**
   * One of several series of a table.
   *
   * @param series what tells it from the others; untrusted
   * @param rows data rows of it, those left out included
   */
  public record Part(String series, int rows) {}

  /**
   * Rows left out for one reason.
   *
   * @param reason why, in plain words
   * @param count how many
   * @param firstLines line numbers of the first ones, from 1; empty if not known any more
   */
  public record Dropped(String reason, int count, List<Long> firstLines) {

    public Dropped {
      firstLines = List.copyOf(firstLines);
    }
  }

  public DataSummary {
    dateColumns = List.copyOf(dateColumns);
    otherColumns = List.copyOf(otherColumns);
    dropped = List.copyOf(dropped);
    guesses = List.copyOf(guesses);
    notes = List.copyOf(notes);
    doubts = List.copyOf(doubts);
  }

  /** How many rows were analysed: {@code 1,200 rows}, or {@code 400 of 1,200 rows: series A}. */
  public String rowsText() {
    return rowsText(Locale.ENGLISH);
  }

  /** The same with the separators of a language. */
  public String rowsText(Locale locale) {
    String all = NumberText.count(rowsRead, "row", locale);
    return part.map(
            one ->
                "%s of %s: series %s"
                    .formatted(
                        NumberText.count(one.rows(), locale), all, Blanks.shorten(one.series())))
        .orElse(all);
  }

  /** What an import says of its data. */
  public static DataSummary of(ImportedSeries imported) {
    ImportSummary summary = imported.summary();
    return new DataSummary(
        imported.series().name(),
        imported.profile().dateColumns().stream().map(CsvColumn::name).toList(),
        otherColumns(imported.profile()),
        summary.rowsRead(),
        imported
            .profile()
            .series()
            .filter(series -> !series.columns().isEmpty())
            .map(series -> new Part(series.chosen(), summary.rowsOfSeries())),
        summary.rowsDropped(),
        summary.dropped().stream()
            .map(rows -> new Dropped(rows.reason().text(), rows.count(), rows.firstLines()))
            .toList(),
        imported.series().size(),
        summary.firstTime(),
        summary.lastTime(),
        summary.missingValues(),
        summary.duplicateTimes(),
        summary.minimum(),
        summary.maximum(),
        summary.step().map(SamplingStep::described),
        Gaps.of(imported.series().times(), summary.step()),
        summary.guesses(),
        summary.notes(),
        summary.doubts());
  }

  /** Where times run across, a column is a time. */
  private static List<String> otherColumns(CsvProfile profile) {
    return profile.across()
        ? List.of()
        : profile.valueColumns().stream()
            .filter(column -> profile.valueColumn().filter(column::equals).isEmpty())
            .map(CsvColumn::name)
            .limit(MOST_OTHERS)
            .toList();
  }
}
