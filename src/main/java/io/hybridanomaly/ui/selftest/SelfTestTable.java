package io.hybridanomaly.ui.selftest;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.hybridanomaly.evaluation.SelfTest;
import io.hybridanomaly.planting.PlantedKind;
import io.hybridanomaly.ui.base.Texts;
import java.util.Map;

/** One row for each kind of planted anomaly. */
final class SelfTestTable extends NativeTable {

  /**
   * @param notPlanted kinds that were left out, with the reason
   */
  SelfTestTable(SelfTest test, Map<PlantedKind, String> notPlanted) {
    addClassName("plain-table");
    NativeTableRow head = new NativeTableRow();
    head.add(
        new NativeTableHeaderCell("Planted"),
        new NativeTableHeaderCell("Found"),
        new NativeTableHeaderCell("Likely share"));
    getHead().add(head);
    for (PlantedKind kind : PlantedKind.values()) {
      NativeTableRow row = new NativeTableRow();
      row.add(new NativeTableCell(kind.title()));
      int planted = test.planted().getOrDefault(kind, 0);
      if (planted > 0) {
        int found = test.found().getOrDefault(kind, 0);
        SelfTest.Interval share = SelfTest.likelyShare(found, planted);
        row.add(
            new NativeTableCell("%d of %d".formatted(found, planted)),
            new NativeTableCell(
                "%s to %s".formatted(Texts.percent(share.low()), Texts.percent(share.high()))));
      } else {
        String reason =
            notPlanted.containsKey(kind)
                ? "Not applicable. " + notPlanted.get(kind)
                : "No room in so short a series.";
        NativeTableCell cell = new NativeTableCell(reason);
        cell.getElement().setAttribute("colspan", "2");
        row.add(cell);
      }
      getBody().add(row);
    }
  }
}
