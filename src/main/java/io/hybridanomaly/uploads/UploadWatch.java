package io.hybridanomaly.uploads;

import io.hybridanomaly.uploads.UploadedFile.RefusedException;
import java.util.function.LongSupplier;

/** Watches one upload while it arrives: how large it gets and how fast it comes. */
final class UploadWatch {

  static final int BUFFER = 64 * 1024;

  /** Lines are slow at first, and small files are here before. */
  private static final long GRACE_NANOS = 10_000_000_000L;

  private static final double NANOS_PER_SECOND = 1e9;

  private final long mostBytes;
  private final int leastBytesPerSecond;
  private final LongSupplier nanos;
  private final long start;
  private long total;

  /**
   * @param mostBytes more are refused as soon as they arrive
   * @param leastBytesPerSecond on average, after the first seconds; 0: any
   * @param nanos a clock, such as {@link System#nanoTime}
   */
  UploadWatch(long mostBytes, int leastBytesPerSecond, LongSupplier nanos) {
    this.mostBytes = mostBytes;
    this.leastBytesPerSecond = leastBytesPerSecond;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /**
   * Hears that some bytes have arrived.
   *
   * @throws RefusedException if they are too many, or came too slowly
   */
  void count(int bytes) throws RefusedException {
    total += bytes;
    if (total > mostBytes) {
      throw new RefusedException(
          RefusedException.Reason.TOO_LARGE,
          "The file is larger than the %s that this server takes: send a shorter stretch of it, or"
                  .formatted(Sizes.text(mostBytes))
              + " run the application on your own machine with a higher limits.max-upload-bytes.");
    }
    long passed = nanos.getAsLong() - start;
    if (passed > GRACE_NANOS && total < passed / NANOS_PER_SECOND * leastBytesPerSecond) {
      throw new RefusedException(
          RefusedException.Reason.TOO_SLOW,
          "The file arrives at less than the %s a second that this server waits for: try again over"
                  .formatted(Sizes.text(leastBytesPerSecond))
              + " a faster connection, or send a shorter stretch of it.");
    }
  }
}
