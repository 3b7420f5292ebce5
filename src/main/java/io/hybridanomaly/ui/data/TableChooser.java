package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.text.CsvSource;
import java.util.List;
import java.util.function.Consumer;

/** Which sheet of a workbook or file of an archive; not there for a file with one table. */
final class TableChooser extends Div {

  private final ChoiceOfMany<TableSource> choice;

  /**
   * @param chosen hears of another choice by the visitor
   */
  TableChooser(Consumer<TableSource> chosen) {
    choice =
        new ChoiceOfMany<>(
            this,
            "table-choice",
            "Sheet or file",
            TableSource::table,
            table -> table.ifPresent(chosen));
    choice.setWidthFull();
    setVisible(false);
  }

  /** Shows the tables of a file, with the one that is loaded. */
  void show(CsvSource loaded) {
    List<TableSource> tables = loaded instanceof TableSource table ? table.siblings() : List.of();
    setVisible(tables.size() > 1);
    if (loaded instanceof TableSource table && tables.size() > 1) {
      choice.show(tables, table);
    }
  }
}
