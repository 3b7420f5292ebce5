package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.hybridanomaly.ledger.LedgerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** What people come for, done as they would, with the clicks after the upload counted. */
class TasksIT extends BrowserTest {

  private static final int SENSORS = 12;
  private static final int HOURS = 240;
  private static final Set<Integer> STRUCK = Set.of(3, 6, 9);

  private int clicks;

  private void click(Locator what) {
    clicks++;
    what.click();
  }

  private void click(String what) {
    click(page.locator(what));
  }

  private void uploadAll(Path... files) {
    FileChooser chooser =
        page.waitForFileChooser(() -> page.locator("#upload vaadin-button").click());
    chooser.setFiles(files);
  }

  /** Hourly values from 1 March 2024 on. */
  private static String hourly(String name, int hours, IntToDoubleFunction value) {
    LocalDateTime start = LocalDateTime.of(2024, 3, 1, 0, 0);
    StringBuilder text = new StringBuilder("time," + name + "\n");
    for (int i = 0; i < hours; i++) {
      text.append(start.plusHours(i)).append(',');
      text.append(String.format(Locale.ROOT, "%.2f\n", value.applyAsDouble(i)));
    }
    return text.toString();
  }

  private static double daily(int hour) {
    return Math.sin(2 * Math.PI * hour / 24);
  }

  private void detect() {
    trainShortly(page);
    click("#detect");
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
  }

  /** An anomaly, or what is listed as worth a look, with its bounds. */
  private void requireListed(String from, String to) {
    assertThat(
            page.locator("#anomaly-grid vaadin-grid-cell-content, #candidates li", withText(from))
                .filter(new Locator.FilterOptions().setHasText(to)))
        .not()
        .hasCount(0);
  }

  @Test
  void anAuditorHasTheSuspiciousRowsAsAWorkbook() throws Exception {
    upload(file("ledger.csv", LedgerFile.csv()));
    assertThat(page.locator("#file-summary")).containsText("3,000 rows");
    assertThat(page.locator(".ledger-panel")).containsText("Many rows share their time");
    click("#open-ledger");
    assertThat(page.locator("#ledger-xlsx")).isVisible();
    assertThat(page.locator(".ledger-rows")).containsText("317 rows");
    Download download = page.waitForDownload(() -> click("#ledger-xlsx"));
    try (ReadableWorkbook book = new ReadableWorkbook(download.path().toFile())) {
      List<Row> rows = book.getFirstSheet().read();
      // Oracle: 145 rows with 49 and 172 with 10, as benford_py counts them.
      assertThat(rows).hasSize(1 + 145 + 172);
      assertThat(rows.getFirst().getCellText(4)).isEqualTo("text");
    }
    assertThat(clicks).isLessThanOrEqualTo(6);
  }

  /** Rows 600 to 647 repeat one value, 900 to 905 count three times as much. */
  @Test
  void aMeterShowsBothFaultsWithTheirBounds() throws Exception {
    Random random = new Random(11);
    upload(
        file(
            "meter.csv",
            hourly(
                "kwh",
                1_200,
                hour -> {
                  double usual = 40 + 12 * daily(hour) + random.nextGaussian();
                  boolean stuck = hour >= 600 && hour < 648;
                  return stuck ? 43.76 : hour >= 900 && hour < 906 ? 3 * usual : usual;
                })));
    assertThat(page.locator("#file-summary")).containsText("1,200 rows");
    detect();
    requireListed("2024-03-26 00:00", "2024-03-27 23:00");
    requireListed("2024-04-07 12:00", "17:00");
    assertThat(clicks).isEqualTo(1);
  }

  /** From row 700 on nobody comes for five hours. */
  @Test
  void anOutageOfAWebSiteIsFound() throws Exception {
    Random random = new Random(12);
    upload(
        file(
            "visits.csv",
            hourly(
                "visits",
                1_000,
                hour ->
                    hour >= 700 && hour < 705
                        ? 0
                        : Math.rint(400 + 250 * daily(hour) + 15 * random.nextGaussian()))));
    assertThat(page.locator("#file-summary")).containsText("1,000 rows");
    detect();
    requireListed("2024-03-30 04:00", "08:00");
    assertThat(clicks).isEqualTo(1);
  }

  /** Eight years, one month of which was booked ten times. */
  @Test
  void aWrongMonthOfSalesIsFound() throws Exception {
    Random random = new Random(13);
    StringBuilder text = new StringBuilder("month,sales\n");
    for (int i = 0; i < 96; i++) {
      double sales =
          1_000 + 5 * i + 300 * Math.sin(2 * Math.PI * i / 12) + 20 * random.nextGaussian();
      text.append(YearMonth.of(2016, 1).plusMonths(i))
          .append(String.format(Locale.ROOT, ",%.0f%n", i == 62 ? 10 * sales : sales));
    }
    upload(file("sales.csv", text.toString()));
    assertThat(page.locator("#file-summary")).containsText("96 rows");
    detect();
    assertThat(page.locator("#result-summary h2")).containsText("1 anomaly in 96 points");
    requireListed("2021-03-01", "");
    assertThat(clicks).isEqualTo(1);
  }

