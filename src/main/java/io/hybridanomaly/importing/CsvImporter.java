package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.profile.Inspection;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.util.ArrayList;
import java.util.List;

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
   * Reads several value columns of a wide file, one after the other: one streaming pass for each
   * column, because parsing one column is cheaper than keeping all of them.
   *
   * @param valueColumns headers or numbers (from 1), in the order of the result
   * @return one series for each column, with its own check of the data
   * @throws ImportException if a column does not exist or leaves no usable series
   */
  public static List<ImportedSeries> readAll(
      CsvSource source, ImportOptions options, List<String> valueColumns) throws ImportException {
    List<ImportedSeries> all = new ArrayList<>();
    for (String column : valueColumns) {
      all.add(read(source, options.withValueColumn(column)));
    }
    return List.copyOf(all);
  }
}
