package io.hybridanomaly.ui.chat;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.chat.PageAction;
import io.hybridanomaly.detection.Anomaly;
import java.util.Optional;

/** The page around the conversation; called with its lock held. */
public interface ChatPage {

  /**
   * A result on the page.
   *
   * @param selected the selected anomaly
   */
  record Shown(Analysis analysis, Optional<Anomaly> selected) {}

  /** The result that is shown. */
  Optional<Shown> shown();

  /**
   * Does what a model wants.
   *
   * @return what undoes it; empty if it can no longer be done
   */
  Optional<Runnable> act(PageAction action);
}
