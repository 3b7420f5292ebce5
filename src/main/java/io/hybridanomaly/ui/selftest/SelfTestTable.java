package io.hybridanomaly.ui.selftest;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.evaluation.SelfTest;
import io.hybridanomaly.injection.InjectedKind;
import io.hybridanomaly.ui.base.Texts;
import java.util.Map;

/** One row for each kind of injected anomaly. */
final class SelfTestTable extends NativeTable {

  /**
   * @param notInjected kinds that were left out, with the verdict that says why
   */
  SelfTestTable(SelfTest test, Map<InjectedKind, Applicability> notInjected) {
    addClassName("plain-table");
    NativeTableRow head = new NativeTableRow();
    head.add(
        new NativeTableHeaderCell("Injected"),
        new NativeTableHeaderCell("Found"),
        new NativeTableHeaderCell("Likely share"));
    getHead().add(head);
    for (InjectedKind kind : InjectedKind.values()) {
      NativeTableRow row = new NativeTableRow();
      row.add(new NativeTableCell(kind.title()));
      int injected = test.injected().getOrDefault(kind, 0);
      if (injected > 0) {
        int found = test.found().getOrDefault(kind, 0);
        SelfTest.Interval share = SelfTest.likelyShare(found, injected);
        row.add(
            new NativeTableCell("%d of %d".formatted(found, injected)),
            new NativeTableCell(
                "%s to %s".formatted(Texts.percent(share.low()), Texts.percent(share.high()))));
      } else {
        String reason =
            notInjected.containsKey(kind)
                ? "Not applicable. " + notInjected.get(kind).summary(Texts.locale())
                : "No room in so short a series.";
        NativeTableCell cell = new NativeTableCell(reason);
        cell.getElement().setAttribute("colspan", "2");
        row.add(cell);
      }
      getBody().add(row);
    }
  }
}