  private static String sensors() {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("time");
    for (int sensor = 1; sensor <= SENSORS; sensor++) {
      text.append(",sensor_").append(sensor);
    }
    LocalDateTime start = LocalDateTime.of(2024, 3, 1, 0, 0);
    for (int hour = 0; hour < HOURS; hour++) {
      text.append('\n').append(start.plusHours(hour));
      for (int sensor = 1; sensor <= SENSORS; sensor++) {
        boolean struck = STRUCK.contains(sensor) && hour >= 160 && hour < 166;
        double value =
            20
                + sensor
                + 5 * Math.sin(2 * Math.PI * (hour + sensor) / 24)
                + 0.3 * random.nextGaussian()
                + (struck ? 15 : 0);
        text.append(String.format(Locale.ROOT, ",%.2f", value));
      }
    }
    return text.append('\n').toString();
  }

  private Locator rows() {
    return page.locator("#series-overview button.lane-row");
  }

  private void requireRows(int count) {
    assertThat(rows())
        .hasCount(count, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    assertThat(page.locator("#progress")).isHidden();
  }

  /** One click after the upload, and one more that opens a series. */
  @Test
  void theWorstOfTwelveSensorsComesFirstAndAClickOpensIt() throws Exception {
    upload(file("sensors.csv", sensors()));
    assertThat(page.locator("#file-summary")).containsText("240 rows");
    trainShortly(page);
    click("#detect-all");
    assertThat(page.locator("#progress")).containsText("of 12");
    requireRows(SENSORS);
    Locator overview = page.locator("#series-overview");
    assertThat(overview).containsText("3 series at once");
    Download all = page.waitForDownload(() -> page.locator("#export-overview").click());
    assertThat(Files.readString(all.path())).contains("3 series at once");
    List<String> names = page.locator("#series-overview .lane-title").allTextContents();
    assertThat(names.subList(0, STRUCK.size()))
        .containsExactlyInAnyOrder("sensor_3", "sensor_6", "sensor_9");
    for (int i = 0; i < 2; i++) {
      page.locator("#series-overview .lane-compare").nth(i).click();
    }
    assertThat(page.locator("#series-overlay")).containsText("2 series, each in its own range");
    assertThat(page.locator("#series-overlay path.abnormal")).hasCount(2);
    assertThat(page.locator("#series-overlay .overlay-scale").first()).containsText("usually");
    page.locator("#series-overlay .overlay-plot").hover();
    assertThat(page.locator("#series-overlay .chart-tip .tip-row")).hasCount(2);
    assertThat(page.locator("#series-overlay .chart-tip")).containsText(" at ");
    requireAccessible();

    click(rows().first());
    assertThat(clicks).isLessThanOrEqualTo(3);
    assertThat(page.locator("#series-chart h3")).hasText(names.getFirst());
    assertThat(rows().first()).isHidden();
    // The keyboard is where it was: back with Enter, over the box beside the row to the second.
    assertThat(page.locator("#back-to-series")).isFocused();
    page.keyboard().press("Enter");
    assertThat(rows().first()).isFocused();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(page.locator("#series-chart h3")).hasText(names.get(1));
  }

  /** A bad file among several is a row with its reason; the others are judged. */
  @Test
  void severalFilesAreOneOverviewAndAllDownloadsHaveTheChosenCsv() throws Exception {
    Random random = new Random(14);
    String calm = hourly("load", 300, hour -> 50 + 9 * daily(hour) + random.nextGaussian());
    uploadAll(file("a.csv", calm), file("bad.csv", "a,b\nx,y\n"), file("c.csv", calm));
    assertThat(page.locator("#detect-all-tables")).hasText("Detect in all 3 files");
    trainShortly(page);
    click("#detect-all-tables");
    requireRows(2);
    assertThat(page.locator("#series-overview .failed")).containsText("No column can be analysed");
    click(rows().nth(1));
    assertThat(page.locator("#result-summary")).containsText("c.csv");
    page.locator("#export-more").click();
    choose("csv-format", "Semicolon");
    page.keyboard().press("Escape");
    Download download = page.waitForDownload(() -> page.locator("#export-csv").click());
    List<String> lines = Files.readAllLines(download.path());
    assertThat(lines).hasSize(301).first().asString().startsWith("timestamp;value;");
    assertThat(lines.get(1)).startsWith("2024-03-01T00:00:00;").contains(",").doesNotContain(".");
  }
}
