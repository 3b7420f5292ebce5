package io.hybridanomaly.uploads;

import io.hybridanomaly.config.Limits;
import io.hybridanomaly.uploads.UploadedFile.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Takes the files of all visitors: so many at once, and so many of one. */
@Component
public final class Uploads {

  private final Limits limits;
  private final UploadFolder folder;
  private final Semaphore all;

  public Uploads(Limits limits, UploadFolder folder) {
    this.limits = limits;
    this.folder = folder;
    this.all = new Semaphore(limits.concurrentUploads());
  }

  /** The largest file that is taken, in bytes. */
  public long maxBytes() {
    return limits.maxUploadBytes();
  }

  /** How many of one visitor may arrive at once. */
  public Semaphore ofOneVisitor() {
    return new Semaphore(limits.uploadsPerVisitor());
  }

  /**
   * Stores a file while it arrives.
   *
   * @param visitor from {@link #ofOneVisitor}
   * @throws RefusedException if it is not taken, in a sentence for the visitor
   * @throws IOException if it breaks off
   */
  public UploadedFile receive(String name, InputStream in, Semaphore visitor) throws IOException {
    if (!visitor.tryAcquire()) {
      throw new RefusedException(
          RefusedException.Reason.VISITOR_BUSY,
          "Another file of yours is still arriving: wait until it is here, then send this one.");
    }
    try {
      if (!all.tryAcquire()) {
        throw new RefusedException(
            RefusedException.Reason.SERVER_BUSY,
            "The server takes as many files as it can at once: please try again in a minute.");
      }
      try {
        UploadWatch watch =
            new UploadWatch(
                limits.maxUploadBytes(), limits.minUploadBytesPerSecond(), System::nanoTime);
        return UploadedFile.receive(name, in, watch, folder);
      } finally {
        all.release();
      }
    } finally {
      visitor.release();
    }
  }
}
