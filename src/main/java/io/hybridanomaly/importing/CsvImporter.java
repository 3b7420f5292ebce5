package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.profile.Inspection;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;

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
}
