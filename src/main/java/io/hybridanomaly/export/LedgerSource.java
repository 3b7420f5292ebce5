package io.hybridanomaly.export;

import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.RowNote;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the rows of a ledger are read from again, and what a person said about them.
 *
 * @param source the file
 * @param options as it was read for the series
 * @param notes what was said about rows, by their number; those that say nothing are left out
 */
public record LedgerSource(CsvSource source, ImportOptions options, Map<Integer, RowNote> notes) {

  public LedgerSource {
    Map<Integer, RowNote> said = new TreeMap<>(notes);
    said.values().removeIf(RowNote.NONE::equals);
    notes = Map.copyOf(said);
  }

  /**
   * The file of a series.
   *
   * @return empty if the series comes from a report or a link: those hold the points only, and a
   *     point with no more than its time and its value would pass for a copy of another
   */
  public static Optional<LedgerSource> of(LoadedSeries series, Map<Integer, RowNote> notes) {
    return series.source() instanceof RestoredSource
        ? Optional.empty()
        : Optional.of(new LedgerSource(series.source(), series.dataset().options(), notes));
  }

  /**
   * The rows with all their columns.
   *
   * @return empty if the points are not the rows of the file, or it is gone
   */
  public Optional<OriginalRows> rows() {
    try {
      return Optional.of(CsvImporter.rows(source, options));
    } catch (ImportException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads the rows.
   *
   * @throws ImportException if the points are not the rows of the file, or it is gone
   */
  public Ledger read() throws ImportException {
    return new Ledger(CsvImporter.rows(source, options));
  }
}
