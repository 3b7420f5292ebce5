package io.hybridanomaly.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.api.ApiClient.Form;
import io.hybridanomaly.cli.CommandLineTool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP interface with the real detector: what the contract says, call by call. */
@ApiServer
@TestPropertySource(
    properties = {
      "limits.max-upload-bytes=" + DetectionApiIT.MOST_BYTES,
      "limits.max-rows=1000",
      "spring.datasource.url=jdbc:h2:mem:api;DB_CLOSE_DELAY=-1",
    })
class DetectionApiIT {

  static final int MOST_BYTES = 100_000;

  private static final String DETECTIONS = ApiClient.DETECTIONS;

  @LocalServerPort private int port;

  private ApiClient client;
  private Path folder;

  @BeforeEach
  void connect(@TempDir Path temporary) {
    client = new ApiClient(port);
    folder = temporary;
  }

  /** Two series one below the other, a text column, a zone in the times, and one value far off. */
  private static String table() {
    StringBuilder text = new StringBuilder("time;shop;sales;note\n");
    for (int i = 0; i < 80; i++) {
      LocalDateTime hour = LocalDateTime.of(2024, 1, 1, 0, 0).plusHours(i);
      String value = i == 50 ? "99,5" : "%d,25".formatted(10 + i % 7);
      text.append("%sZ;north;%s;=a%d\n".formatted(hour, value, i));
      text.append("%sZ;süd;%d,5;b%d\n".formatted(hour, 20 + i % 5, i));
    }
    return text.toString();
  }

  private static Form form() {
    return new Form().file("sales.csv", table()).field("epochs", "1");
  }

  private String accepted(Form form) throws Exception {
    HttpResponse<String> response = client.post(form);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    JsonNode answer = ApiClient.json(response);
    String id = answer.get("id").asString();
    assertThat(response.headers().firstValue("Location")).contains(DETECTIONS + "/" + id);
    assertThat(answer.get("state").asString()).isIn("queued", "running", "done");
    assertThat(answer.has("position")).isTrue();
    return id;
  }

  private String done(Form form) throws Exception {
    String id = accepted(form);
    JsonNode state = client.await(id, "done");
    assertThat(state.get("progress").asDouble()).isEqualTo(1);
    assertThat(state.get("error").isNull()).isTrue();
    assertThat(state.get("position").isNull()).isTrue();
    return id;
  }

  /** What the command line prints for the same table. */
  private byte[] detect(String... options) throws Exception {
    Path file = folder.resolve("sales.csv");
    Files.writeString(file, table());
    List<String> words = new ArrayList<>(List.of("detect", file.toString(), "--epochs", "1"));
    words.addAll(List.of(options));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CommandLineTool.run(
            words.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toByteArray();
  }

  private byte[] csv(String id) throws Exception {
    HttpResponse<byte[]> response =
        client.bytes(
            client.request(DETECTIONS + "/" + id + "/result").header("Accept", "text/csv"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
    return response.body();
  }

  @Test
  void theCsvHasTheBytesOfTheCommandLine() throws Exception {
    assertThat(csv(done(form()))).isEqualTo(detect());
  }

  @Test
  void optionsAreThoseOfTheCommandLine() throws Exception {
    Form form =
        form()
            .field("series", "süd")
            .field("date", "time")
            .field("value", "3")
            .field("keep-columns", "true")
            .field("window", "12")
            .field("sensitivity", "7.5")
            .field("fusion", "lstm")
            .field("seed", "-7")
            .field("missing", "21.5,-999");
    assertThat(csv(done(form)))
        .isEqualTo(
            detect(
                "--series=süd",
                "--date=time",
                "--value=3",
                "--keep-columns",
                "--window=12",
                "--sensitivity=7.5",
                "--fusion=lstm",
                "--seed=-7",
                "--missing=21.5,-999"));
  }

  @Test
  void theReportIsThatOfTheCommandLine() throws Exception {
    String id = done(form());
    Path file = folder.resolve("report.json");
    detect("--report", file.toString());
    ObjectNode expected = (ObjectNode) ApiClient.json(Files.readString(file));
    HttpResponse<String> response = client.get(DETECTIONS + "/" + id + "/result");
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    ObjectNode report = (ObjectNode) ApiClient.json(response);
    assertThat(report.get("file").asString()).isEqualTo("sales.csv");
    assertThat(report.get("timings_seconds").propertyNames())
        .containsExactlyElementsOf(expected.get("timings_seconds").propertyNames());
    // Where the file lies and how long it took is all in which two calls differ.
    report.remove(List.of("file", "timings_seconds"));
    expected.remove(List.of("file", "timings_seconds"));
    assertThat(report).isEqualTo(expected);
  }

  @Test
  void aCompressedFileIsReadAsOnTheCommandLine() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(table().getBytes(StandardCharsets.UTF_8));
    }
    Form form = new Form().file("sales.csv.gz", packed.toByteArray()).field("epochs", "1");
    assertThat(csv(done(form))).isEqualTo(detect());
  }

  @ParameterizedTest
  @CsvSource({
    "text/csv, true",
    "'text/csv;q=0.5, application/json', false",
    "'text/csv, application/json;q=0.5', true",
    "'text/*, */*;q=0.1', true",
    "*/*, false",
    "nonsense, false",
    ", false",
  })
  void theHeaderAcceptChooses(String accept, boolean csv) {
    assertThat(DetectionController.prefersCsv(accept)).isEqualTo(csv);
  }

  @ParameterizedTest
  @CsvSource({
    "sensitivity, 11, 0 to 10",
    "epochs, many, 'Invalid value for option ''--epochs'': ''many'' is not an int'",
    "fusion, best, choose one of",
    "window, wide, is no whole number",
    "window, 50, does not fit twice",
    "date, nothing, sales.csv: ",
    "value, all, several results",
    "series, all, several results",
    "sheet, all, several results",
    "series, nobody, sales.csv: ",
    "keep-columns, perhaps, neither true nor false",
    "output, /etc/passwd, leave it out",
    "overview, a.html, leave it out",
    "report, a.json, leave it out",
    "progress, true, leave it out",
    "color, red, 'Unknown option: ''--color''; detect --help'",
    "'epochs=3', 4, Unknown option",
    "help, true, Unknown option",
    "missing, none, is no number",
    "epochs, 2, should be specified only once",
  })
  void wrongFieldsAreToldAsOnTheCommandLine(String name, String value, String words)
      throws Exception {
    ApiClient.assertProblem(client.post(form().field(name, value)), 400, words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "value\n1\n2\n", "no table at all", "a,b\nx,y\nz,w\n"})
  void filesOfNoUseAreRefused(String content) throws Exception {
    ApiClient.assertProblem(client.post(new Form().file("bad.csv", content)), 400, "bad.csv: ");
  }

  @Test
  void theSentenceIsThatOfTheCommandLine() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.csv"), "value\n1\n2\n");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        CommandLineTool.run(
            new String[] {"detect", file.toString()},
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(status).isEqualTo(2);
    HttpResponse<String> response = client.post(new Form().file("bad.csv", "value\n1\n2\n"));
    assertThat(folder + "/" + ApiClient.json(response).get("detail").asString())
        .isEqualTo(err.toString(StandardCharsets.UTF_8).strip());
  }

