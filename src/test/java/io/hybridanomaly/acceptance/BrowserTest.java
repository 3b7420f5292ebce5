package io.hybridanomaly.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real browser before the packaged application; every script error fails the test. */
abstract class BrowserTest {

  /** For steps that train a network on a busy machine. */
  static final double PATIENCE = 180_000;

  private static SharedServer shared;

  @TempDir private Path folder;
  Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    shared = SharedServer.get();
  }

  @BeforeEach
  void open() {
    page = visit(shared.server(), shared.nextPage());
  }

  /** A page with cookies of its own, watched for script errors and requests to other origins. */
  Page newVisitor() {
    return visit(shared.server());
  }

  /** The same with another language. */
  Page newVisitor(String language) {
    return visit(shared.server(), shared.newPage(language));
  }

  /** The same at another server. */
  Page visit(PackagedJar.Server at) {
    return visit(at, shared.newPage());
  }

  private Page visit(PackagedJar.Server at, Page visitor) {
    visitor.onPageError(complaints::add);
    visitor.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    visitor.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    visitor.onRequest(
        request -> {
          if (!request.url().startsWith(at.address()) && !request.url().startsWith("data:")) {
            complaints.add("request to another origin: " + request.url());
          }
        });
    visitor.navigate(at.address());
    assertThat(visitor.locator("#upload")).isVisible();
    return visitor;
  }

  /** What a test has provoked itself. */
  List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  @AfterEach
  void close() {
    page.close();
    assertThat(complaints).isEmpty();
  }

  Path file(String name, String content) throws Exception {
    return Files.writeString(folder.resolve(name), content);
  }

  void upload(Path file) {
    FileChooser chooser =
        page.waitForFileChooser(() -> page.locator("#upload vaadin-button").click());
    chooser.setFiles(file);
  }

  void uploadAndDetect() throws Exception {
    upload(file("load.csv", TestSeries.csv()));
    assertThat(page.locator("#file-summary")).containsText("1,500 rows");
    page.locator("#detect").click();
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
  }

  /** Detects with the shortest training, where it matters that there is one but not how good. */
  void detectQuickly() {
    trainShortly(page);
    page.locator("#detect").click();
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
  }

  static void trainShortly(Page visitor) {
    visitor.locator("#epochs input").focus();
    visitor.keyboard().press("Home");
  }

  /** The result of a detection on {@link TestSeries}, from a report and so without a training. */
  void openResult() throws Exception {
    FileChooser chooser =
        page.waitForFileChooser(() -> page.locator("#upload vaadin-button").click());
    chooser.setFiles(shared.report());
    assertThat(page.locator("#result-summary")).isVisible(within(PATIENCE));
  }

  void choose(String select, String item) {
    page.locator("#" + select).click();
    page.locator("#" + select + " vaadin-select-item", withText(item)).click();
    assertThat(page.locator("#" + select + " vaadin-select-item").first()).isHidden();
  }

  static LocatorAssertions.IsVisibleOptions within(double millis) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(millis);
  }

  /** Nothing on the page keeps people with disabilities out. */
  void requireAccessible() {
    AxeRunOptions options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    List<String> grave =
        new AxeBuilder(page)
                .exclude("vaadin-commercial-banner")
                // All is of one origin, so that one pass is enough. It takes a fifth of the time.
                .setLegacyMode(true)
                .options(options)
                .analyze()
                .getViolations()
                .stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(BrowserTest::describe)
                .toList();
    assertThat(grave).isEmpty();
  }

  private static String describe(Rule rule) {
    CheckedNode node = rule.getNodes().getFirst();
    return rule.getId() + ": " + node.getTarget() + " " + node.getHtml();
  }

  Locator bandsOf(String chart) {
    return page.locator("#" + chart + " vaadin-chart .anomaly");
  }

  double shownFrom(String chart) {
    Object min =
        page.locator("#" + chart + " vaadin-chart")
            .evaluate("chart => chart.configuration.xAxis[0].min");
    return ((Number) min).doubleValue();
  }

  static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
