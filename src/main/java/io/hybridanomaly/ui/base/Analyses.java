package io.hybridanomaly.ui.base;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Counts things about a result in the background and brings the answer back to the page: for a
 * million points that can take seconds, in which the page must not stand still.
 *
 * @param executor runs what is counted, for all visitors
 * @param uiThread the way back to the page
 */
public record Analyses(Executor executor, UiThread uiThread) {

  private static final int LONGEST_MINUTES = 5;

  /** Makes what is downloaded. */
  @FunctionalInterface
  public interface Content {
    /** Makes all of it. */
    void make() throws IOException;
  }

  /**
   * Counts something. What it throws reaches the page's error handler.
   *
   * @param work is done without the page's lock
   * @param onCounted hears the answer with the page's lock held; by then the visitor may want
   *     something else, so it decides whether the answer is still of interest
   * @param <T> the answer
   * @return whether it will be counted; the server has too much to do otherwise
   */
  public <T> boolean count(Supplier<T> work, Consumer<T> onCounted) {
    try {
      executor.execute(
          () -> {
            try {
              T answer = work.get();
              uiThread.run(() -> onCounted.accept(answer));
            } catch (RuntimeException e) {
              uiThread.run(
                  () -> {
                    throw e;
                  });
            }
          });
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /**
   * Makes the content of a download in turn with all else that is counted, and waits for it: a
   * download has a thread of its own, and any number of them could fill the memory.
   *
   * @param content is made without the page's lock, which the caller must not hold either
   * @throws RejectedExecutionException if the server has too much to do
   */
  public void await(Content content) throws IOException {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              content.make();
              return true;
            });
    executor.execute(task);
    try {
      task.get(LONGEST_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The server stops.");
    } catch (TimeoutException e) {
      task.cancel(true);
      throw new RejectedExecutionException("The turn of a download has not come.", e);
    } catch (ExecutionException e) {
      throw new IOException("A download could not be made.", e.getCause());
    }
  }
}