  @Test
  void aFormNeedsOneFile() throws Exception {
    ApiClient.assertProblem(
        client.post(new Form().field("epochs", "1")), 400, "no part named \"file\"");
    ApiClient.assertProblem(client.post(new Form()), 400, "no part named \"file\"");
    ApiClient.assertProblem(client.post(form().file("two.csv", table())), 400, "two parts");
    Form many = form();
    for (int i = 0; i < 101; i++) {
      many.field("f" + i, "x");
    }
    ApiClient.assertProblem(client.post(many), 400, "more than 100 fields");
    ApiClient.assertProblem(client.post(form().field("date", "x".repeat(5000))), 400, "more than");
  }

  @Test
  void whatIsNoFormIsRefused() throws Exception {
    ApiClient.assertProblem(
        client.send(
            client
                .request(DETECTIONS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))),
        415,
        "multipart/form-data");
    ApiClient.assertProblem(
        client.send(client.request(DETECTIONS).POST(BodyPublishers.noBody())),
        415,
        "multipart/form-data");
    ApiClient.assertProblem(
        client.send(
            client
                .request(DETECTIONS)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString("no form"))),
        400,
        "The form");
    ApiClient.assertProblem(
        client.send(
            client
                .request(DETECTIONS)
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("no boundary"))),
        400,
        "The form");
  }

  @Test
  void largeFilesAreRefusedWhateverLengthIsTold() throws Exception {
    byte[] large = new byte[MOST_BYTES + 1];
    ApiClient.assertProblem(client.post(new Form().file("l.csv", large)), 413, "larger than");
    ApiClient.assertProblem(
        client.postChunked(new Form().file("l.csv", large)), 413, "larger than");
    assertThat(client.postChunked(form()).statusCode()).isEqualTo(202);
    String rows = "value\n" + "1\n".repeat(1001);
    ApiClient.assertProblem(client.post(new Form().file("l.csv", rows)), 400, "1,000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/00000000-0000-0000-0000-000000000000",
        "/nothing",
        "/'%20or%201=1",
        "/%00",
        "/..;",
        "/nothing/result",
      })
  void unknownDetectionsAreNotFound(String path) throws Exception {
    HttpResponse<String> response = client.get(DETECTIONS + path);
    assertThat(response.statusCode()).isIn(400, 404);
    assertThat(response.body()).doesNotContain("Exception");
  }

  @Test
  void unknownCallsAndMethodsAreTold() throws Exception {
    ApiClient.assertProblem(client.get("/api/v1/anything"), 404, "openapi.json");
    ApiClient.assertProblem(client.get("/api/"), 404, "openapi.json");
    HttpResponse<String> put =
        client.send(client.request(DETECTIONS).PUT(BodyPublishers.ofString("x")));
    ApiClient.assertProblem(put, 405, "POST");
    assertThat(put.headers().firstValue("Allow")).contains("POST");
    ApiClient.assertProblem(client.get(DETECTIONS), 405, "POST");
    ApiClient.assertProblem(client.delete("nothing"), 404, "no such detection");
    String id = accepted(form());
    HttpRequest.Builder head =
        client.request(DETECTIONS + "/" + id).method("HEAD", BodyPublishers.noBody());
    assertThat(client.send(head).statusCode()).isEqualTo(200);
  }
}
