package io.hybridanomaly.ui.base;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
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
}
