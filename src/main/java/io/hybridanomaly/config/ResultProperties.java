package io.hybridanomaly.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept of results; settings {@code results.*}.
 *
 * @param keep how long a result lives that has a link
 * @param maxBytes of all such results together
 */
@ConfigurationProperties("results")
public record ResultProperties(
    @DefaultValue("7d") Duration keep, @DefaultValue("2000000000") long maxBytes) {

  public ResultProperties {
    if (keep.isNegative() || keep.isZero() || maxBytes < 0) {
      throw new IllegalArgumentException(
          "results.* must be positive; see application.properties.example");
    }
  }
}
