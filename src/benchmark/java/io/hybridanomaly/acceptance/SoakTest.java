package io.hybridanomaly.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that is used for long: first for minutes of mixed use, by visitors who upload, detect,
 * export, ask the chat, cancel, close the tab in the middle or go without a word, and by programs;
 * then by visitors who each begin a detection, cancel it and close the tab. Prints the memory at
 * the start, after each quarter and at the end, errors, and what the log complains of; ends with
 * status 1 if there is any. Arguments: minutes of mixed use, cycles of begin, cancel and close; by
 * default 60 and 2000.
 *
 * <pre>
 * ./run build
 * mvn -q -P benchmark test-compile exec:exec -Dvaadin.skip \
 *   -Dmain="io.hybridanomaly.acceptance.SoakTest 60 2000"
 * </pre>
 */
public final class SoakTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int VISITORS = 4;
  private static final int LEAST_ROWS = 500;
  private static final int MOST_ROWS = 5_000;
  private static final int MOST_WAIT_MILLIS = 2_000;
  private static final int MOST_PAUSE_MILLIS = 10_000;
  private static final int QUARTERS = 4;
  private static final String TOKEN = "soak";

  /** The limits of one address would be met: all visitors of the test have the same. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "API_ENABLED", "true",
          "API_TOKEN", TOKEN,
          "LIMITS_DETECTIONSPERHOUR", "1000000",
          "LIMITS_DETECTIONSPERHOURPERADDRESS", "1000000");

  private final PackagedJar.Server server;
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final AtomicInteger done = new AtomicInteger();

  private SoakTest(PackagedJar.Server server) {
    this.server = server;
  }

  /** What a visitor does who has just opened the page. */
  @FunctionalInterface
  private interface Use {
    void of(VaadinVisit visit, int number, Random random) throws IOException, InterruptedException;
  }

  /** See the class. */
  public static void main(String[] arguments) throws Exception {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int cycles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
    try (PackagedJar.Server server = HostedServer.serve(SETTINGS)) {
      SoakTest test = new SoakTest(server);
      if (minutes > 0) {
        test.mixedUse(Duration.ofMinutes(minutes));
      }
      if (cycles > 0) {
        test.cycles(cycles);
      }
      if (!test.isClean()) {
        System.exit(1);
      }
    }
  }

  private void mixedUse(Duration time) throws Exception {
    done.set(0);
    say("start");
    long began = System.nanoTime();
    long end = began + time.toNanos();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int visitor = 0; visitor < VISITORS; visitor++) {
        int first = visitor;
        Future<?> ignored = each.submit(() -> use(first, end));
      }
      Future<?> ignored = each.submit(() -> program(end));
      for (int quarter = 1; quarter <= QUARTERS; quarter++) {
        long until = began + time.toNanos() * quarter / QUARTERS;
        Thread.sleep(Math.max(0, (until - System.nanoTime()) / 1_000_000));
        say("quarter %d of %d minutes".formatted(quarter, time.toMinutes()));
      }
    }
    say("end of mixed use");
  }

  private void use(int first, long end) {
    List<Use> uses =
        List.of(this::complete, this::cancel, this::closeInTheMiddle, this::uploadOnly);
    Random random = new Random(first);
    for (int turn = first; System.nanoTime() < end; turn += VISITORS) {
      visit(uses.get(random.nextInt(uses.size())), turn, random);
      pause(random);
    }
  }

  private static void pause(Random random) {
    try {
      Thread.sleep(random.nextInt(MOST_PAUSE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void visit(Use use, int number, Random random) {
    try (VaadinVisit visit = new VaadinVisit(server.address())) {
      visit.open();
      use.of(visit, number, random);
      done.incrementAndGet();
    } catch (IOException | RuntimeException e) {
      errors.add("visit " + number + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void upload(VaadinVisit visit, int rows, int seed)
      throws IOException, InterruptedException {
    visit.upload("visitor-" + seed + ".csv", Seasons.csv(rows, seed));
    visit.await("file-summary", PATIENCE);
  }

  /** A detection to its end, with a look at everything that can be had of it. */
  private void complete(VaadinVisit visit, int number, Random random)
      throws IOException, InterruptedException {
    upload(visit, random.nextInt(LEAST_ROWS, MOST_ROWS), number);
    visit.click("detect");
    visit.await("result-summary", PATIENCE);
    visit.ask("Which anomaly is the worst?");
    visit.await(() -> visit.says("Which anomaly"), "question in the chat", PATIENCE);
    for (String export : List.of("export-csv", "export-report", "export-json")) {
      if (visit.download(export).length() < LEAST_ROWS) {
        errors.add(export + " is too short");
      }
    }
    visit.leave();
  }

  private void cancel(VaadinVisit visit, int number, Random random)
      throws IOException, InterruptedException {
    upload(visit, random.nextInt(LEAST_ROWS, MOST_ROWS), number);
    beginAndCancel(visit, random);
    visit.leave();
  }

  private static void beginAndCancel(VaadinVisit visit, Random random)
      throws IOException, InterruptedException {
    visit.click("detect");
    visit.await(() -> visit.has("cancel") || visit.has("result-summary"), "detection", PATIENCE);
    Thread.sleep(random.nextInt(MOST_WAIT_MILLIS));
    visit.click("cancel");
    visit.await(() -> visit.says("Cancelled.") || visit.has("result-summary"), "end", PATIENCE);
  }

  private void closeInTheMiddle(VaadinVisit visit, int number, Random random)
      throws IOException, InterruptedException {
    upload(visit, random.nextInt(LEAST_ROWS, MOST_ROWS), number);
    visit.click("detect");
    Thread.sleep(random.nextInt(MOST_WAIT_MILLIS));
    visit.leave();
  }

  /** Goes without a word. */
  private void uploadOnly(VaadinVisit visit, int number, Random random)
      throws IOException, InterruptedException {
    upload(visit, random.nextInt(LEAST_ROWS, MOST_ROWS), number);
  }

  private void program(long end) {
    Random random = new Random(VISITORS);
    try (ProgramCalls calls = new ProgramCalls(server.address(), TOKEN)) {
      for (int number = 0; System.nanoTime() < end; number++) {
        calls.detect(Seasons.csv(random.nextInt(LEAST_ROWS, MOST_ROWS), number), PATIENCE);
        done.incrementAndGet();
        pause(random);
      }
    } catch (IOException | RuntimeException e) {
      errors.add("program: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void cycles(int cycles) throws Exception {
    done.set(0);
    say("start of the cycles");
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      AtomicInteger next = new AtomicInteger(cycles * (quarter - 1) / QUARTERS);
      int until = cycles * quarter / QUARTERS;
      try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int visitor = 0; visitor < VISITORS; visitor++) {
          Random random = new Random(visitor);
          Future<?> ignored =
              each.submit(
                  () -> {
                    for (int turn = next.getAndIncrement();
                        turn < until;
                        turn = next.getAndIncrement()) {
                      visit(this::shortCycle, turn, random);
                    }
                  });
        }
      }
      say("quarter %d of the cycles".formatted(quarter));
    }
  }

  private void shortCycle(VaadinVisit visit, int number, Random random)
      throws IOException, InterruptedException {
    upload(visit, LEAST_ROWS, number);
    beginAndCancel(visit, random);
    visit.leave();
  }

  private void say(String when) throws IOException {
    System.out.printf(
        Locale.ENGLISH,
        "%s: %,d MB resident, %,d KB of heap alive, %,d visits and calls, %d errors%n",
        when,
        HostedServer.resident(server),
        HostedServer.heap(server) / 1000,
        done.get(),
        errors.size());
  }

  private boolean isClean() throws IOException {
    List<String> complaints = HostedServer.complaints(server);
    System.out.printf(
        "%d errors, %d warnings and errors in the server's log%n",
        errors.size(), complaints.size());
    errors.stream().limit(20).forEach(System.out::println);
    complaints.stream().limit(20).forEach(System.out::println);
    return errors.isEmpty() && complaints.isEmpty() && server.process().isAlive();
  }
}
