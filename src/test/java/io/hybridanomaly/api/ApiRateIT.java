package io.hybridanomaly.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.api.ApiClient.Form;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Programs may start as many detections in an hour as a visitor of the page. */
@ApiServer
@TestPropertySource(
    properties = {
      "node.roles=pages",
      "limits.detections-per-hour=2",
      "spring.datasource.url=jdbc:h2:mem:rate;DB_CLOSE_DELAY=-1",
    })
class ApiRateIT {

  private static final String SERIES = "value\n" + "1\n2\n3\n4\n".repeat(12);

  @LocalServerPort private int port;

  @Test
  void theThirdOfTwoAnHourIsRefused() throws Exception {
    ApiClient client = new ApiClient(port);
    for (int i = 0; i < 2; i++) {
      assertThat(client.post(new Form().file("a.csv", SERIES)).statusCode()).isEqualTo(202);
    }
    HttpResponse<String> refused = client.post(new Form().file("a.csv", SERIES));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
    assertThat(ApiClient.json(refused).get("detail").asString()).contains("2 detections");
  }
}
