package io.hybridanomaly.cli;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.DetectionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Runs that are begun before it is their turn, so many at once, and handed over in order: results
 * and messages are those of one run after the other. Of large files only so many are begun as fit
 * into memory. Used from one thread.
 */
final class RunsAhead implements AutoCloseable {

  /** Memory that a run takes for each byte of its file, generously. */
  private static final long MEMORY_PER_BYTE = 40;

  private final Cancellation cancellation;
  private final Judge judge;
  private final long room = Runtime.getRuntime().maxMemory() / MEMORY_PER_BYTE;
  private final ExecutorService threads;
  private final Queue<Planned> planned = new ArrayDeque<>();
  private final Queue<Begun> begun = new ArrayDeque<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicBoolean abandoned = new AtomicBoolean();
  private int added;
  private long bytesBegun;

  /** Reads, if need be, and judges one series. */
  @FunctionalInterface
  interface Work {

    /**
     * Does it.
     *
     * @param isItsTurn whether this is the next run that is handed over
     */
    Analysis run(Cancellation cancellation, BooleanSupplier isItsTurn)
        throws UsageException, DetectionException, IOException;
  }

  private record Planned(Path file, Work work, int place) {}

  private record Begun(Future<Analysis> run, long bytes) {}

  /**
   * @param judge judges each series; so many are begun at once as it can take
   */
  RunsAhead(Cancellation stopped, Judge judge) {
    this.judge = judge;
    threads =
        Executors.newFixedThreadPool(
            judge.atOnce(), Thread.ofPlatform().name("run-", 1).daemon(true).factory());
    cancellation = () -> abandoned.get() || stopped.isCancelled();
  }

  /** Who judges each series. */
  Judge judge() {
    return judge;
  }

  /** Plans a run, to be handed over when those before it have been. */
  void add(Path file, Work work) {
    planned.add(new Planned(file, work, added));
    added++;
  }

  /**
   * The next run; waits until it is done.
   *
   * @throws UsageException naming the file, if it or the settings do not allow a detection
   * @throws DetectionException if the machine does not
   * @throws IOException if the file cannot be read a second time, for its hash
   */
  Analysis next() throws UsageException, DetectionException, IOException {
    beginSome();
    Begun first = begun.remove();
    try {
      return get(first.run());
    } finally {
      bytesBegun -= first.bytes();
      turn.incrementAndGet();
    }
  }

  private void beginSome() {
    while (!planned.isEmpty() && begun.size() < judge.atOnce()) {
      Planned next = planned.element();
      long bytes = next.file().toFile().length();
      if (!begun.isEmpty() && bytesBegun + bytes > room) {
        return;
      }
      planned.remove();
      bytesBegun += bytes;
      begun.add(
          new Begun(
              threads.submit(() -> next.work().run(cancellation, () -> turn.get() == next.place())),
              bytes));
    }
  }

  private static Analysis get(Future<Analysis> run)
      throws UsageException, DetectionException, IOException {
    boolean interrupted = false;
    while (true) {
      try {
        return run.get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        throw unwrapped(e);
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** What a run threw; the first three kinds are thrown here. */
  private static RuntimeException unwrapped(ExecutionException e)
      throws UsageException, DetectionException, IOException {
    return switch (e.getCause()) {
      case UsageException cause -> throw cause;
      case DetectionException cause -> throw cause;
      case IOException cause -> throw cause;
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException(e);
    };
  }

  /** Ends what is not needed any more and waits for it: a JVM must not exit inside native code. */
  @Override
  public void close() {
    abandoned.set(true);
    threads.close();
  }
}
