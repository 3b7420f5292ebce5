package io.hybridanomaly.config;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.jobs.Detection;
import io.hybridanomaly.series.Samples;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A detection whose result nobody waits for: it makes the engine ready, and shows whether this
 * machine can detect at all. It gives way to the first visitor's.
 */
final class Rehearsal implements HealthIndicator, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

  private static final long CLOSE_MILLIS = 10_000;

  private final Detection detection;
  private final BooleanSupplier busy;
  private volatile Health health;
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * @param wanted whether this node will try; it is not ready before
   * @param busy whether a visitor's detection runs
   */
  Rehearsal(Detection detection, boolean wanted, BooleanSupplier busy) {
    this.detection = detection;
    this.busy = busy;
    Health.Builder untried = wanted ? Health.outOfService() : Health.unknown();
    health = untried.withDetail("engine", "not tried yet").build();
  }

  /** Begins it, on a thread of its own. */
  synchronized void start(Samples samples, DetectionSettings settings) {
    thread =
        Thread.ofPlatform().name("rehearsal").daemon(true).start(() -> rehearse(samples, settings));
  }

  void rehearse(Samples samples, DetectionSettings settings) {
    try {
      DetectionResult ignored =
          detection.detect(samples, settings, progress -> {}, () -> closed || busy.getAsBoolean());
      health = Health.up().build();
    } catch (CancellationException e) {
      // It has come as far as being cancelled: the engine is there, or a visitor has it loaded.
      health = Health.up().build();
    } catch (DetectionException e) {
      LOG.error("No detection is possible on this machine", e);
      health = Health.down().withDetail("engine", String.valueOf(e.getMessage())).build();
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The rehearsal failed", e);
      health = Health.down().withDetail("engine", "see the log").build();
    }
  }

  @Override
  public Health health() {
    return health;
  }

  /** Waits until native code is left: a Java machine must not exit inside it. */
  @Override
  public synchronized void close() {
    closed = true;
    if (thread != null) {
      try {
        thread.join(CLOSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
