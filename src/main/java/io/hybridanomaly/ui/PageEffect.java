package io.hybridanomaly.ui;

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

  /** Ends the running detection. */
  record CancelDetection() implements PageEffect {}

  /** Counts what every sensitivity would flag. */
  record CountCurve(DetectionResult result) implements PageEffect {}
}
