package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.Component;

/** The focus of the keyboard is lost with the button that was pressed, if the page removes it. */
public final class LostFocus {

  private static final String SCRIPT =
      """
      if (document.activeElement === document.body) {
        if (this.tabIndex < 0) this.tabIndex = -1;
        this.focus({preventScroll: true});
      }\
      """;

  private LostFocus() {}

  /** Gives a component the focus when it comes onto the page, if nothing has it. */
  public static void goesTo(Component component) {
    component.addAttachListener(event -> component.getElement().executeJs(SCRIPT));
  }
}
