package io.hybridanomaly.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The processor cores that detections share. Each detection has the thread that it runs on; what
 * can be done beside it is done on cores that would idle otherwise. As soon as more threads work
 * than there are cores, because another detection has begun, helpers stand still or leave, so that
 * nobody is slowed down by a detection that came first. Who computes what is chance; what is
 * computed is not: every piece of work is the same on any thread, and pieces are put together in a
 * fixed order.
 */
@SuppressWarnings("ThreadPriorityCheck") // nothing is right or wrong by it, only slower or faster
final class Cores {

  /** Helpers are made when they are needed and end when they were idle for a minute. */
  private static final Executor HELPERS =
      Executors.newCachedThreadPool(
          Thread.ofPlatform()
              .name("detection-helper-", 1)
              .daemon(true)
              .priority(Thread.MIN_PRIORITY)
              .factory());

  /** Those of this machine. Stands below its helpers, which must have been made by then. */
  static final Cores ALL = new Cores(Runtime.getRuntime().availableProcessors());

  private final int count;
  private final Executor helpers;
  private int working;

  /**
   * @param count threads that work at once
   */
  Cores(int count) {
    this(count, HELPERS);
  }

  /**
   * @param helpers starts what is done beside a detection's own thread, at once
   */
  Cores(int count, Executor helpers) {
    this.count = count;
    this.helpers = helpers;
  }

  /** Work that is the same for every range, with buffers of its own. */
  @FunctionalInterface
  interface RangeWork {
    void run(int from, int to);
  }

  /**
   * Runs a detection on this thread, which counts as working meanwhile. It has the lowest priority,
   * as helpers have: a page is to answer while all cores train. Linux heeds priorities with {@code
   * -XX:ThreadPriorityPolicy=1} only.
   */
  <T> T occupy(Supplier<T> detection) {
    Thread own = Thread.currentThread();
    int before = own.getPriority();
    own.setPriority(Thread.MIN_PRIORITY);
    arrive();
    try {
      return detection.get();
    } finally {
      leave();
      own.setPriority(before);
    }
  }

  /**
   * Begins work on an idle core, or keeps it until its result is asked for.
   *
   * @param cancellation asked by the work between its steps; where it is done by a helper, it also
   *     stands still there while others need the core
   */
  <T> Branch<T> fork(Cancellation cancellation, Function<Cancellation, T> work) {
    Branch<T> branch = new Branch<>(cancellation, work);
    if (arriveIfIdle()) {
      branch.start();
    }
    return branch;
  }

  /**
   * Does work on the numbers from 0 to a count in pieces of a fixed size, in any order, together
   * with helpers on idle cores. Ends when all are done or one has failed.
   *
   * @param size numbers in a piece; the last may have fewer
   * @param worker makes the work of one thread, with its buffers
   */
  void inPieces(int total, int size, Supplier<RangeWork> worker) {
    AtomicInteger next = new AtomicInteger();
    List<CompletableFuture<Boolean>> running = new ArrayList<>();
    try {
      RangeWork own = worker.get();
      int from;
      while ((from = next.getAndAdd(size)) < total) {
        while (next.get() < total && arriveIfIdle()) {
          running.add(
              started(
                  () -> {
                    help(next, total, size, worker);
                    return true;
                  }));
        }
        own.run(from, Math.min(total, from + size));
      }
    } finally {
      next.set(total);
      leave();
      try {
        // All of them, also when one has failed: what they work with is closed after this.
        join(CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)));
      } finally {
        arrive();
      }
    }
  }

  /**
   * Starts what leaves at its end, on a core that has been taken for it. Where no thread can be
   * started, as without memory, the core is given back.
   */
  private <T> CompletableFuture<T> started(Supplier<T> work) {
    boolean well = false;
    try {
      CompletableFuture<T> running = CompletableFuture.supplyAsync(work, helpers);
      well = true;
      return running;
    } finally {
      if (!well) {
        leave();
      }
    }
  }

  private void help(AtomicInteger next, int total, int size, Supplier<RangeWork> worker) {
    try {
      RangeWork own = worker.get();
      int from;
      while (!isCrowded() && (from = next.getAndAdd(size)) < total) {
        own.run(from, Math.min(total, from + size));
      }
    } catch (RuntimeException | Error e) {
      next.set(total);
      throw e;
    } finally {
      leave();
    }
  }

  /** The result, or what the work threw. */
  private static <T> T join(CompletableFuture<T> work) {
    try {
      return work.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw e;
    }
  }

  private synchronized void arrive() {
    working++;
  }

  private synchronized boolean arriveIfIdle() {
    if (working >= count) {
      return false;
    }
    working++;
    return true;
  }

  private synchronized void leave() {
    working--;
    notifyAll();
  }

  private synchronized boolean isCrowded() {
    return working > count;
  }

  /** Work beside that of a detection's own thread. Close it: then it has ended in any case. */
  final class Branch<T> implements AutoCloseable {

    private final Cancellation cancellation;
    private final Function<Cancellation, T> work;
    private @Nullable CompletableFuture<T> running;
    private boolean awaited;
    private volatile boolean abandoned;

    private Branch(Cancellation cancellation, Function<Cancellation, T> work) {
      this.cancellation = cancellation;
      this.work = work;
    }

    private void start() {
      running = started(this::help);
    }

    private T help() {
      try {
        return work.apply(
            () -> {
              giveWay();
              return abandoned || cancellation.isCancelled();
            });
      } finally {
        leave();
      }
    }

    /**
     * Stands still while others need the core, until the detection itself has nothing else to do.
     */
    private void giveWay() {
      synchronized (Cores.this) {
        if (working <= count || awaited) {
          return;
        }
        leave();
        boolean interrupted = false;
        while (working >= count && !awaited) {
          try {
            Cores.this.wait();
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
        arrive();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    /** The result. Work that has not begun is done by the thread that calls. */
    T join() {
      CompletableFuture<T> helper = running;
      if (helper == null) {
        return work.apply(cancellation);
      }
      awaitIn(helper);
      return Cores.join(helper);
    }

    /** The core of the thread that waits is the helper's. */
    private void awaitIn(CompletableFuture<T> helper) {
      synchronized (Cores.this) {
        awaited = true;
        leave();
      }
      try {
        helper.handle((result, failure) -> true).join();
      } finally {
        arrive();
      }
    }

    /** Ends the work; nothing happens if its result has been asked for. */
    @Override
    public void close() {
      CompletableFuture<T> helper = running;
      if (helper != null && !helper.isDone()) {
        abandoned = true;
        awaitIn(helper);
      }
    }
  }
}
