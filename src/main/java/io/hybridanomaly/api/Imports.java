package io.hybridanomaly.api;

import io.hybridanomaly.cli.UsageException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.http.HttpStatus;

/** Reads files on the threads that read those of the page: no more at once than there. */
final class Imports {

  private final ExecutorService threads;

  Imports(ExecutorService threads) {
    this.threads = threads;
  }

  /**
   * Runs a reading and waits for it.
   *
   * @throws ProblemException if the file is not usable, too large, or the server too busy
   */
  <T> T run(Callable<T> reading) throws ProblemException, IOException {
    Future<T> future;
    try {
      future = threads.submit(reading);
    } catch (RejectedExecutionException e) {
      throw new ProblemException(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The server is busy with other files. Please try again in a minute.");
    }
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "The server is about to end.");
    } catch (ExecutionException e) {
      throw problem(e);
    }
  }

  private static RuntimeException problem(ExecutionException e)
      throws ProblemException, IOException {
    return switch (e.getCause()) {
      case UsageException cause -> throw new ProblemException(HttpStatus.BAD_REQUEST, cause);
      case IOException cause -> throw cause;
      case OutOfMemoryError ignored ->
          throw new ProblemException(
              HttpStatus.CONTENT_TOO_LARGE,
              "The file is too large for the memory of this server: shorten it.");
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException(e);
    };
  }
}
