package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.profile.Inspection;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.util.List;
import java.util.Optional;

/** Reads time series from CSV files. Stateless; safe for any number of threads. */
public final class CsvImporter {

  private CsvImporter() {}

  /**
   * A first look at a file: format, columns, guesses and a preview. Reads only the head.
   *
   * @throws ImportException if the file is no CSV, is empty or has no such column
   */
  public static CsvProfile profile(CsvSource source, ImportOptions options) throws ImportException {
    return Inspection.of(source, options).profile();
  }

  /**
   * Reads a whole file, streaming.
   *
   * @return at least 32 points in time order; equal times keep the order of the file
   * @throws ImportException if no usable series is left, or the file is larger than allowed
   */
  public static ImportedSeries read(CsvSource source, ImportOptions options)
      throws ImportException {
    return SeriesImport.read(source, options);
  }

  /**
   * Reads a whole file once, streaming, with all series of its table.
   *
   * @param options the choice of a series is passed over
   * @return each series in the order of the file; one without a name if the table holds one
   * @throws ImportException if the file cannot be read, or is larger than allowed
   */
  public static List<SeriesReading> readAll(CsvSource source, ImportOptions options)
      throws ImportException {
    return SeriesImport.readAll(source, options);
  }

  /**
   * Each value column of a file as a series of its own. Only the head is read now; each series
   * reads the file when it is asked for.
   *
   * @param options the choice of a value column is passed over
   * @return each column in the order of the file; one without a name if there are not several
   * @throws ImportException if the file is no CSV or is empty
   */
  public static List<SeriesReading> columns(CsvSource source, ImportOptions options)
      throws ImportException {
    CsvProfile profile = profile(source, options);
    List<CsvColumn> columns = profile.across() ? List.of() : profile.valueColumns();
    if (columns.size() < 2) {
      return List.of(
          new SeriesReading(Optional.empty(), options, () -> SeriesImport.read(source, options)));
    }
    return columns.stream()
        .map(
            column -> {
              ImportOptions one = options.withValueColumn(column.name());
              return new SeriesReading(
                  Optional.of(column.name()), one, () -> SeriesImport.read(source, one));
            })
        .toList();
  }

  /**
   * The rows of a file with all their columns, one for each point of the series that {@link #read}
   * gives under the same options, in the same order.
   *
   * @throws ImportException if the options change the points, so that they are no longer the rows
   *     of the file, or for the reasons of {@link #read}
   */
  public static OriginalRows rows(CsvSource source, ImportOptions options) throws ImportException {
    return SeriesImport.rows(source, options);
  }
}
