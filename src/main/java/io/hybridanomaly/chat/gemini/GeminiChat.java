package io.hybridanomaly.chat.gemini;

import com.google.genai.Client;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import io.hybridanomaly.chat.ChatEvent;
import io.hybridanomaly.chat.ChatPort;
import io.hybridanomaly.chat.ChatRequest;
import io.hybridanomaly.chat.Failure;
import io.hybridanomaly.chat.Failure.Kind;
import io.hybridanomaly.chat.gemini.CancellableCalls.End;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gemini behind the {@link ChatPort}, for all visitors. Nothing is opened before the first call.
 */
public final class GeminiChat implements ChatPort, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GeminiChat.class);
  private static final String GOOGLE = "https://generativelanguage.googleapis.com";
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

  private final GeminiSettings settings;
  private final AtomicBoolean separateCalls = new AtomicBoolean();

  /** One thread for each answer under way: the HTTP client blocks. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("answer-", 1).daemon(true).factory());

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("answer-time-limit").daemon(true).factory());

  private @Nullable Client client;

  public GeminiChat(GeminiSettings settings) {
    this.settings = settings;
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public String model() {
    return settings.model();
  }

  @Override
  public Running ask(ChatRequest request, Consumer<ChatEvent> listener) {
    CancellableCalls exchange = new CancellableCalls();
    long limit = settings.timeout().toNanos();
    long deadline = System.nanoTime() + limit;
    Future<?> timer =
        clock.schedule(() -> exchange.end(End.TIME_LIMIT), limit, TimeUnit.NANOSECONDS);
    threads.execute(
        () -> {
          CallControl.bind(exchange);
          try {
            listener.accept(answer(request, exchange, listener, deadline));
          } finally {
            CallControl.bind(null);
            timer.cancel(false);
          }
        });
    return () -> exchange.end(End.STOPPED);
  }

  /** Answers, and says how it ended. */
  private ChatEvent answer(
      ChatRequest request, CancellableCalls exchange, Consumer<ChatEvent> listener, long deadline) {
    if (!settings.isAddressSafe()) {
      return new ChatEvent.Failed(Failure.of(Kind.BAD_ADDRESS, shownAddress()));
    }
    if (!settings.isKeyReadable()) {
      return new ChatEvent.Failed(Failure.of(Kind.WRONG_KEY));
    }
    try {
      new ToolLoop(client(), settings, request, exchange, separateCalls, listener, deadline).run();
      return new ChatEvent.Finished();
    } catch (AnswerFailed e) {
      return new ChatEvent.Failed(e.failure());
    } catch (RuntimeException e) {
      // Not the exception itself: what the libraries write into it is not under our control.
      LOG.error("An answer failed: {}", settings.redact(e.toString()));
      return new ChatEvent.Failed(Failure.of(Kind.INTERNAL));
    }
  }

  /** The address without anything that may be secret in it. */
  private String shownAddress() {
    try {
      URI address = URI.create(settings.baseUrl().orElse(GOOGLE));
      return address.getScheme() + "://" + address.getHost();
    } catch (IllegalArgumentException e) {
      return "no address";
    }
  }

  private synchronized Client client() {
    if (client == null) {
      OkHttpClient http =
          new OkHttpClient.Builder()
              .connectTimeout(CONNECT_TIMEOUT)
              // A model may think for long; the time limit of the whole answer covers it.
              .readTimeout(Duration.ZERO)
              .writeTimeout(Duration.ZERO)
              // A redirect would carry the key elsewhere.
              .followRedirects(false)
              .followSslRedirects(false)
              .addInterceptor(new CallControl())
              .build();
      client =
          Client.builder()
              .apiKey(settings.apiKey())
              .vertexAI(false)
              .clientOptions(ClientOptions.builder().customHttpClient(http).build())
              .httpOptions(
                  HttpOptions.builder()
                      // Always set: otherwise the SDK takes an unchecked one from the environment.
                      .baseUrl(settings.baseUrl().orElse(GOOGLE))
                      .retryOptions(
                          HttpRetryOptions.builder().attempts(1).httpStatusCodes(List.of()).build())
                      .build())
              .build();
    }
    return client;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    threads.shutdownNow();
  }
}
