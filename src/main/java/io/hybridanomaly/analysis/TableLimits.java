package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.ReadLimits;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;

/**
 * How large a table a server takes. A table that is wide may have fewer rows: the page shows every
 * column, memory holds each cell.
 *
 * @param maxRows the most data rows
 * @param maxColumns the most columns
 * @param maxCells the most data rows times columns
 * @param maxLineLength the most characters of a line
 */
public record TableLimits(int maxRows, int maxColumns, long maxCells, int maxLineLength) {

  /** The most that a limit of a line's length can be. */
  public static final int LONGEST_LINE = ReadLimits.LONGEST_LINE;

  /**
   * The options with which a table is read within the limits.
   *
   * @throws ImportException if it has too many columns, or none at all
   */
  public ImportOptions apply(CsvSource table, ImportOptions options) throws ImportException {
    int columns = CsvImporter.profile(table, options).columns().size();
    if (columns > maxColumns) {
      throw new ImportException(
          "The file has %,d columns, more than the %,d that this server takes: leave out some, or run"
                  .formatted(columns, maxColumns)
              + " the application on your own machine with a higher limits.max-columns.");
    }
    long rows = Math.min(maxRows, Math.max(1, maxCells / Math.max(1, columns)));
    int most = (int) Math.min(rows, options.limits().maxRows());
    return options.withLimits(new ReadLimits(most, maxLineLength));
  }
}
