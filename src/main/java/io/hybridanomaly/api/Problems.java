package io.hybridanomaly.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers that say why there is no other one, as RFC 9457 has them. */
final class Problems {

  /** After this time a call that came at a bad moment may succeed. */
  private static final String RETRY_SECONDS = "10";

  private static final JsonMapper MAPPER = new JsonMapper();

  private Problems() {}

  /** Sends one; does nothing once another answer has begun. */
  static void send(HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status.value());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    switch (status) {
      case UNAUTHORIZED -> response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
          response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      default -> {}
    }
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", sentence);
    byte[] body = MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
