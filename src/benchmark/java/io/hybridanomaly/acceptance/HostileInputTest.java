package io.hybridanomaly.acceptance;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Hostile texts, files and requests through the inputs of one server, watched in a real browser:
 * whether a script ran, another host was asked, the server fell or said anything of its insides.
 * Ends with status 1 if so. Payloads are counted where they go in. With any argument only the
 * requests are sent.
 *
 * <pre>
 * ./run build
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain=io.hybridanomaly.acceptance.HostileInputTest
 * </pre>
 */
public final class HostileInputTest {

  private static final int ROWS = 120;
  private static final double PATIENCE = 240_000;

  private final PackagedJar.Server server;
  private final TestBrowser browser;
  private final List<String> faults = new ArrayList<>();
  private int payloads;

  private HostileInputTest(PackagedJar.Server server, TestBrowser browser) {
    this.server = server;
    this.browser = browser;
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    try (PackagedJar.Server server = PackagedJar.serve("--limits.max-upload-bytes=20000000");
        TestBrowser browser = TestBrowser.start()) {
      HostileInputTest test = new HostileInputTest(server, browser);
      HostileRequests requests = new HostileRequests(server, test.faults::add);
      test.payloads += requests.run();
      test.say("requests");
      if (arguments.length == 0) {
        byte[] report = test.names();
        test.say("names and cells");
        test.files();
        test.say("files");
        byte[] chat = test.questions();
        test.say("questions of the chat");
        test.reports(report, chat);
        test.say("reports");
      }
      test.afterwards();
      System.out.printf(
          Locale.ENGLISH, "%d payloads, %d faults%n", test.payloads, test.faults.size());
      test.faults.stream().limit(40).forEach(System.out::println);
      if (!test.faults.isEmpty()) {
        System.exit(1);
      }
    }
  }

  private void say(String until) {
    System.out.printf(
        Locale.ENGLISH, "%d payloads, %d faults so far: %s%n", payloads, faults.size(), until);
  }

  private Page visit() {
    Page page = browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onDialog(
        dialog -> {
          faults.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          String url = request.url();
          if (!url.startsWith(server.address())
              && !url.startsWith("ws://localhost:" + server.port())
              && !url.startsWith("data:")
              && !url.startsWith("blob:")
              && !url.startsWith("file:")) {
            faults.add("a request to " + url);
          }
        });
    page.navigate(server.address());
    page.locator("#upload").waitFor();
    return page;
  }

  private void send(Page page, String name, byte[] content) {
    page.waitForFileChooser(() -> page.locator("#upload vaadin-button").click())
        .setFiles(new FilePayload(name, "text/csv", content));
  }

  private void check(Page page, String where) {
    if (!Boolean.TRUE.equals(page.evaluate("() => window.evil === undefined"))) {
      faults.add("a script ran: " + where);
    }
    String text = page.locator("body").innerText();
    if (text.contains("Exception") || text.contains("at io.hybridanomaly")) {
      faults.add("insides are shown: " + where);
    }
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }

