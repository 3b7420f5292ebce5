package io.hybridanomaly.config;

import jakarta.servlet.Filter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Asks visitors for a password, if one is set. */
@Configuration
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

  /** After what turns strangers' requests away, before what counts visits. */
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 3;

  @Bean
  FilterRegistrationBean<Filter> signIn(AccessProperties access) {
    String hash = access.passwordHash().strip();
    FilterRegistrationBean<Filter> signIn =
        new FilterRegistrationBean<>(
            hash.isEmpty()
                ? (request, response, chain) -> chain.doFilter(request, response)
                : new SignIn(hash));
    signIn.setEnabled(!hash.isEmpty());
    signIn.setOrder(ORDER);
    return signIn;
  }
}
