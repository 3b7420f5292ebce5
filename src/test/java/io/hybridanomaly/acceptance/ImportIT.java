package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Files as people have them, in a real browser. */
class ImportIT extends BrowserTest {

  /** Semicolons, decimal commas, points between thousands, days first, Windows' own encoding. */
  private Path germanFile() throws Exception {
    StringBuilder text = new StringBuilder("Datum;Menge;Umsatz in \u20ac\r\n");
    for (int i = 0; i < 60; i++) {
      text.append(String.format(Locale.ROOT, "%02d.%02d.2023;%d;", 1 + i % 28, 1 + i / 28, i % 9));
      String cell = i == 40 ? "kaputt" : String.format(Locale.GERMANY, "%,.2f", 1000 + 10.5 * i);
      text.append(cell).append("\r\n");
    }
    Path file = file("umsatz.csv", "");
    return Files.write(file, text.toString().getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void aGermanFileIsReadRightAndADetectionCanBeOverridden() throws Exception {
    upload(germanFile());
    Locator summary = page.locator("#file-summary");
    assertThat(summary).containsText("60 rows");
    assertThat(summary).containsText("2023-01-01 to 2023-03-04");
    assertThat(summary).containsText("1,000 to 1,619.5");
    assertThat(summary).containsText("1 row left out");
    assertThat(page.locator("#value-column")).containsText("Umsatz in \u20ac");
    summary.getByText("1 row left out").click();
    assertThat(summary).containsText("Line 42");
    assertThat(summary).containsText("kaputt");

    page.locator("#reading-choices vaadin-details-summary").first().click();
    assertThat(page.locator("#file-delimiter")).containsText("Detected: semicolon");
    assertThat(page.locator("#file-decimal")).containsText("Detected: comma");
    choose("value-column", "Menge");
    assertThat(summary).containsText("0 to 8");
    choose("value-column", "Umsatz");
    assertThat(summary).containsText("1,000 to 1,619.5");
    choose("file-delimiter", "Vertical bar");
    assertThat(page.locator("#error-message")).containsText("umsatz.csv");
    assertThat(summary).containsText("60 rows");
    assertThat(page.locator("#file-delimiter")).containsText("Detected: semicolon");
  }

  @Test
  void anOpenOrderOfDayAndMonthIsAsked() throws Exception {
    StringBuilder text = new StringBuilder("date,value\n");
    int[] days = {7, 3, 11, 5, 1, 9, 2, 12, 6, 10, 4, 8};
    for (int i = 0; i < 144; i++) {
      text.append(days[i % 12]).append('/').append(days[(i / 12 + i) % 12]).append("/2024,");
      text.append(i % 17).append('\n');
    }
    upload(file("open.csv", text.toString()));
    Locator question = page.locator("#date-question");
    assertThat(question).containsText("day/month/year");
    assertThat(page.locator("#detect")).isEnabled();
    question.getByText("day/month/year", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(question).hasCount(0);
    assertThat(page.locator("#file-summary")).containsText("144 rows");
  }

  @Test
  void theColumnsOfAWideFileAreAnalysedOneByOneAndCompared() throws Exception {
    StringBuilder text = new StringBuilder();
    for (String line : TestSeries.csv().lines().toList()) {
      String value = line.substring(line.indexOf(',') + 1);
      String twice = text.isEmpty() ? "half" : Double.toString(Double.parseDouble(value) / 2);
      text.append(line).append(',').append(twice).append('\n');
    }
    upload(file("wide.csv", text.toString()));
    assertThat(page.locator("#file-summary")).containsText("1,500 rows");
    Locator question = page.locator("#value-question");
    assertThat(question).containsText("Until you choose, “load” is analysed.");
    question.getByText("half", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(question).hasCount(0);
    assertThat(page.locator("#value-column")).containsText("half");
    trainShortly(page);
    page.locator("#detect-all").click();
    Locator runs = page.locator("#run-history");
    assertThat(runs).isVisible(within(PATIENCE));
    assertThat(runs).containsText("load");
    assertThat(runs).containsText("half");
    assertThat(runs).containsText("1 of 1");
    assertThat(page.locator("#series-overview .lane-row")).hasCount(2);
    runs.locator("vaadin-grid-cell-content", new Locator.LocatorOptions().setHasText("load"))
        .first()
        .click();
    assertThat(page.locator("#series-chart h3")).hasText("load");
    runs.locator("vaadin-grid-cell-content", new Locator.LocatorOptions().setHasText("half"))
        .first()
        .click();
    assertThat(page.locator("#series-chart h3")).hasText("half");
  }

  /** A value for each hour of 40 days; one time stands twice, two hours of the last day lack. */
  private Path hourlyFile() throws Exception {
    StringBuilder text = new StringBuilder("time,value\n");
    LocalDateTime start = LocalDateTime.of(2024, 3, 1, 0, 0);
    for (int i = 0; i < 960; i++) {
      String row = start.plusHours(i) + "," + (i == 100 ? 70 : 10 + i % 24) + "\n";
      text.append(i == 950 || i == 951 ? "" : row).append(i == 100 ? row : "");
    }
    return file("hourly.csv", text.toString());
  }

  @Test
  void theSeriesCanBePreparedAndTheSummarySaysHow() throws Exception {
    upload(hourlyFile());
    Locator summary = page.locator("#file-summary");
    assertThat(summary).containsText("959 rows read");
    assertThat(summary).containsText("2024-03-01 00:00 to 2024-04-09 23:00");
    assertThat(summary).containsText("1 gap (2 points missing), from 2024-04-09 13:00");
    assertThat(summary).containsText("Equal times1 row");
    assertThat(summary).containsText("10 to 70");
    page.locator("#shape-choices vaadin-details-summary").first().click();

    choose("equal-times", "One row with the sum");
    assertThat(summary).containsText("equal times were merged to their sum");
    assertThat(summary).containsText("10 to 140");

    choose("gaps", "Fill with 0");
    assertThat(summary).containsText("2 points were added to fill gaps, with 0.");
    assertThat(summary).containsText("0 to 140");
    assertThat(summary).not().containsText("1 gap");

    page.locator("#range-to input").fill("2024-04-08");
    page.getByText("Use this range").click();
    assertThat(summary).containsText("22 rows outside the chosen range of times were left out.");
    assertThat(summary).containsText("2024-03-01 00:00 to 2024-04-08 23:00");
    assertThat(summary).containsText("10 to 140");

    choose("resampling", "One point a day");
    assertThat(summary).containsText("936 points were gathered in 39 steps of 1 day");
    assertThat(summary).containsText("2024-03-01 to 2024-04-08");
    choose("resampled-value", "Last value");
    assertThat(summary).containsText("33 to 33");
    assertThat(summary).containsText("Constant39 points of 33");
  }

  @Test
  void aReadingOfTheDatesCanBeChosenAndFindsItsColumn() throws Exception {
    StringBuilder text = new StringBuilder("value,tick\n");
    for (int i = 0; i < 100; i++) {
      text.append(i * 37 % 101).append(".5,").append(i * 60_000).append('\n');
    }
    upload(file("ticks.csv", text.toString()));
    Locator summary = page.locator("#file-summary");
    assertThat(summary).containsText("row 1 to row 100");
    page.locator("#reading-choices vaadin-details-summary").first().click();
    choose("file-dates", "Milliseconds since 1970");
    assertThat(summary).containsText("1970-01-01 00:00 to 1970-01-01 01:39");
    assertThat(page.locator("#date-column")).containsText("tick");
  }
}
