package io.hybridanomaly.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a file with many columns sends to a real browser: the sizes of the messages of the page, by
 * push and as answers, after the upload, when the list of columns is opened, and with the result.
 * Argument: columns, by default the limit, 1000.
 *
 * <pre>
 * ./run build
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain="io.hybridanomaly.acceptance.WideFileTest 1000"
 * </pre>
 */
public final class WideFileTest {

  private static final int ROWS = 400;
  private static final int DAY = 24;
  private static final double PATIENCE = 240_000;
  private static final double QUIET_MILLIS = 2_000;

  private final Queue<Integer> sizes = new ConcurrentLinkedQueue<>();

  private WideFileTest() {}

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int columns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    try (PackagedJar.Server server = HostedServer.serve(Map.of());
        TestBrowser browser = TestBrowser.start();
        Page page = browser.newPage()) {
      new WideFileTest().run(server, page, columns);
    }
  }

  private void run(PackagedJar.Server server, Page page, int columns) {
    page.setDefaultTimeout(PATIENCE);
    page.onWebSocket(socket -> socket.onFrameReceived(frame -> sizes.add(length(frame.text()))));
    page.onResponse(
        response -> {
          if (response.url().contains("v-r=uidl")) {
            sizes.add(body(response));
          }
        });
    page.navigate(server.address());
    page.locator("#upload").waitFor();
    say(page, "opening the page");
    page.waitForFileChooser(() -> page.locator("#upload vaadin-button").click())
        .setFiles(new FilePayload("wide.csv", "text/csv", wide(columns)));
    page.locator("#file-summary").waitFor();
    say(page, "a file of %,d columns".formatted(columns));
    page.locator("#value-column:visible").click();
    say(page, "its list of columns opened");
    page.keyboard().press("Escape");
    page.locator("#epochs input").focus();
    page.keyboard().press("Home");
    page.locator("#detect").click();
    page.locator("#result-summary").waitFor();
    say(page, "a detection in one column");
  }

  private static int length(String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int body(Response response) {
    return response.body().length;
  }

  private void say(Page page, String after) {
    page.waitForTimeout(QUIET_MILLIS);
    System.out.printf(
        Locale.ENGLISH,
        "%s: %d messages of %,d bytes together, the largest %,d%n",
        after,
        sizes.size(),
        sizes.stream().mapToInt(size -> size).sum(),
        sizes.stream().mapToInt(size -> size).max().orElse(0));
    sizes.clear();
  }

  private static byte[] wide(int columns) {
    String header =
        IntStream.range(0, columns)
            .mapToObj("the column with number %d"::formatted)
            .collect(Collectors.joining(","));
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    IntStream.range(0, columns)
                        .mapToObj(column -> Integer.toString((row * 7 + column) % DAY))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n"));
    return (header + "\n" + rows + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
