package io.hybridanomaly.config;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Calls of programs that have shown the token of this server: they are no visits of the page, and
 * what protects that from strangers does not apply to them.
 */
public final class ProgramCall {

  private static final String NAME = ProgramCall.class.getName();

  private ProgramCall() {}

  /** Says that a request has shown the token. */
  public static void mark(HttpServletRequest request) {
    request.setAttribute(NAME, true);
  }

  /** Whether it has. */
  public static boolean is(HttpServletRequest request) {
    return request.getAttribute(NAME) != null;
  }
}
