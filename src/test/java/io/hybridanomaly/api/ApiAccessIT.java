package io.hybridanomaly.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.cli.DetectFields;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who is let in, and what the document says. The same server as that of DetectionApiIT. */
@ApiServer
@TestPropertySource(
    properties = {
      "limits.max-upload-bytes=" + DetectionApiIT.MOST_BYTES,
      "limits.max-rows=1000",
      "spring.datasource.url=jdbc:h2:mem:api;DB_CLOSE_DELAY=-1",
    })
class ApiAccessIT {

  private static final String DETECTIONS = ApiClient.DETECTIONS;

  @LocalServerPort private int port;

  private ApiClient client;

  @BeforeEach
  void connect() {
    client = new ApiClient(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Bearer", "Bearer ", "Bearer wrong", "Basic YTpi", "a token for tests"})
  void withoutTheTokenNothingIsAnswered(String authorization) throws Exception {
    for (String path : List.of(DETECTIONS, DETECTIONS + "/x", "/api/v1/openapi.json", "/api/x")) {
      HttpRequest.Builder request =
          client.request(path).setHeader("Authorization", authorization).GET();
      HttpResponse<String> response = client.send(request);
      ApiClient.assertProblem(response, 401, "Bearer TOKEN");
      assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
  }

  /** Spring reads %61 as a; so must what asks for the token. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/%61pi/v1/detections/x",
        "//api/v1/detections/x",
        "/api;a=b/v1/detections/x",
        "/x/../api/v1/detections/x",
        "/./api/v1/openapi.json",
        "/%61pi/v1/openapi.json",
      })
  void noWayOfWritingAnAddressLeadsPastTheToken(String path) throws Exception {
    HttpResponse<String> response =
        client.send(client.request(path).setHeader("Authorization", "Bearer wrong"));
    assertThat(response.statusCode()).isIn(400, 401, 404);
    assertThat(response.body()).doesNotContain("no such detection", "\"openapi\"");
  }

  @Test
  void thePageIsAsGuardedAsWithoutTheInterface() throws Exception {
    assertThat(client.send(client.request("/").DELETE()).statusCode()).isEqualTo(405);
    HttpResponse<String> foreign =
        client.send(
            client
                .request("/")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("x")));
    assertThat(foreign.statusCode()).isEqualTo(403);
    HttpResponse<String> call = client.get("/api/v1/openapi.json");
    assertThat(call.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(call.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theDocumentDescribesEachCall() throws Exception {
    JsonNode document = ApiClient.json(client.get("/api/v1/openapi.json"));
    assertThat(document.get("openapi").asString()).startsWith("3.");
    JsonNode paths = document.get("paths");
    assertThat(paths.propertyNames())
        .containsExactlyInAnyOrder(DETECTIONS, DETECTIONS + "/{id}", DETECTIONS + "/{id}/result");
    JsonNode post = paths.get(DETECTIONS).get("post");
    assertThat(post.get("responses").propertyNames())
        .containsExactlyInAnyOrder("202", "400", "401", "413", "415", "429", "503");
    JsonNode form = post.get("requestBody").get("content").get("multipart/form-data").get("schema");
    TreeSet<String> fields = new TreeSet<>(List.of("file"));
    DetectFields.all().forEach(field -> fields.add(field.name()));
    assertThat(new TreeSet<>(form.get("properties").propertyNames())).isEqualTo(fields);
    assertThat(fields)
        .contains("date", "value", "label", "series", "missing", "keep-columns", "seed", "window")
        .doesNotContain("output", "overview", "report", "progress", "help");
    JsonNode one = paths.get(DETECTIONS + "/{id}");
    assertThat(one.get("get").get("responses").propertyNames())
        .containsExactlyInAnyOrder("200", "401", "404", "503");
    assertThat(one.get("delete").get("responses").propertyNames())
        .containsExactlyInAnyOrder("204", "401", "404", "503");
    JsonNode result = paths.get(DETECTIONS + "/{id}/result").get("get").get("responses");
    assertThat(result.propertyNames()).containsExactlyInAnyOrder("200", "401", "404", "409", "503");
    assertThat(result.get("200").get("content").propertyNames())
        .containsExactlyInAnyOrder("application/json", "text/csv");
    assertThat(document.get("security").get(0).has("token")).isTrue();
    for (JsonNode reference : document.findValues("$ref")) {
      String path = reference.asString().substring(1);
      assertThat(document.at(path).isMissingNode()).as(path).isFalse();
    }
  }
}
