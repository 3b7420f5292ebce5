package io.hybridanomaly.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.config.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** When there is an HTTP interface, and what it takes. */
class ApiConfigurationTest {

  private final WebApplicationContextRunner server =
      new WebApplicationContextRunner().withUserConfiguration(ApiConfiguration.class);

  @Test
  void thereIsNoneUnlessItIsWanted() {
    server.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ApiFilter.class));
    server
        .withPropertyValues("api.enabled=false", "api.token=secret")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(ApiFilter.class));
  }

  @Test
  void withoutATokenTheStartFailsWithOneSentence() {
    server
        .withPropertyValues("api.enabled=true", "api.token= ")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .isInstanceOf(WrongSettingException.class)
                    .hasMessage(
                        "api.enabled=true needs a token: set api.token, or the environment variable"
                            + " API_TOKEN, to a long random text."));
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, null, FailureHandler.handleMessage((message, e) -> {}))
                .stream()
                .filter(WrongSettingException.Analyzer.class::isInstance)
                .map(
                    analyzer ->
                        analyzer.analyze(
                            new IllegalStateException(
                                new WrongSettingException("api.enabled=true needs a token")))))
        .singleElement()
        .satisfies(
            analysis ->
                assertThat(analysis.getDescription()).isEqualTo("api.enabled=true needs a token"));
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer secret, true",
    "bearer secret, true",
    "'Bearer  secret ', true",
    "Bearer secre, false",
    "Bearer secrets, false",
    "Bearer SECRET, false",
    "secret, false",
    "Basic secret, false",
    "Bearer, false",
    ", false",
  })
  void theTokenIsComparedWhole(String authorization, boolean shown) {
    assertThat(new Token("secret").isShownBy(authorization)).isEqualTo(shown);
  }

  @Test
  void theTokenIsNeverShown() {
    assertThat(new ApiProperties(true, "secret")).asString().doesNotContain("secret");
  }
}
