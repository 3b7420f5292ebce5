package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table whose cells are nothing but text. */
public final class TextTable extends NativeTable {

  /**
   * @param titles of the columns
   */
  public TextTable(String... titles) {
    NativeTableRow head = new NativeTableRow();
    List.of(titles).forEach(title -> head.addHeaderCell().setText(title));
    getHead().add(head);
  }

  /** Adds a row. */
  public void add(String... cells) {
    NativeTableRow row = new NativeTableRow();
    List.of(cells).forEach(cell -> row.addDataCell().setText(cell));
    getBody().add(row);
  }
}
