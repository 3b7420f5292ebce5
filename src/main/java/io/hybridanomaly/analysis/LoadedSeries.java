package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.series.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  /** Columns that are called so say nothing of what was measured. */
  private static final Set<String> NAMES_OF_ANYTHING =
      Set.of("value", "values", "val", "y", "data", "reading", "wert", "werte");

  /** The points. */
  public TimeSeries series() {
    return dataset.series();
  }

  /**
   * What its chart is called: its column, with the series of a table of several; its file where
   * several came together, with the column if that says what is measured.
   */
  public String title() {
    String column = series().name();
    String name = dataset.options().series().map(chosen -> column + " of " + chosen).orElse(column);
    if (!(source instanceof TableSource table) || table.siblings().size() == 1) {
      return name;
    }
    return NAMES_OF_ANYTHING.contains(column.toLowerCase(Locale.ROOT))
        ? table.table()
        : table.table() + ": " + name;
  }

  /** The columns of the file whose values can be analysed; none if its times run across. */
  public List<CsvColumn> valueColumns() {
    return imported.profile().across() ? List.of() : imported.profile().valueColumns();
  }
}
