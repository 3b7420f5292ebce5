package io.hybridanomaly.acceptance;

import static java.net.HttpURLConnection.HTTP_NO_CONTENT;

import io.hybridanomaly.ui.frame.MainLayout;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A visit that speaks Vaadin's protocol without a browser, so that hundreds fit on one machine. It
 * opens no push connection: what the server has to say comes with the next answer.
 */
final class VaadinVisit implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration HEARTBEAT = Duration.ofSeconds(20);
  private static final String BOUNDARY = "----part-of-a-load-test";

  /** What a browser says of itself when it opens a page. */
  private static final String BROWSER =
      "{\"v-sh\":\"720\",\"v-sw\":\"1280\",\"v-wh\":\"720\",\"v-ww\":\"1280\",\"v-bh\":\"720\","
          + "\"v-bw\":\"1280\",\"v-curdate\":\"1700000000000\",\"v-tzo\":\"0\",\"v-dstd\":\"0\","
          + "\"v-rtzo\":\"0\",\"v-dston\":\"false\",\"v-tzid\":\"UTC\",\"v-wn\":\"v-0.5\","
          + "\"v-td\":\"false\",\"v-pr\":\"1\",\"v-np\":\"Linux\"}";

  /** A name of a file that a visitor of the load test has. */
  private static final Pattern OWN_FILE = Pattern.compile("visitor-\\d+\\.csv");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(PATIENCE).build();
  private final URI server;
  private final Map<String, Integer> nodes = new HashMap<>();
  private final StringBuilder files = new StringBuilder();
  private final Map<Integer, String> links = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private String target = "";
  private String csrf = "";
  private int ui;
  private int synced;
  private int sent;
  private long lastHeartbeat = System.nanoTime();

  VaadinVisit(String address) {
    server = URI.create(address);
  }

  private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("status " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  /** Loads the page. */
  void open() throws IOException, InterruptedException {
    String ignored = ask(HttpRequest.newBuilder(server));
    JsonNode start =
        JSON.readTree(
                ask(
                    HttpRequest.newBuilder(
                        server.resolve(
                            "?v-r=init&location=&query=&v-browserDetails="
                                + URLEncoder.encode(BROWSER, StandardCharsets.UTF_8)))))
            .get("appConfig");
    ui = start.get("v-uiId").asInt();
    csrf = start.get("uidl").get("Vaadin-Security-Key").asString();
    apply(start.get("uidl"));
    call(
        "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"/\","
            + "\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},"
            + "\"trigger\":\"\"}}");
    if (!has("upload")) {
      throw new IOException("the page has no upload");
    }
    // A browser answers at once. Until then the server keeps its first message, to repeat it.
    look();
  }

  private void call(String event) throws IOException, InterruptedException {
    String body =
        "{\"csrfToken\":\"%s\",\"rpc\":[%s],\"syncId\":%d,\"clientId\":%d}"
            .formatted(csrf, event, synced, sent);
    sent++;
    beat();
    String answer =
        ask(
            HttpRequest.newBuilder(server.resolve("?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(body)));
    JsonNode uidl = JSON.readTree(answer.replaceFirst("^for\\(;;\\);", ""));
    // It comes in a list of one.
    apply(uidl.isArray() ? uidl.get(0) : uidl);
  }

  /** Says that the tab is still open, as a browser does. */
  private void beat() throws IOException, InterruptedException {
    if (System.nanoTime() - lastHeartbeat < HEARTBEAT.toNanos()) {
      return;
    }
    lastHeartbeat = System.nanoTime();
    String ignored =
        ask(
            HttpRequest.newBuilder(server.resolve("?v-r=heartbeat&v-uiId=" + ui))
                .POST(BodyPublishers.noBody()));
  }

  private void apply(JsonNode uidl) throws IOException {
    if (uidl.has("meta") && uidl.get("meta").has("appError")) {
      throw new IOException("the page failed: " + uidl.get("meta"));
    }
    if (!uidl.has("syncId")) {
      throw new IOException("no answer of a page: " + uidl);
    }
    synced = uidl.get("syncId").asInt();
    for (JsonNode change : uidl.path("changes")) {
      String key = change.path("key").asString("");
      JsonNode value = change.path("value");
      if (key.equals("id") && value.isString()) {
        nodes.put(value.asString(), change.get("node").asInt());
      } else if (key.equals("target") && value.has("uri")) {
        target = value.get("uri").asString();
      } else if (key.equals("href") && value.has("uri")) {
        links.put(change.get("node").asInt(), value.get("uri").asString());
      } else if (key.equals("text") && value.isString()) {
        texts.add(value.asString());
      }
      Matcher named = OWN_FILE.matcher(value.toString());
      while (named.find()) {
        files.append(named.group()).append(' ');
      }
    }
  }

  /** Whether the page has, or has had, a component of this id. */
  boolean has(String id) {
    return nodes.containsKey(id);
  }

  /** The names of all visitors' files that the page has been told. */
  String filesSeen() {
    return files.toString();
  }

  /** Whether the page has been told a text that begins so. */
  boolean says(String start) {
    return texts.stream().anyMatch(text -> text.startsWith(start));
  }

  /** Asks whether there is anything new. */
  void look() throws IOException, InterruptedException {
    call("");
  }

  void setEpochs(int epochs) throws IOException, InterruptedException {
    forge("epochs", Integer.toString(epochs));
  }

  /** Sets the value of a field to some JSON. */
  void forge(String id, String value) throws IOException, InterruptedException {
    int node = nodes.getOrDefault(id, 1);
    call(
        "{\"type\":\"mSync\",\"node\":%d,\"feature\":1,\"property\":\"value\",\"value\":%s},"
                .formatted(node, value)
            + "{\"type\":\"event\",\"node\":%d,\"event\":\"value-changed\",\"data\":{}}"
                .formatted(node));
  }

  void click(String id) throws IOException, InterruptedException {
    call(
        "{\"type\":\"event\",\"node\":%d,\"event\":\"click\",\"data\":{\"event.shiftKey\":false,"
                .formatted(nodes.get(id))
            + "\"event.metaKey\":false,\"event.detail\":1,\"event.ctrlKey\":false,"
            + "\"event.clientX\":1,\"event.clientY\":1,\"event.altKey\":false,\"event.button\":0,"
            + "\"event.screenY\":1,\"event.screenX\":1}}");
  }

  /** Asks the chat, as Enter in its field does. */
  void ask(String question) throws IOException, InterruptedException {
    call(
        "{\"type\":\"event\",\"node\":%d,\"event\":\"keydown\",\"data\":{\"element.value\":\"%s\","
                .formatted(nodes.get("chat-input"), question)
            + "\"event.key === 'Enter' && !event.shiftKey && !event.isComposing\":true}}");
  }

  /** What the link of this id gives. */
  String download(String id) throws IOException, InterruptedException {
    return ask(HttpRequest.newBuilder(server.resolve(links.get(nodes.get(id)))));
  }

  /** Says that the tab is closed, as a browser does. */
  void leave() throws IOException, InterruptedException {
    HttpResponse<Void> answer =
        client.send(
            HttpRequest.newBuilder(server.resolve("?" + MainLayout.LEFT + "=" + ui))
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding());
    if (answer.statusCode() != HTTP_NO_CONTENT) {
      throw new IOException("leaving: status " + answer.statusCode());
    }
  }

  void upload(String name, String content) throws IOException, InterruptedException {
    String body =
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
                .formatted(BOUNDARY, name)
            + "Content-Type: text/csv\r\n\r\n%s\r\n--%s--\r\n".formatted(content, BOUNDARY);
    String ignored =
        ask(
            HttpRequest.newBuilder(server.resolve(target))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
  }

  /** Looks until the page has a component of this id. */
  void await(String id, Duration patience) throws IOException, InterruptedException {
    await(() -> has(id), id, patience);
  }

  /** Looks until something has come. */
  void await(BooleanSupplier come, String what, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!come.getAsBoolean()) {
      if (has("error-message")) {
        throw new IOException("the page shows an error in place of " + what);
      }
      if (System.nanoTime() > end) {
        throw new IOException("no " + what + " within " + patience);
      }
      Thread.sleep(500);
      look();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
