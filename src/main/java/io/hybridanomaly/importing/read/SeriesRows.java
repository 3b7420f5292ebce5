package io.hybridanomaly.importing.read;

import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.ImportException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows of a table are read, and by which reader. */
sealed interface SeriesRows permits OneSeries, EverySeries {

  /**
   * The reader of the series that a row belongs to; null if it is not read.
   *
   * @throws ImportException if there are too many series
   */
  @Nullable PointReader readerOf(CsvRow row) throws ImportException;

  /**
   * What was read of each series; at least one.
   *
   * @param shared what was counted of rows that belong to no series
   * @throws ImportException if the series that the user named is not there
   */
  List<FileReading> results(Tally shared) throws ImportException;
}
