package io.hybridanomaly.config;

import io.hybridanomaly.detection.Detector;
import io.hybridanomaly.jobs.DetectionJobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Makes the detector and its queue available to the page. */
@Configuration
class DetectionConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(DetectionConfiguration.class);

  @Bean
  Detector detector() {
    return new Detector();
  }

  @Bean(destroyMethod = "close")
  DetectionJobs detectionJobs(Detector detector, Limits limits) {
    return new DetectionJobs(
        detector::detect, limits.concurrentDetections(), limits.queuedDetections());
  }

  /** Makes the detector ready while the first visitor is still choosing a file. */
  @EventListener(ApplicationReadyEvent.class)
  void warmUp() {
    Thread.ofPlatform()
        .name("warm-up")
        .daemon(true)
        .uncaughtExceptionHandler(
            (thread, problem) -> LOG.error("The engine could not be loaded", problem))
        .start(Detector::rehearse);
  }
}
