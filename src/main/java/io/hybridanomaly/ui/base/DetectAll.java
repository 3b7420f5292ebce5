package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** Somewhere on the page, beside its own button, the visitor asked for several series at once. */
public final class DetectAll extends ComponentEvent<UI> {

  private final Members which;

  private DetectAll(UI page, Members which) {
    super(page, true);
    this.which = which;
  }

  /** Asks for a detection in all of these of what is loaded. */
  public static void on(UI page, Members which) {
    ComponentUtil.fireEvent(page, new DetectAll(page, which));
  }

  /** Which series are wanted. */
  public Members which() {
    return which;
  }
}
