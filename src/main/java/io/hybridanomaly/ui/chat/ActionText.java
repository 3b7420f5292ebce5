package io.hybridanomaly.ui.chat;

import io.hybridanomaly.chat.PageAction;
import io.hybridanomaly.ui.base.Texts;

/** What a model did on the page, in words. */
final class ActionText {

  private ActionText() {}

  static String of(PageAction action) {
    return switch (action) {
      case PageAction.ZoomTo zoom -> "Zoomed to " + zoom.text();
      case PageAction.SelectAnomaly select -> "Selected anomaly " + select.number();
      case PageAction.TrySensitivity attempt ->
          "Sensitivity set to " + Texts.value(attempt.sensitivity());
    };
  }
}
