package io.hybridanomaly.ui.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.LedgerFile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows of a ledger in windows of different widths. */
class LedgerRowsTest {

  /** Held here, since Vaadin forgets a current one that nobody else holds. */
  private final UI page = new UI();

  private static List<String> columns(LedgerRows rows) {
    Grid<?> grid =
        (Grid<?>) rows.getChildren().filter(Grid.class::isInstance).findFirst().orElseThrow();
    return grid.getColumns().stream()
        .filter(Grid.Column::isVisible)
        .map(Grid.Column::getHeaderText)
        .toList();
  }

  @BeforeEach
  void open() {
    UI.setCurrent(page);
  }

  @AfterEach
  void close() {
    UI.setCurrent(null);
  }

  @Test
  void inANarrowWindowTheCellsOfARowStandBelowEachOther() throws Exception {
    LedgerRows rows =
        new LedgerRows(
            new Ledger(
                CsvImporter.rows(
                    TextSource.of("ledger.csv", LedgerFile.csv()), ImportOptions.defaults())));
    List<String> table = List.of("Line", "date", "amount", "account", "text", "Mark", "Note");
    assertThat(columns(rows)).isEqualTo(table);
    rows.fit(400);
    assertThat(columns(rows)).containsExactly("Rows");
    rows.fit(1024);
    assertThat(columns(rows)).isEqualTo(table);
  }
}
