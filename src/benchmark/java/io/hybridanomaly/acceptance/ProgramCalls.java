package io.hybridanomaly.acceptance;

import static java.net.HttpURLConnection.HTTP_ACCEPTED;
import static java.net.HttpURLConnection.HTTP_NO_CONTENT;
import static java.net.HttpURLConnection.HTTP_OK;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the HTTP interface. */
final class ProgramCalls implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BOUNDARY = "----part-of-a-load-test";
  private static final long LOOK_MILLIS = 500;

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI calls;
  private final String token;

  ProgramCalls(String address, String token) {
    calls = URI.create(address + "api/v1/detections");
    this.token = token;
  }

  /** Sends a file, waits for its result, takes it in both forms and deletes it. */
  void detect(String csv, Duration patience) throws IOException, InterruptedException {
    String form =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sent.csv\"\r\n"
                .formatted(BOUNDARY)
            + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n".formatted(csv, BOUNDARY);
    String sent =
        ask(
            HttpRequest.newBuilder(calls)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form)),
            HTTP_ACCEPTED);
    URI detection = URI.create(calls + "/" + JSON.readTree(sent).get("id").asString());
    long end = System.nanoTime() + patience.toNanos();
    String state = "";
    while (!state.equals("done")) {
      if (state.equals("failed") || System.nanoTime() > end) {
        throw new IOException("no result: " + state);
      }
      Thread.sleep(LOOK_MILLIS);
      String answer = ask(HttpRequest.newBuilder(detection), HTTP_OK);
      state = JSON.readTree(answer).get("state").asString();
    }
    URI result = URI.create(detection + "/result");
    String report = ask(HttpRequest.newBuilder(result), HTTP_OK);
    String table = ask(HttpRequest.newBuilder(result).header("Accept", "text/csv"), HTTP_OK);
    if (!report.startsWith("{") || table.lines().count() != csv.lines().count()) {
      throw new IOException("a result is not whole");
    }
    String ignored = ask(HttpRequest.newBuilder(detection).DELETE(), HTTP_NO_CONTENT);
  }

  private String ask(HttpRequest.Builder request, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IOException("status " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    client.close();
  }
}
