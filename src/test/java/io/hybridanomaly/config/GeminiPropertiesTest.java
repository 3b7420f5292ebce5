package io.hybridanomaly.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.chat.gemini.GeminiSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class GeminiPropertiesTest {

  private static GeminiProperties own(String key, String model, String address) {
    return new GeminiProperties(key, model, address, Duration.ofSeconds(60));
  }

  @Test
  void withoutAKeyThereIsNoModel() {
    MockEnvironment empty = new MockEnvironment().withProperty("GEMINI_API_KEY", " ");
    assertThat(own("", "", "").settings(empty)).isEmpty();
  }

  @Test
  void theFirstKeyWins() {
    MockEnvironment environment = new MockEnvironment().withProperty("GOOGLE_API_KEY", "third");
    assertThat(own("", "", "").settings(environment).map(GeminiSettings::apiKey)).contains("third");
    environment.setProperty("GEMINI_API_KEY", "second");
    assertThat(own("", "", "").settings(environment).map(GeminiSettings::apiKey))
        .contains("second");
    assertThat(own("first", "", "").settings(environment).map(GeminiSettings::apiKey))
        .contains("first");
  }

  @Test
  void modelAndAddressComeFromTheEnvironmentToo() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("GEMINI_MODEL", "gemini-x")
            .withProperty("GOOGLE_GEMINI_BASE_URL", "https://proxy.example");
    GeminiSettings settings = own("key", "", "").settings(environment).orElseThrow();
    assertThat(settings.model()).isEqualTo("gemini-x");
    assertThat(settings.baseUrl()).contains("https://proxy.example");
    GeminiSettings defaults = own("key", "", "").settings(new MockEnvironment()).orElseThrow();
    assertThat(defaults.model()).isEqualTo("gemini-flash-latest");
    assertThat(defaults.baseUrl()).isEqualTo(Optional.empty());
  }

  @Test
  void theKeyIsNotShown() {
    GeminiProperties properties = own("secret", "m", "");
    assertThat(properties.toString()).doesNotContain("secret");
    assertThat(properties.settings(new MockEnvironment()).toString()).doesNotContain("secret");
  }

  @Test
  void aTimeLimitOfNothingIsRefused() {
    assertThatThrownBy(() -> new GeminiProperties("", "", "", Duration.ZERO))
        .hasMessageContaining("gemini.timeout");
  }
}
