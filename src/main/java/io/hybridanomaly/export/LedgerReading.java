package io.hybridanomaly.export;

import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.RowNote;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a ledger for its section of a report, or why they cannot be had.
 *
 * @param ledger the rows, if they were read
 * @param notes what was said about them
 * @param problem the cause and the mend if they were not read; otherwise empty
 */
record LedgerReading(Optional<Ledger> ledger, Map<Integer, RowNote> notes, String problem) {

  private static final String POINTS_ONLY =
      "Load the file and open the ledger view on the page to see them.";

  LedgerReading {
    notes = Map.copyOf(notes);
  }

  /**
   * Reads the rows.
   *
   * @param source empty if only the points are at hand
   */
  static LedgerReading of(Optional<LedgerSource> source) {
    if (source.isEmpty()) {
      return new LedgerReading(Optional.empty(), Map.of(), POINTS_ONLY);
    }
    Map<Integer, RowNote> notes = source.get().notes();
    try {
      return new LedgerReading(Optional.of(source.get().read()), notes, "");
    } catch (ImportException e) {
      return new LedgerReading(Optional.empty(), notes, String.valueOf(e.getMessage()));
    }
  }
}
