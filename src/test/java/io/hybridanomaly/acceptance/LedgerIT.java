package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import io.hybridanomaly.ledger.LedgerFile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** An auditor's ledger, and files that are no CSV, as a visitor brings them. */
class LedgerIT extends BrowserTest {

  @Test
  void aBarListsItsRowsAndAMarkGoesIntoTheCsv() throws Exception {
    upload(file("ledger.csv", LedgerFile.csv()));
    page.locator("#open-ledger").click();
    page.locator("#ledger-tab-first-two").click();
    page.locator(".ledger-bar[aria-label^='49:']").click();
    assertThat(page.locator(".ledger-rows")).containsText("145 rows: first two digits 49");
    requireAccessible();
    page.locator("#ledger-rows vaadin-text-field input").first().fill("ask");
    page.keyboard().press("Tab");
    Download download = page.waitForDownload(() -> page.locator("#ledger-csv").click());
    List<String> lines = Files.readAllLines(download.path());
    assertThat(lines).hasSize(146);
    assertThat(lines.getFirst()).isEqualTo("line,date,amount,account,text,why,mark,note");
    assertThat(lines.get(1)).contains(",'=posting ", ",first two digits 49,").endsWith(",ask");
  }

  @Test
  void inANarrowWindowNothingOfARowLiesToTheSide() throws Exception {
    page.setViewportSize(400, 800);
    upload(file("ledger.csv", LedgerFile.csv()));
    page.locator("#open-ledger").click();
    page.locator("#ledger-tab-largest").click();
    assertThat(page.locator("#ledger-rows .ledger-card").first()).containsText("amount");
    Object wide =
        page.locator("#ledger-rows")
            .evaluate("grid => grid.$.table.scrollWidth > grid.$.table.clientWidth");
    assertThat(wide).isEqualTo(false);
    requireAccessible();
    page.locator("#ledger-rows vaadin-text-field input").first().fill("ask");
    page.keyboard().press("Tab");
    page.setViewportSize(1440, 900);
    assertThat(page.locator("#ledger-rows vaadin-text-field input").first()).hasValue("ask");
    assertThat(page.locator("#ledger-rows .ledger-card")).hasCount(0);
  }

  @Test
  void aSheetOfAWorkbookIsChosen() throws Exception {
    Path file = file("book.xlsx", "");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      for (int points : List.of(100, 200)) {
        Worksheet sheet = book.newWorksheet("Sheet of " + points);
        sheet.value(0, 0, "value");
        for (int i = 1; i <= points; i++) {
          sheet.value(i, 0, i % 7 + 0.25);
        }
      }
    }
    upload(file);
    assertThat(page.locator("#file-summary")).containsText("100 rows");
    choose("table-choice", "Sheet of 200");
    assertThat(page.locator("#file-summary")).containsText("200 rows");
  }

  @Test
  void aTableIsPastedAndAFileDroppedAnywhere() {
    String make =
        """
        (event, rows) => {
          const text = 'time,value\\n' + Array.from({length: rows},
              (_, i) => '2024-01-01 ' + String(Math.floor(i / 60)).padStart(2, '0') + ':'
                  + String(i % 60).padStart(2, '0') + ',' + (i % 9)).join('\\n');
          const data = new DataTransfer();
          if (event === 'paste') data.setData('text/plain', text);
          else data.items.add(new File([text], 'dropped.csv', {type: 'text/csv'}));
          document.body.dispatchEvent(event === 'paste'
              ? new ClipboardEvent('paste', {clipboardData: data, bubbles: true})
              : new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
        }""";
    page.evaluate("(" + make + ")('paste', 60)");
    assertThat(page.locator("#file-summary")).containsText("60 rows");
    assertThat(page.locator("#file-summary")).containsText("pasted.csv");
    page.evaluate("(" + make + ")('drop', 90)");
    assertThat(page.locator("#file-summary")).containsText("90 rows");
  }
}
