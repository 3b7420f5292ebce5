package io.hybridanomaly.spark;

import io.hybridanomaly.detection.RemainingTime;
import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/** One line on standard error that is written over whenever a task has ended. */
final class JobProgress extends SparkListener implements AutoCloseable {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private final SparkContext context;
  private final @Nullable PrintStream err;
  private final RemainingTime remaining = new RemainingTime(System::nanoTime);
  private @Nullable LongAccumulator done;
  private boolean closed;
  private long series;

  private JobProgress(SparkContext context, @Nullable PrintStream err) {
    this.context = context;
    this.err = err;
  }

  /**
   * Begins to listen.
   *
   * @param err null if nothing is to be shown
   */
  static JobProgress of(SparkSession spark, @Nullable PrintStream err) {
    JobProgress progress = new JobProgress(spark.sparkContext(), err);
    progress.say("reading");
    progress.context.addSparkListener(progress);
    return progress;
  }

  /** The training of groups begins. */
  void training(int groups) {
    say("training the networks of %,d groups".formatted(groups));
  }

  /**
   * The judging begins.
   *
   * @param all series that are to be judged
   * @param counted those that are
   */
  synchronized void begin(long all, LongAccumulator counted) {
    series = all;
    done = counted;
    show();
  }

  /** The judging has ended. */
  synchronized void end() {
    done = null;
    say("writing");
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    show();
  }

  private void show() {
    if (done == null) {
      return;
    }
    long judged = Math.min(series, done.value());
    remaining.update((double) judged / series);
    String left =
        remaining.seconds().isPresent()
            ? ", about " + duration(remaining.seconds().getAsDouble()) + " left"
            : "";
    say("%,d of %,d series%s".formatted(judged, series, left));
  }

  private synchronized void say(String text) {
    if (err != null && !closed) {
      err.print(CLEAR_LINE + text);
      err.flush();
    }
  }

  private static String duration(double seconds) {
    return seconds < 2 * MINUTE
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : seconds < 2 * HOUR
            ? String.format(Locale.ROOT, "%.0f min", seconds / MINUTE)
            : String.format(Locale.ROOT, "%.1f h", seconds / HOUR);
  }

  /** Removes the line. */
  @Override
  public void close() {
    synchronized (this) {
      say("");
      closed = true;
      done = null;
    }
    // May wait for the thread that tells of tasks, which may wait for this object.
    context.removeSparkListener(this);
  }
}
