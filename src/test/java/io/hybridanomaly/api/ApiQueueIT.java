package io.hybridanomaly.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.api.ApiClient.Form;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Progress;
import io.hybridanomaly.jobs.DetectionJob;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.jobs.TestJobs;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.store.Database;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What becomes of a program's detections in the queue, with a detection that the test holds. */
@ApiServer
@TestPropertySource(
    properties = {
      "node.roles=pages",
      "results.max-bytes=" + ApiQueueIT.MOST_BYTES,
      "spring.datasource.url=jdbc:h2:mem:queue;DB_CLOSE_DELAY=-1",
    })
@Import(ApiQueueIT.Doubles.class)
class ApiQueueIT {

  static final int MOST_BYTES = 20_000;

  private static final int SLOTS = 1;
  private static final int WAITING = 3;
  private static final int PER_VISITOR = 3;
  private static final String RESULT = "/result";

  private static CountDownLatch release = new CountDownLatch(1);

  @TestConfiguration
  static class Doubles {

    @Bean
    @Primary
    StoredJobs held(Database database) {
      return TestJobs.of(
          database,
          (values, settings, progress, cancellation) -> {
            progress.onProgress(new Progress.Training(1, 2, 3, 20, 0.25, 0.25));
            while (release.getCount() > 0) {
              if (cancellation.isCancelled()) {
                throw new CancellationException();
              }
              Thread.onSpinWait();
            }
            throw new DetectionException("Too wide a window: choose a shorter one.");
          },
          SLOTS,
          WAITING,
          PER_VISITOR);
    }
  }

  @LocalServerPort private int port;
  @Autowired private StoredJobs jobs;
  @Autowired private Database database;

  private ApiClient client;
  private final List<String> begun = new ArrayList<>();

  @BeforeEach
  void connect() {
    client = new ApiClient(port);
    release = new CountDownLatch(1);
  }

  @AfterEach
  void endAll() throws Exception {
    release.countDown();
    for (String id : begun) {
      for (int tries = 0; tries < 100 && client.delete(id).statusCode() != 404; tries++) {
        Thread.onSpinWait();
      }
    }
    assertThat(count("upload")).isZero();
  }

  private int count(String table) {
    return database.sql().sql("select count(*) from " + table).query(Integer.class).single();
  }

  private static Form form(int first) {
    StringBuilder text = new StringBuilder("value\n");
    for (int i = 0; i < 50; i++) {
      text.append(first + i % 7).append('\n');
    }
    return new Form().file("a.csv", text.toString());
  }

  private HttpResponse<String> post(int first) throws Exception {
    HttpResponse<String> response = client.post(form(first));
    if (response.statusCode() == 202) {
      begun.add(ApiClient.json(response).get("id").asString());
    }
    return response;
  }

  private String accepted(int first) throws Exception {
    HttpResponse<String> response = post(first);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return begun.getLast();
  }

  private String detail(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    return ApiClient.json(response).get("detail").asString();
  }

  private HttpResponse<String> result(String id) throws Exception {
    return client.get(ApiClient.DETECTIONS + "/" + id + RESULT);
  }

  @Test
  void aDetectionWaitsRunsAndFailsWithItsReason() throws Exception {
    String first = accepted(1);
    JsonNode running = client.await(first, "running");
    assertThat(running.get("position").isNull()).isTrue();
    String second = accepted(2);
    String third = accepted(3);
    assertThat(client.state(second).get("position").asInt()).isEqualTo(1);
    JsonNode waiting = client.state(third);
    assertThat(waiting.get("state").asString()).isEqualTo("queued");
    assertThat(waiting.get("position").asInt()).isEqualTo(2);
    assertThat(waiting.get("progress").asDouble()).isZero();
    assertThat(waiting.has("wait_seconds")).isTrue();
    assertThat(waiting.get("error").isNull()).isTrue();
    assertThat(detail(result(first), 409)).contains("not done yet");
    release.countDown();
    JsonNode failed = client.await(first, "failed");
    assertThat(failed.get("error").asString()).contains("Too wide a window");
    assertThat(detail(result(first), 409)).contains("has failed", "Too wide a window");
  }

  @Test
  void theProgressOfARunningDetectionIsTold() throws Exception {
    String id = accepted(1);
    client.await(id, "running");
    JsonNode state = client.state(id);
    for (int look = 0; look < 1000 && state.get("progress").asDouble() == 0; look++) {
      state = client.state(id);
    }
    assertThat(state.get("progress").asDouble()).isEqualTo(0.25);
  }

  @Test
  void deletingCancelsFirstAndForgetsThen() throws Exception {
    String running = accepted(1);
    client.await(running, "running");
    String waiting = accepted(1);
    assertThat(client.delete(waiting).statusCode()).isEqualTo(204);
    assertThat(client.state(waiting).get("state").asString()).isEqualTo("cancelled");
    assertThat(detail(result(waiting), 409)).contains("was cancelled");
    // Both have sent the same file.
    assertThat(count("upload")).isEqualTo(1);
    assertThat(client.delete(waiting).statusCode()).isEqualTo(204);
    assertThat(detail(client.delete(waiting), 404)).contains("no such detection");
    assertThat(count("upload")).isEqualTo(1);
    assertThat(client.delete(running).statusCode()).isEqualTo(204);
    client.await(running, "cancelled");
    assertThat(client.delete(running).statusCode()).isEqualTo(204);
    assertThat(count("upload")).isZero();
    assertThat(detail(result(running), 404)).contains("no such detection");
  }

  @Test
  void detectionsOfThePageAreNotFound() throws Exception {
    DetectionJob job =
        jobs.of("visitor")
            .submit(Samples.even(new double[100]), DetectionSettings.defaults(), event -> {});
    detail(client.get(ApiClient.DETECTIONS + "/" + job.id()), 404);
    detail(result(job.id()), 404);
    detail(client.delete(job.id()), 404);
    job.cancel();
  }

  @Test
  void moreThanOneMayHaveAreRefused() throws Exception {
    for (int i = 0; i < PER_VISITOR; i++) {
      accepted(i);
    }
    HttpResponse<String> refused = post(9);
    assertThat(detail(refused, 429)).contains("3 of your detections");
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    assertThat(count("upload")).isEqualTo(PER_VISITOR);
  }

  @Test
  void aFullQueueRefuses() throws Exception {
    List<DetectionJob> others = new ArrayList<>();
    for (int i = 0; i < SLOTS + WAITING; i++) {
      others.add(
          jobs.of("visitor " + i)
              .submit(Samples.even(new double[100]), DetectionSettings.defaults(), event -> {}));
    }
    HttpResponse<String> refused = post(1);
    assertThat(detail(refused, 503)).contains("server is busy");
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    others.forEach(DetectionJob::cancel);
  }

  @Test
  void aFullDiskRefuses() throws Exception {
    StringBuilder noise = new StringBuilder("value\n");
    Random random = new Random(1);
    for (int i = 0; i < 4000; i++) {
      noise.append(random.nextDouble()).append('\n');
    }
    HttpResponse<String> refused = client.post(new Form().file("a.csv", noise.toString()));
    assertThat(detail(refused, 503)).contains("no room");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
  }
}
