package io.hybridanomaly.ui.data;

import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.ColumnKind;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.text.CsvSource;
import java.util.List;

/**
 * A series that is ready for detection.
 *
 * @param source where it came from, to read it again with other columns
 * @param options how it was read
 * @param sha256 hash of the source's bytes in hexadecimal
 * @param imported the series and its check
 * @param autoWindow the window length in points that fits it
 */
public record LoadedSeries(
    CsvSource source,
    ImportOptions options,
    String sha256,
    ImportedSeries imported,
    int autoWindow) {

  /** The columns of the file whose values can be analysed. */
  public List<CsvColumn> valueColumns() {
    return imported.profile().columns().stream()
        .filter(column -> column.kind() == ColumnKind.NUMBER)
        .toList();
  }
}
