package io.hybridanomaly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of programs that are no browsers: they need no page, so that none is opened here. */
class StrangerRequestsIT {

  @ParameterizedTest
  @CsvSource({
    "PUT, '', 405",
    "DELETE, '', 405",
    "GET, error, 404",
    "GET, no/such/page, 404",
    "GET, actuator/health, 404",
    "POST, actuator/env, 404",
    "POST, no/such/page, 404",
    "GET, ?v-r=%00, 400"
  })
  void whatIsNoPageOpensNoVisit(String method, String path, int status) throws Exception {
    URI address = URI.create(SharedServer.get().server().address()).resolve("/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody()).build();
    try (HttpClient stranger = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = stranger.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
      assertThat(answer.headers().firstValue("content-security-policy").orElseThrow())
          .contains("script-src 'self' ;")
          .doesNotContain("unsafe-eval");
    }
  }
}
