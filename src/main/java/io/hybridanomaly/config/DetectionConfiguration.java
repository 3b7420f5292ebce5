package io.hybridanomaly.config;

import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.jobs.JobOptions;
import io.hybridanomaly.jobs.JobRates;
import io.hybridanomaly.jobs.RunTime;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.store.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Makes the detections of all visitors available to the page. */
@Configuration
@EnableConfigurationProperties(NodeProperties.class)
class DetectionConfiguration {

  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /** Whoever waited has heard of the end long before. */
  private static final Duration KEEP = Duration.ofHours(1);

  @Bean(destroyMethod = "close")
  StoredJobs storedJobs(
      Database database, Limits limits, NodeProperties node, ResultProperties results) {
    return new StoredJobs(
        database,
        Detectors::detect,
        new JobOptions(
            "node-" + UUID.randomUUID(),
            node.works() ? limits.concurrentDetections() : 0,
            limits.queuedDetections(),
            limits.detectionsPerVisitor(),
            limits.heapForDetections(),
            RunTime.of(limits.maxRunTime()),
            HEARTBEAT,
            KEEP,
            results.keep()));
  }

  @Bean
  JobRates jobRates(Limits limits) {
    return new JobRates(limits.detectionsPerHour(), limits.detectionsPerHourPerAddress());
  }

  @Bean(destroyMethod = "close")
  Rehearsal engine(StoredJobs jobs, NodeProperties node) {
    return new Rehearsal(Detectors::detect, node.works(), jobs::isBusy);
  }

  /** How busy the detector is. */
  @Bean
  MeterBinder detectionMeters(StoredJobs jobs) {
    return registry -> {
      Gauge.builder("detections.running", jobs, StoredJobs::runningCount).register(registry);
      Gauge.builder("detections.queued", jobs, StoredJobs::waitingCount).register(registry);
    };
  }

  /** Before the web server ends its visits, which would end their detections. */
  @EventListener
  void prepareClose(ContextClosedEvent closed) {
    closed.getApplicationContext().getBean(StoredJobs.class).prepareClose();
  }

  /** Makes the detector ready while the first visitor is still choosing a file. */
  @EventListener
  void rehearse(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext().getBean(NodeProperties.class).works()) {
      ready
          .getApplicationContext()
          .getBean(Rehearsal.class)
          .start(Detectors.warmUpSamples(), Detectors.warmUpSettings());
    }
  }
}
