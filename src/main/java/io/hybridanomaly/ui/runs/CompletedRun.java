package io.hybridanomaly.ui.runs;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.series.TimeSeries;

/**
 * A detection of this visit.
 *
 * @param file where the series came from
 * @param series what was judged
 * @param result what was found
 */
public record CompletedRun(String file, TimeSeries series, DetectionResult result) {

  /**
   * Number of periods that overlap in time with a period of another run.
   *
   * @param other of any length and step, on the same kind of axis
   */
  int sharedWith(CompletedRun other) {
    int shared = 0;
    for (Period own : result.periods()) {
      double from = series.times().position(own.start());
      double to = series.times().position(own.end() - 1);
      boolean met =
          other.result.periods().stream()
              .anyMatch(
                  p ->
                      other.series.times().position(p.start()) <= to
                          && other.series.times().position(p.end() - 1) >= from);
      if (met) {
        shared++;
      }
    }
    return shared;
  }
}
