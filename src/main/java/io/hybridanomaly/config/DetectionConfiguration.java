package io.hybridanomaly.config;

import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.jobs.DetectionJobs;
import io.hybridanomaly.jobs.RunTime;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Makes the queue of detections available to the page. */
@Configuration
class DetectionConfiguration {

  @Bean(destroyMethod = "close")
  DetectionJobs detectionJobs(Limits limits) {
    return new DetectionJobs(
        Detectors::detect,
        limits.concurrentDetections(),
        limits.queuedDetections(),
        RunTime.of(limits.maxRunTime()));
  }

  @Bean
  EngineHealth engine() {
    return new EngineHealth();
  }

  /** How busy the detector is. */
  @Bean
  MeterBinder detectionMeters(DetectionJobs jobs) {
    return registry -> {
      Gauge.builder("detections.running", jobs, DetectionJobs::runningCount).register(registry);
      Gauge.builder("detections.queued", jobs, DetectionJobs::waitingCount).register(registry);
    };
  }

  /**
   * Makes the detector ready while the first visitor is still choosing a file. A server that is
   * stopped meanwhile cancels it and waits until native code is left; a visitor who is quicker gets
   * its slot.
   */
  @EventListener
  void rehearse(ApplicationReadyEvent ready) {
    ready
        .getApplicationContext()
        .getBean("detectionJobs", DetectionJobs.class)
        .rehearse(
            Detectors.warmUpValues(),
            Detectors.warmUpSettings(),
            ready.getApplicationContext().getBean(EngineHealth.class));
  }
}
