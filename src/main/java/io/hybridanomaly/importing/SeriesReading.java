package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.ImportException;
import java.util.Optional;

/**
 * One of the series of a file that was read, not yet put in order and checked: one that is too
 * short leaves the others usable.
 */
public final class SeriesReading {

  /** Puts the points in order and checks them. */
  @FunctionalInterface
  interface Finish {
    ImportedSeries finish() throws ImportException;
  }

  private final Optional<String> name;
  private final ImportOptions options;
  private final Finish finish;

  SeriesReading(Optional<String> name, ImportOptions options, Finish finish) {
    this.name = name;
    this.options = options;
    this.finish = finish;
  }

  /**
   * A series that was read alone.
   *
   * @param options with which it was read
   */
  public static SeriesReading of(ImportOptions options, ImportedSeries series) {
    return new SeriesReading(options.series(), options, () -> series);
  }

  /** What tells the series apart from the others; empty if the file holds one. */
  public Optional<String> name() {
    return name;
  }

  /** The options with which this series alone is read. */
  public ImportOptions options() {
    return options;
  }

  /**
   * The finished series.
   *
   * @return at least 32 points in time order
   * @throws ImportException if the series is not usable
   */
  public ImportedSeries series() throws ImportException {
    return finish.finish();
  }
}
