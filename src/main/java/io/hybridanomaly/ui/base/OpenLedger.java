package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;

/** Somewhere on the page the visitor asked for the ledger view. */
public final class OpenLedger extends ComponentEvent<UI> {

  private OpenLedger(UI page) {
    super(page, true);
  }

  /** Asks for the ledger view of the series that is loaded. */
  public static void on(UI page) {
    ComponentUtil.fireEvent(page, new OpenLedger(page));
  }
}
