package io.hybridanomaly.config;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this process does of what several can share; settings {@code node.*}.
 *
 * @param roles whether it serves pages, runs detections, or both
 */
@ConfigurationProperties("node")
public record NodeProperties(@DefaultValue({"pages", "work"}) Set<Role> roles) {

  /** A part of the work. */
  public enum Role {
    PAGES,
    WORK
  }

  public NodeProperties {
    roles = Set.copyOf(roles);
    if (roles.isEmpty()) {
      throw new IllegalArgumentException(
          "node.roles must name pages, work or both; see application.properties.example");
    }
  }

  boolean works() {
    return roles.contains(Role.WORK);
  }
}
