package io.hybridanomaly.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A million points in a real browser: from the end of the detection on the server to the drawn
 * charts, and from the end of a drag to the zoomed chart with its points in detail. The server and
 * the browser share the machine and its clock.
 *
 * <pre>
 * ./run build
 * mvn -q -P benchmark test-compile exec:exec \
 *   -Dmain=io.hybridanomaly.acceptance.BrowserBenchmark
 * </pre>
 */
public final class BrowserBenchmark {

  private static final int POINTS = 1_000_000;
  private static final int SEASON = 288;
  private static final int ROUNDS = 3;
  private static final int ZOOMS = 3;
  private static final double PATIENCE = 600_000;
  private static final Pattern DONE =
      Pattern.compile("(?m)^(\\S+) .*A detection in " + POINTS + " points is done$");

  /** Notes when the charts have a line, when points in detail arrive, and when they are drawn. */
  private static final String WATCH =
      """
      () => {
        const drawn = (id) =>
          document.querySelector(`#${id} vaadin-chart`)?.shadowRoot
            ?.querySelector('.highcharts-graph')?.getAttribute('d')?.length > 100;
        window.at = {};
        const look = () => {
          if (!window.at.drawn && drawn('series-chart') && drawn('score-chart')) {
            window.at.drawn = Date.now();
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        const { setData } = window.hybridCharts;
        window.hybridCharts.setData = (...points) => {
          window.at.answered ??= Date.now();
          setData(...points);
          requestAnimationFrame(() => { window.at.refined = Date.now(); });
        };
      }
      """;

  private static final String FORGET =
      """
      () => {
        document.querySelectorAll('#series-chart, #score-chart').forEach((e) => e.remove());
        window.at = {};
      }
      """;

  private BrowserBenchmark() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    Path file = season();
    try (PackagedJar.Server server =
            PackagedJar.serve(
                "--limits.max-upload-bytes=100000000",
                "--logging.level.io.hybridanomaly.jobs=DEBUG");
        TestBrowser browser = TestBrowser.start();
        Page page = browser.newPage()) {
      page.setDefaultTimeout(PATIENCE);
      page.navigate(server.address());
      page.waitForFileChooser(() -> page.locator("#upload vaadin-button").click()).setFiles(file);
      page.waitForFunction(
          "() => document.querySelector('#file-summary')?.textContent.includes('1,000,000 rows')");
      for (int round = 1; round <= ROUNDS; round++) {
        show(server, page, round);
        for (int zoom = 0; zoom < ZOOMS; zoom++) {
          zoom(page);
        }
        page.locator(".show-all").click();
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void show(PackagedJar.Server server, Page page, int round) throws IOException {
    if (round > 1) {
      page.evaluate(FORGET);
    }
    page.locator("#detect").click();
    if (round == 1) {
      page.waitForFunction("() => window.hybridCharts");
      page.evaluate(WATCH);
    }
    page.waitForFunction("() => window.at.drawn");
    Matcher done = DONE.matcher(server.log());
    long ended = 0;
    while (done.find()) {
      ended = OffsetDateTime.parse(done.group(1)).toInstant().toEpochMilli();
    }
    print("result %d: both charts drawn after %.0f ms", round, at(page, "drawn") - ended);
    page.waitForTimeout(5_000);
  }

  private static void zoom(Page page) {
    BoundingBox box = page.locator("#series-chart vaadin-chart").boundingBox();
    double y = box.y + box.height / 3;
    page.mouse().move(box.x + 200, y);
    page.mouse().down();
    page.mouse().move(box.x + 300, y);
    page.evaluate("() => { window.at = { drawn: 1 }; }");
    double released = ((Number) page.evaluate("() => Date.now()")).doubleValue();
    page.mouse().up();
    page.waitForFunction("() => window.at.refined");
    page.waitForTimeout(2_000);
    print(
        "  zoom: points after %.0f ms, drawn after %.0f ms",
        at(page, "answered") - released, at(page, "refined") - released);
  }

  private static double at(Page page, String what) {
    return ((Number) page.evaluate("what => window.at[what]", what)).doubleValue();
  }

  private static Path season() throws IOException {
    Path file = Files.createTempFile("million", ".csv");
    Random random = new Random(1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("row,value\n");
      for (int i = 0; i < POINTS; i++) {
        double value = 100 + 20 * Math.sin(2 * Math.PI * i / SEASON) + 3 * random.nextGaussian();
        out.write(String.format(Locale.ROOT, "%d,%.3f%n", i + 1, i % 99_991 == 0 ? 300 : value));
      }
    }
    return file;
  }

  @SuppressWarnings("SystemOut") // The lines are the programme's result.
  private static void print(String line, Object... numbers) {
    System.out.printf(Locale.ROOT, line + "%n", numbers);
  }
}
