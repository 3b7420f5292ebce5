package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.TimeSeries;
import java.util.List;

/**
 * A series that is ready for detection.
 *
 * @param source where it came from, to read it again with other columns
 * @param dataset the series and what a run keeps of its file
 * @param imported the check of the whole file
 * @param autoWindow the window length in points that fits it
 */
public record LoadedSeries(
    CsvSource source, Dataset dataset, ImportedSeries imported, int autoWindow) {

  /** The points. */
  public TimeSeries series() {
    return dataset.series();
  }

  /** The columns of the file whose values can be analysed. */
  public List<CsvColumn> valueColumns() {
    return imported.profile().valueColumns();
  }
}
