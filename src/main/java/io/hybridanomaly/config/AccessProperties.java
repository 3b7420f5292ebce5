package io.hybridanomaly.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use the page; settings {@code access.*}.
 *
 * @param passwordHash bcrypt hash of the password that all visitors share; empty: everybody may
 */
@ConfigurationProperties("access")
record AccessProperties(@DefaultValue("") String passwordHash) {

  @Override
  public String toString() {
    return "AccessProperties[passwordHash=%s]".formatted(passwordHash.isEmpty() ? "" : "***");
  }
}
