package io.hybridanomaly.ui.chat;

import io.hybridanomaly.chat.PageAction;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.series.TimeSeries;
import java.util.Optional;

/** The page around the conversation; called with its lock held. */
public interface ChatPage {

  /**
   * A result on the page.
   *
   * @param file where the series came from
   * @param selected the selected anomaly
   */
  record Shown(
      String file, TimeSeries series, DetectionResult result, Optional<Anomaly> selected) {}

  /** The result that is shown. */
  Optional<Shown> shown();

  /**
   * Does what a model wants.
   *
   * @return what undoes it; empty if it can no longer be done
   */
  Optional<Runnable> act(PageAction action);
}
