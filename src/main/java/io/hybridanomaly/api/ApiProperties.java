package io.hybridanomaly.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The HTTP interface; settings {@code api.*}.
 *
 * @param enabled whether there is one
 * @param token what each call has to show; never shown itself
 */
@ConfigurationProperties("api")
record ApiProperties(@DefaultValue("false") boolean enabled, @DefaultValue("") String token) {

  @Override
  public String toString() {
    return "ApiProperties[enabled=%s]".formatted(enabled);
  }
}
