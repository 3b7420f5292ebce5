package io.hybridanomaly.cli;

import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.detection.RemainingTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** One line on a terminal that is written over and over. */
final class TerminalProgress implements ProgressListener {

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final String name;
  private final BooleanSupplier isItsTurn;
  private final BatchProgress all;
  private final DoubleConsumer share;
  private final RemainingTime remaining = new RemainingTime(System::nanoTime);

  /**
   * @param isItsTurn whether the line belongs to this run now; others run at the same time
   * @param all how far all runs are
   * @param share hears which share of this run is done
   */
  TerminalProgress(
      PrintStream err,
      String name,
      BooleanSupplier isItsTurn,
      BatchProgress all,
      DoubleConsumer share) {
    this.all = all;
    this.share = share;
    this.err = err;
    this.name = name;
    this.isItsTurn = isItsTurn;
  }

  /** Whether standard error is a terminal. Known on Linux only; elsewhere the answer is no. */
  static boolean isTerminal() {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Writes a line that stays, in the place of the one that is written over. */
  static void tell(PrintStream err, String line) {
    err.println(CLEAR_LINE + line);
  }

  @Override
  public void onProgress(Progress progress) {
    remaining.update(progress.done());
    share.accept(progress.done());
    if (!isItsTurn.getAsBoolean()) {
      return;
    }
    String text =
        switch (progress) {
          case Progress.LoadingEngine ignored -> "loading the engine";
          case Progress.Preparing ignored -> "preparing the series";
          case Progress.Training t ->
              String.format(
                  Locale.ROOT,
                  "%.0f %%, training network %d of %d, epoch %d of %d",
                  100 * t.done(),
                  t.network(),
                  t.networks(),
                  Math.min(t.epoch() + 1, t.epochs()),
                  t.epochs());
          case Progress.Scoring s -> String.format(Locale.ROOT, "%.0f %%, scoring", 100 * s.done());
        };
    String others = all.text();
    if (others.isEmpty() && remaining.seconds().isPresent()) {
      text += String.format(Locale.ROOT, ", %.0f s left", remaining.seconds().getAsDouble());
    }
    err.print(CLEAR_LINE + others + name + ": " + text);
    err.flush();
  }

  /** Removes the line: the run is over, well or not. */
  void end() {
    share.accept(1);
    if (!isItsTurn.getAsBoolean()) {
      return;
    }
    err.print(CLEAR_LINE);
    err.flush();
  }
}
