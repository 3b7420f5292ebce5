package io.hybridanomaly.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one visitor and one server may use; settings {@code limits.*}.
 *
 * @param maxUploadBytes the largest file a visitor may upload, in bytes
 * @param maxRows the most data rows of a file
 * @param concurrentDetections detections that run at once
 * @param queuedDetections detections that may wait for a slot
 */
@ConfigurationProperties("limits")
public record Limits(
    @DefaultValue("104857600") long maxUploadBytes,
    @DefaultValue("1000000") int maxRows,
    @DefaultValue("2") int concurrentDetections,
    @DefaultValue("20") int queuedDetections) {

  public Limits {
    if (maxUploadBytes < 1 || maxRows < 1 || concurrentDetections < 1 || queuedDetections < 0) {
      throw new IllegalArgumentException(
          "limits.* must be positive (limits.queued-detections may be 0); see"
              + " application.properties.example");
    }
  }
}
