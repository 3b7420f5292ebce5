package io.hybridanomaly.chat.gemini;

import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Hands the HTTP calls that the SDK makes on a thread to the {@link CancellableCalls} of that
 * thread, keeps the bodies of errors, which the SDK drops in part, and lets the events of a stream
 * through without delay.
 */
final class CallControl implements Interceptor {

  private static final long MOST_ERROR_BYTES = 64 * 1024;

  private static final ThreadLocal<@Nullable CancellableCalls> EXCHANGE = new ThreadLocal<>();

  /** Says whose calls this thread makes from now on; null: nobody's. */
  static void bind(@Nullable CancellableCalls mine) {
    if (mine == null) {
      EXCHANGE.remove();
    } else {
      EXCHANGE.set(mine);
    }
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CancellableCalls mine = EXCHANGE.get();
    if (mine == null) {
      return chain.proceed(chain.request());
    }
    mine.attach(chain.call());
    Response response = chain.proceed(chain.request());
    if (!response.isSuccessful()) {
      mine.onError(
          new CancellableCalls.ErrorBody(
              response.peekBody(MOST_ERROR_BYTES).string(),
              Optional.ofNullable(response.header("Retry-After"))));
      return response;
    }
    mine.onAnswer();
    ResponseBody body = response.body();
    boolean stream = "sse".equals(chain.request().url().queryParameter("alt"));
    return body == null || !stream
        ? response
        : response
            .newBuilder()
            .body(
                ResponseBody.create(
                    Okio.buffer(new PromptEvents(body.source())), body.contentType(), -1))
            .build();
  }
}
