package io.hybridanomaly.api;

import io.hybridanomaly.config.Limits;
import io.hybridanomaly.config.ProgramCall;
import io.hybridanomaly.config.ResultProperties;
import io.hybridanomaly.jobs.JobRates;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.store.Database;
import io.hybridanomaly.store.SentFiles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes the HTTP interface, if it is wanted. */
@Configuration
@ConditionalOnBooleanProperty("api.enabled")
@EnableConfigurationProperties(ApiProperties.class)
@Import(ApiDocument.class)
class ApiConfiguration implements WebMvcConfigurer {

  @Bean
  ApiFilter apiFilter(ApiProperties api) {
    return new ApiFilter(new Token(api.token()));
  }

  @Bean
  SentDetections sentDetections(
      StoredJobs jobs,
      JobRates rates,
      Database database,
      ResultProperties results,
      Limits limits,
      @Qualifier("imports") ExecutorService imports) {
    return new SentDetections(
        jobs.unattended(SentDetections.VISITOR),
        rates,
        new SentFiles(database, results.maxBytes()),
        new Imports(imports),
        limits.tables(),
        limits.maxUploadBytes());
  }

  /** Whatever way an address is written in, no call is answered that the filter has not seen. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Seen()).addPathPatterns(ApiFilter.ROOT + "**");
  }

  private static final class Seen implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler)
        throws IOException {
      boolean seen = ProgramCall.is(request);
      if (!seen) {
        Problems.send(response, HttpStatus.NOT_FOUND, "There is no such call.");
      }
      return seen;
    }
  }
}
