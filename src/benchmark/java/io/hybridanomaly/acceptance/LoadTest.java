package io.hybridanomaly.acceptance;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Many visits at once on one server: some upload a series and detect, the others change a setting
 * every two seconds, and three real browsers look on. Prints the errors, results that were lost or
 * another's, the round trips of the others, and memory. Arguments: visits, how many of them detect,
 * rows of each series; epochs; by default 200, 50, 5000 and the usual number (0).
 *
 * <pre>
 * ./run build
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain="io.hybridanomaly.acceptance.LoadTest 200 50 5000 0"
 * </pre>
 */
public final class LoadTest {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final int BROWSERS = 3;
  private static final int FIRST_VISITS = 10;
  private static final long PAUSE_MILLIS = 2_000;

  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final Queue<Double> trips = new ConcurrentLinkedQueue<>();
  private final int rows;
  private final int epochs;

  private LoadTest(int rows, int epochs) {
    this.rows = rows;
    this.epochs = epochs;
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int visits = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int detecting = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    int rows = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5_000;
    int epochs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    try (PackagedJar.Server server =
        HostedServer.serve(Map.of("LIMITS_QUEUEDDETECTIONS", Integer.toString(detecting)))) {
      new LoadTest(rows, epochs).run(server, visits, detecting);
    }
  }

  private void run(PackagedJar.Server server, int visits, int detecting) throws Exception {
    // The first ones bring what all share.
    List<VaadinVisit> all = new ArrayList<>(open(server, FIRST_VISITS));
    long few = HostedServer.heap(server);
    all.addAll(open(server, visits - FIRST_VISITS));
    say(
        "%d visits are open: %,d KB of heap for a further one, %,d MB resident",
        all.size(),
        (HostedServer.heap(server) - few) / Math.max(1, all.size() - FIRST_VISITS) / 1000,
        HostedServer.resident(server));
    long began = System.nanoTime();
    CountDownLatch end = new CountDownLatch(detecting);
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < all.size(); i++) {
        int number = i;
        Future<?> ignored =
            each.submit(
                () -> {
                  if (number < detecting) {
                    detect(all.get(number), number, end);
                  } else {
                    change(all.get(number), number, end);
                  }
                });
      }
      browse(server, end);
    }
    say(
        "%d detections over %,d rows in %.0f s",
        detecting, rows, (System.nanoTime() - began) / 1e9);
    List<Double> sorted = new ArrayList<>(trips);
    Collections.sort(sorted);
    say(
        "%,d round trips of the others: median %.0f ms, p99 %.0f ms, longest %.0f ms",
        sorted.size(), at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    say("%,d MB resident at the end", HostedServer.resident(server));
    say("%d errors", errors.size());
    errors.stream().limit(20).forEach(System.out::println);
    List<String> complaints = HostedServer.complaints(server);
    say("%d warnings and errors in the server's log", complaints.size());
    complaints.stream().limit(20).forEach(System.out::println);
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ENGLISH, text + "%n", values);
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.isEmpty()
        ? Double.NaN
        : sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }

  private List<VaadinVisit> open(PackagedJar.Server server, int visits) {
    List<VaadinVisit> all = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      VaadinVisit visit = new VaadinVisit(server.address());
      try {
        visit.open();
        all.add(visit);
      } catch (IOException e) {
        errors.add("opening: " + e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return all;
  }

  private void detect(VaadinVisit visit, int number, CountDownLatch end) {
    String own = "visitor-" + number + ".csv";
    try {
      visit.upload(own, Seasons.csv(rows + number, number));
      visit.await("file-summary", PATIENCE);
      if (epochs > 0) {
        visit.setEpochs(epochs);
      }
      visit.click("detect");
      visit.await("result-summary", PATIENCE);
      String foreign = visit.filesSeen().replace(own + " ", "");
      if (!foreign.isEmpty() || !visit.filesSeen().contains(own)) {
        errors.add(own + " has seen " + visit.filesSeen());
      }
    } catch (IOException e) {
      errors.add(own + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.countDown();
    }
  }

  private void change(VaadinVisit visit, int number, CountDownLatch end) {
    try {
      int turn = 0;
      while (!end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        long began = System.nanoTime();
        visit.setEpochs(20 + turn++ % 2);
        trips.add((System.nanoTime() - began) / 1e6);
      }
    } catch (IOException e) {
      errors.add("visit " + number + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Real browsers: the page is there, answers, and has no script error. */
  private void browse(PackagedJar.Server server, CountDownLatch end) throws InterruptedException {
    try (TestBrowser browser = TestBrowser.start()) {
      List<Page> pages = new ArrayList<>();
      for (int i = 0; i < BROWSERS; i++) {
        Page page = browser.newPage();
        page.setDefaultTimeout((double) PATIENCE.toMillis());
        page.onPageError(error -> errors.add("browser: " + error));
        page.navigate(server.address());
        page.locator(".sample-card").first().click();
        page.locator("#file-summary").waitFor();
        pages.add(page);
      }
      while (end.getCount() > 0) {
        for (Page page : pages) {
          page.locator("#epochs input").focus();
          page.keyboard().press("ArrowRight");
          page.waitForTimeout(500);
        }
      }
    }
  }
}
