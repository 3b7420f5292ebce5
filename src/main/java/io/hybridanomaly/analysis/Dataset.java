package io.hybridanomaly.analysis;

import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.series.TimeSeries;
import org.jspecify.annotations.Nullable;

/**
 * A series, and where it came from.
 *
 * @param file the file
 * @param options what was chosen about its reading
 * @param summary what was found in it
 * @param series the points
 * @param labels the truth, 0 or 1 for each point; null if the file has none; not copied, must not
 *     be changed afterwards
 */
public record Dataset(
    SourceFile file,
    ImportOptions options,
    DataSummary summary,
    TimeSeries series,
    byte @Nullable [] labels) {

  // Written out, because NullAway does not see the annotation through a compact constructor.
  public Dataset(
      SourceFile file,
      ImportOptions options,
      DataSummary summary,
      TimeSeries series,
      byte @Nullable [] labels) {
    if (labels != null && labels.length != series.size()) {
      throw new IllegalArgumentException("labels of another series");
    }
    this.file = file;
    this.options = options;
    this.summary = summary;
    this.series = series;
    this.labels = labels;
  }

  /** What an import has brought. */
  public static Dataset of(SourceFile file, ImportOptions options, ImportedSeries imported) {
    return new Dataset(
        file, options, DataSummary.of(imported), imported.series(), imported.labels());
  }
}
