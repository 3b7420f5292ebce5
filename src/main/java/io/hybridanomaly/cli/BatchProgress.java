package io.hybridanomaly.cli;

import io.hybridanomaly.detection.RemainingTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * How far all runs of a call are together. Files count by their size, the series of one file the
 * same; how many series a file holds is known when it is read. Safe for any number of threads.
 */
final class BatchProgress {

  /** What a run costs however short its series is, as bytes of a file. */
  private static final long LEAST_COST = 100_000;

  private static final int MINUTE = 60;

  private final List<Share> shares = new ArrayList<>();
  private final RemainingTime remaining;

  /**
   * @param clock nanoseconds since any fixed moment
   */
  BatchProgress(LongSupplier clock) {
    remaining = new RemainingTime(clock);
  }

  /** The part of one file. */
  final class Share {

    private final double cost;
    private double[] done = new double[1];

    private Share(long bytes) {
      cost = (double) bytes + LEAST_COST;
    }

    /** It holds so many series, none of which has begun. */
    void holds(int series) {
      synchronized (BatchProgress.this) {
        done = new double[series];
      }
    }

    /**
     * A series has come further.
     *
     * @param which from 0
     * @param share of it that is done, 0 to 1
     */
    void update(int which, double share) {
      synchronized (BatchProgress.this) {
        done[which] = Math.max(done[which], share);
        remaining.update(done());
      }
    }
  }

  /** Adds a file. */
  synchronized Share add(long bytes) {
    Share share = new Share(bytes);
    shares.add(share);
    return share;
  }

  private double done() {
    double whole = 0;
    double done = 0;
    for (Share share : shares) {
      whole += share.cost;
      done += share.cost * Arrays.stream(share.done).average().orElse(1);
    }
    return whole > 0 ? done / whole : 0;
  }

  /** For example {@code 3 of 12, about 40 s left for all: }; empty if there is one run only. */
  synchronized String text() {
    int all = shares.stream().mapToInt(share -> share.done.length).sum();
    if (all < 2) {
      return "";
    }
    long finished =
        shares.stream().flatMapToDouble(s -> Arrays.stream(s.done)).filter(d -> d >= 1).count();
    OptionalDouble seconds = remaining.seconds();
    String left = seconds.isPresent() ? ", " + duration(seconds.getAsDouble()) + " left" : "";
    return "%d of %d%s: ".formatted(Math.min(all, finished + 1), all, left);
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    return whole < 2 * MINUTE
        ? whole + " s"
        : String.format(Locale.ROOT, "%d min", Math.round(seconds / MINUTE));
  }
}
