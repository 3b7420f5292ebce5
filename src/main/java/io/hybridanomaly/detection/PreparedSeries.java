package io.hybridanomaly.detection;

import io.hybridanomaly.series.SampleGrid;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.windowing.SeriesScaler;
import io.hybridanomaly.windowing.WindowLength;

/**
 * A series as the detector works on it: one value for each step of its grid, so that a season is
 * equally long everywhere.
 *
 * @param samples the series as it is
 * @param grid of its sampling step
 * @param values [steps] in its own units; where points are missing, what may have been there
 * @param scaling of these values
 * @param window window length in steps
 */
record PreparedSeries(
    Samples samples, SampleGrid grid, double[] values, SeriesScaler scaling, int window) {

  static PreparedSeries of(Samples samples, DetectionSettings settings, DetectionMonitor monitor) {
    SampleGrid grid = samples.grid();
    int window = settings.window().orElseGet(() -> autoWindow(grid));
    double[] values = GapFilling.of(grid, monitor::stopIfCancelled);
    SeriesScaler scaling = SeriesScaler.of(values);
    monitor.stopIfCancelled();
    return new PreparedSeries(samples, grid, values, scaling, window);
  }

  /** The window length in steps that {@code auto} chooses. */
  static int autoWindow(SampleGrid grid) {
    return WindowLength.of(SeriesScaler.of(grid.values()).apply(grid.values()));
  }
}
