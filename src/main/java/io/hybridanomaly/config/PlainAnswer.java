package io.hybridanomaly.config;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers that say in one sentence why there is nothing else. */
public final class PlainAnswer {

  private PlainAnswer() {}

  /** Sends a sentence in place of a page; does nothing once an answer has begun. */
  public static void send(HttpServletResponse response, int status, String sentence)
      throws IOException {
    if (!response.isCommitted()) {
      response.resetBuffer();
      response.setStatus(status);
      response.setContentType("text/plain;charset=utf-8");
      response.getWriter().println(sentence);
    }
  }
}
