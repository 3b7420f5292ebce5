package io.hybridanomaly.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobRatesTest {

  /** Neither the visitor's share nor that of the address. */
  @Test
  void whatIsRefusedUsesNothingUp() throws JobRefusedException {
    JobRates rates = new JobRates(1, 1);
    assertThatThrownBy(
            () ->
                rates.counted(
                    "visitor",
                    "address",
                    () -> {
                      throw JobRefusedException.ofServer(3);
                    }))
        .hasMessage(
            "The server is busy: 3 detections are waiting already. Please try again in a minute.");
    assertThat(rates.counted("visitor", "address", () -> "started")).isEqualTo("started");
    assertThatThrownBy(() -> rates.counted("visitor", "elsewhere", () -> "started"))
        .isInstanceOf(JobRefusedException.class)
        .hasMessageContaining("one visitor");
    assertThatThrownBy(() -> rates.counted("other", "address", () -> "started"))
        .isInstanceOf(JobRefusedException.class)
        .hasMessageContaining("your network address");
  }
}
