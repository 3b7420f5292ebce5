package io.hybridanomaly.chat.gemini;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A local server that speaks as much of the Gemini API as a test needs. */
public final class FakeGemini implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  /** What the server does with one request. */
  @FunctionalInterface
  public interface Script {
    void play(Stage stage) throws IOException, InterruptedException;
  }

  /**
   * A request as it came.
   *
   * @param path with the query
   * @param key the header that holds the key
   * @param body JSON
   */
  public record Request(String path, String key, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch connectionLost = new CountDownLatch(1);
  private Script otherwise = stage -> stage.error(500, "{}");

  public FakeGemini() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it listens. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Plays a script for the next request that has none. */
  public synchronized FakeGemini then(Script script) {
    scripts.add(script);
    return this;
  }

  /** Plays a script for every request that has no other. */
  public synchronized void always(Script script) {
    otherwise = script;
  }

  /** The requests so far. */
  public List<Request> requests() {
    return requests;
  }

  /** Waits until the other side has closed a connection that a script still writes to. */
  public boolean sawConnectionLost() throws InterruptedException {
    return connectionLost.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestURI().toString(),
              String.valueOf(exchange.getRequestHeaders().getFirst("x-goog-api-key")),
              body));
      Script script;
      synchronized (this) {
        script = scripts.isEmpty() ? otherwise : scripts.poll();
      }
      script.play(new Stage(exchange));
    } catch (IOException e) {
      connectionLost.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** How a script answers. */
  public static final class Stage {

    private final HttpExchange exchange;
    private OutputStream out = OutputStream.nullOutputStream();
    private boolean open;

    Stage(HttpExchange exchange) {
      this.exchange = exchange;
    }

    /** An error status with a body. */
    public void error(int status, String body) throws IOException {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }

    /** An answer that is no stream. */
    public void json(String body) throws IOException {
      error(200, body);
    }

    /** A redirect. */
    public void redirect(String address) throws IOException {
      exchange.getResponseHeaders().set("Location", address);
      exchange.sendResponseHeaders(307, -1);
    }

    /** Bytes of the event stream. */
    public Stage raw(byte[] bytes) throws IOException {
      if (!open) {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        out = exchange.getResponseBody();
        open = true;
      }
      out.write(bytes);
      out.flush();
      return this;
    }

    /** One event. */
    public Stage event(String json) throws IOException {
      return raw(("data: " + json.replace("\n", "") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** An event with text. */
    public Stage text(String text) throws IOException {
      return event(candidate("{\"text\":" + quote(text) + "}", ""));
    }

    /** An event with text that is the last. */
    public void last(String text) throws IOException {
      event(candidate("{\"text\":" + quote(text) + "}", ",\"finishReason\":\"STOP\""));
    }

    /** Goes on writing until the other side has hung up. */
    public void untilHungUp() throws IOException, InterruptedException {
      while (!Thread.currentThread().isInterrupted()) {
        raw(": still here\n".getBytes(StandardCharsets.UTF_8));
        pause(20);
      }
    }

    /** Lets time pass, as a slow service does. */
    public Stage pause(long millis) throws InterruptedException {
      TimeUnit.MILLISECONDS.sleep(millis);
      return this;
    }
  }

  /** A response with one part. */
  public static String candidate(String part, String more) {
    return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[%s]}%s}],\"usageMetadata\":{\"totalTokenCount\":10}}"
        .formatted(part, more);
  }

  /** A text as JSON. */
  public static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
