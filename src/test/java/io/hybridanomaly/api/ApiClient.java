package io.hybridanomaly.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the HTTP interface. */
final class ApiClient {

  static final String TOKEN = "a token for tests";
  static final String DETECTIONS = "/api/v1/detections";

  private static final String BOUNDARY = "----------------------------tests";
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Looks of a test that waits; a detection of the tests takes some seconds at most. */
  private static final int LOOKS = 600;

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;

  ApiClient(int port) {
    address = "http://localhost:" + port;
  }

  /** A form that is made part by part. */
  static final class Form {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Form file(String name, byte[] content) {
      return part("name=\"file\"; filename=\"" + name + "\"", content);
    }

    Form file(String name, String content) {
      return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Form field(String name, String value) {
      return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private Form part(String disposition, byte[] content) {
      bytes.writeBytes(
          ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      bytes.writeBytes(content);
      bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      return this;
    }

    byte[] end() {
      bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return bytes.toByteArray();
    }
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<String> delete(String id) throws IOException, InterruptedException {
    return send(request(DETECTIONS + "/" + id).DELETE());
  }

  HttpResponse<String> post(Form form) throws IOException, InterruptedException {
    return post(BodyPublishers.ofByteArray(form.end()));
  }

  /** The same without a length that is known before. */
  HttpResponse<String> postChunked(Form form) throws IOException, InterruptedException {
    byte[] bytes = form.end();
    return post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
  }

  private HttpResponse<String> post(BodyPublisher body) throws IOException, InterruptedException {
    return send(
        request(DETECTIONS)
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(body));
  }

  static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  JsonNode state(String id) throws IOException, InterruptedException {
    return json(get(DETECTIONS + "/" + id));
  }

  /** Waits until a detection is in a state, and gives what is said of it then. */
  JsonNode await(String id, String wanted) throws IOException, InterruptedException {
    JsonNode state = state(id);
    for (int look = 0; look < LOOKS && !state.path("state").asString().equals(wanted); look++) {
      LockSupport.parkNanos(LOOK_NANOS);
      state = state(id);
    }
    if (!state.path("state").asString().equals(wanted)) {
      throw new AssertionError("not " + wanted + " but " + state);
    }
    return state;
  }

  static void assertProblem(HttpResponse<String> response, int status, String... words) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).contains(words).doesNotContain("Exception");
  }
}
