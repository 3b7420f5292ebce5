package io.hybridanomaly.config;

import io.hybridanomaly.detection.Detector;
import io.hybridanomaly.jobs.DetectionJobs;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Makes the detector and its queue available to the page. */
@Configuration
class DetectionConfiguration {

  @Bean
  Detector detector() {
    return new Detector();
  }

  @Bean(destroyMethod = "close")
  DetectionJobs detectionJobs(Detector detector, Limits limits) {
    return new DetectionJobs(
        detector::detect, limits.concurrentDetections(), limits.queuedDetections());
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
        .rehearse(Detector.warmUpValues(), Detector.warmUpSettings());
  }
}
