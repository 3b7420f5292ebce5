package io.hybridanomaly.cli;

import io.hybridanomaly.detection.Cancellation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a detection before the JVM goes down on Ctrl-C: a JVM that exits inside native training code
 * can crash.
 */
final class Shutdown implements AutoCloseable {

  private static final long WAIT_SECONDS = 5;

  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "shutdown");

  Shutdown() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  Cancellation cancellation() {
    return requested::get;
  }

  private void stopAndWait() {
    requested.set(true);
    try {
      boolean ended = done.await(WAIT_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        Runtime.getRuntime().halt(130);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    if (!requested.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
