package io.hybridanomaly.ui.ledger;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.ledger.Finding;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.function.Consumer;

/** Above the checks of a ledger: which of them found something, and the way to it. */
final class LedgerFindings extends Div {

  private static final String NOTHING =
      "No check found more than chance explains; the tabs show the rows that each looked at.";

  /**
   * @param onOpen hears which is to be looked at
   */
  LedgerFindings(List<Finding> findings, Consumer<Finding> onOpen) {
    setId("ledger-worth-a-look");
    addClassName("ledger-findings");
    if (findings.isEmpty()) {
      add(new Span(NOTHING));
      return;
    }
    add(new Span("Worth a look:"));
    for (Finding finding : findings) {
      NativeButton open =
          new NativeButton(finding.text(Texts.locale()), click -> onOpen.accept(finding));
      open.addClassName("link-button");
      add(open);
    }
  }
}