  /**
   * Every text as the name of a column of numbers, and as a cell; all columns are judged; gives the
   * report.
   */
  private byte[] names() throws Exception {
    List<String> texts = HostileTexts.all();
    StringBuilder csv = new StringBuilder("note,");
    csv.append(texts.stream().map(HostileInputTest::quoted).collect(Collectors.joining(",")));
    for (int row = 0; row < ROWS; row++) {
      int at = row;
      csv.append('\n').append(quoted(texts.get(row % texts.size()))).append(',');
      csv.append(
          IntStream.range(0, texts.size())
              .mapToObj(column -> Integer.toString((at * 7 + column) % 24 + (at == 60 ? 90 : 0)))
              .collect(Collectors.joining(",")));
    }
    payloads += 2 * texts.size();
    try (Page page = visit()) {
      send(page, "names.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
      page.locator("#file-summary").waitFor();
      check(page, "names of columns");
      page.locator("#epochs input").focus();
      page.keyboard().press("Home");
      page.locator("#detect").click();
      page.locator("#result-summary").waitFor();
      page.locator("#series-chart").hover();
      check(page, "a result");
      Download csvFile = page.waitForDownload(() -> page.locator("#export-csv").click());
      checkSheet(csvFile.path());
      Download report = page.waitForDownload(() -> page.locator("#export-report").click());
      openReport(report.path());
      return Files.readAllBytes(report.path());
    }
  }

  /** No cell of a sheet is a formula; negative numbers are numbers. */
  private void checkSheet(Path file) throws IOException {
    for (String line : Files.readAllLines(file)) {
      for (String cell : line.split(",", -1)) {
        String start = cell.replaceFirst("^\"", "");
        if (start.matches("(?s)[=+@\t\r\uff1d].*")
            || (start.startsWith("-") && !start.matches("-?[0-9.E-]+\"?"))) {
          faults.add("a formula in the sheet: " + cell);
        }
      }
    }
  }

  private void openReport(Path file) {
    try (Page page = browser.newPage()) {
      page.onRequest(
          request -> {
            if (!request.url().startsWith("file:") && !request.url().startsWith("data:")) {
              faults.add("the report asks " + request.url());
            }
          });
      page.navigate(file.toUri().toString());
      check(page, "the report as a file");
    }
  }

  /** Every text as the name of a file, then archives and files that are not what they say. */
  private void files() throws Exception {
    String series =
        "value\n"
            + IntStream.range(0, 40)
                .mapToObj(i -> Integer.toString(i * 7 % 24))
                .collect(Collectors.joining("\n"));
    try (Page page = visit()) {
      for (String text : HostileTexts.all()) {
        payloads++;
        String name = (text.length() > 200 ? text.substring(0, 200) : text) + ".csv";
        send(page, name, series.getBytes(StandardCharsets.UTF_8));
        Locator summary = page.locator("#file-summary, #error-message").first();
        summary.waitFor();
        page.waitForCondition(() -> page.locator(".data-panel.reading").count() == 0);
        check(page, "a file's name");
        if (page.locator("body").innerText().matches("(?s).*[\u202E\u2066].*")) {
          faults.add("a character that turns text is shown");
        }
      }
      for (byte[] content : archives()) {
        payloads++;
        send(page, "archive.zip", content);
        page.waitForCondition(() -> page.locator(".data-panel.reading").count() == 0);
        page.locator("#file-summary, #error-message").first().waitFor();
        check(page, "an archive");
      }
    }
  }

  private static List<byte[]> archives() throws IOException {
    byte[] zeros = new byte[60_000_000];
    byte[] csv = "value\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8);
    byte[] inner = zip("inner.csv", zeros);
    return List.of(
        zip("../../../../tmp/evil.csv", csv),
        zip("/etc/evil.csv", csv),
        zip("..\\evil.csv", csv),
        zip("bomb.csv", zeros),
        zip("inner.zip", inner),
        zip("<img src=x onerror=window.evil=1>.csv", csv),
        "PK\u0003\u0004 and nothing else".getBytes(StandardCharsets.UTF_8),
        new byte[] {31, (byte) 139, 8, 0, 0, 0, 0},
        new byte[] {0, 0, 0, 0, 0, 0, 0},
        "\"".repeat(100_000).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(content);
    }
    return bytes.toByteArray();
  }

  /** Every text as a question of the chat; gives a report that holds them all. */
  private byte[] questions() throws Exception {
    try (Page page = visit()) {
      page.locator(".sample-card").first().click();
      page.locator("#file-summary").waitFor();
      page.locator("#epochs input").focus();
      page.keyboard().press("Home");
      page.locator("#detect").click();
      page.locator("#result-summary").waitFor();
      for (String text : HostileTexts.all()) {
        payloads++;
        Locator input = page.locator("#chat-input textarea");
        input.fill(text.length() > 1_000 ? text.substring(0, 1_000) : text);
        input.press("Enter");
        page.waitForCondition(() -> page.locator("#chat-stop:visible").count() == 0);
      }
      check(page, "questions of the chat");
      Download report = page.waitForDownload(() -> page.locator("#export-report").click());
      openReport(report.path());
      return Files.readAllBytes(report.path());
    }
  }

  /**
   * Reports that somebody has changed by hand.
   *
   * @param report without a chat
   * @param chat one that holds every text as a question
   */
  private void reports(byte[] report, byte[] chat) {
    String html = new String(report, StandardCharsets.UTF_8);
    List<String> changed = new ArrayList<>();
    String said = new String(chat, StandardCharsets.UTF_8);
    changed.add(said);
    for (String text : HostileTexts.all()) {
      String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<", "\\u003c");
      changed.add(
          html.replaceFirst(
              "\"file\":\"[^\"]*\"",
              java.util.regex.Matcher.quoteReplacement("\"file\":\"" + escaped + "\"")));
    }
    changed.add(html.substring(0, html.length() / 2));
    changed.add(said.replace("\"conversation\":[", "\"conversation\":[null,"));
    changed.add(html.replaceFirst("\"window\":\\d+", "\"window\":2000000000"));
    changed.add(html.replaceFirst("\"epochs\":\\d+", "\"epochs\":-1"));
    changed.add(said.replaceFirst("\"text\":\"", "\"text\":\"" + "x".repeat(10_000_000)));
    try (Page page = visit()) {
      for (String each : changed) {
        payloads++;
        send(page, "report.html", each.getBytes(StandardCharsets.UTF_8));
        page.waitForCondition(() -> page.locator(".data-panel.reading").count() == 0);
        page.locator("#result-summary, #error-message").first().waitFor();
        check(page, "a report that was changed");
      }
    }
  }

  /** The server is there, and its log holds no fault and no line that a payload has made. */
  private void afterwards() throws Exception {
    try (Page page = visit()) {
      page.locator(".sample-card").first().click();
      page.locator("#file-summary").waitFor();
    }
    if (!server.process().isAlive()) {
      faults.add("the server has ended");
    }
    for (String line : server.log().lines().toList()) {
      // A forged value may fail its own page; the log says why.
      boolean forged = line.contains("UnexpectedErrors");
      if ((line.contains(" ERROR ") && !forged) || line.startsWith("FORGED")) {
        faults.add("log: " + line);
      }
    }
  }
}
