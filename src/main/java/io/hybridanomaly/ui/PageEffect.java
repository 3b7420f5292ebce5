package io.hybridanomaly.ui;

import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.ui.base.Member;

/** What is to be done after an event, beside showing the new state. Answers come as events. */
sealed interface PageEffect {

  /** Reads one of several series. */
  record ReadMember(Member member) implements PageEffect {}

  /** Starts a detection. */
  record Detect(Samples samples, DetectionSettings settings) implements PageEffect {}

  /**
   * Another series takes the place of the one in which a detection runs: that ends, unless the
   * visitor wants to keep it running.
   *
   * @param left in which it runs
   * @param next what takes its place
   */
  record LeaveDetection(String left, String next) implements PageEffect {

    /** For a series that comes while a detection runs. */
    static LeaveDetection of(PageState now, LoadedSeries next) {
      LoadedSeries left = now.loaded().orElseThrow();
      boolean sameFile = left.source().equals(next.source());
      return new LeaveDetection(
          sameFile ? left.series().name() : left.dataset().file().name(),
          sameFile ? next.series().name() : next.dataset().file().name());
    }
  }

  /** Ends the running detection. */
  record CancelDetection() implements PageEffect {}

  /** Counts what every sensitivity would flag. */
  record CountCurve(DetectionResult result) implements PageEffect {}
}
