package io.hybridanomaly.chat.gemini;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one answer, to be cancelled from any thread. Cancelling the HTTP client's call
 * closes the connection at once; closing the SDK's stream would wait, interrupting its thread does
 * nothing.
 */
final class CancellableCalls {

  /** Why an answer was cut short. */
  enum End {
    STOPPED,
    TIME_LIMIT
  }

  /**
   * The body of an answer that is an error.
   *
   * @param retryAfter the header of that name
   */
  record ErrorBody(String text, Optional<String> retryAfter) {}

  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Call call;
  private @Nullable End end;
  private @Nullable ErrorBody error;
  private boolean answered;

  /** Begins a call. */
  synchronized void attach(Call next) throws IOException {
    if (end != null) {
      throw new IOException("the answer was ended before the call");
    }
    call = next;
    error = null;
    answered = false;
  }

  /** Ends the answer. The first reason counts. */
  void end(End reason) {
    Call open;
    synchronized (this) {
      if (end == null) {
        end = reason;
      }
      open = call;
    }
    ended.countDown();
    if (open != null) {
      open.cancel();
    }
  }

  /** Drops the connection of a call that went wrong, so that closing its stream does not wait. */
  void drop() {
    Call open;
    synchronized (this) {
      open = call;
    }
    if (open != null) {
      open.cancel();
    }
  }

  synchronized void onAnswer() {
    answered = true;
  }

  synchronized void onError(ErrorBody body) {
    error = body;
  }

  /** Whether the service has begun to answer the last call. */
  synchronized boolean isAnswered() {
    return answered;
  }

  synchronized Optional<ErrorBody> error() {
    return Optional.ofNullable(error);
  }

  synchronized Optional<End> ended() {
    return Optional.ofNullable(end);
  }

  /** Waits, but not after the end. */
  void pause(long millis) {
    try {
      if (ended.await(millis, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
