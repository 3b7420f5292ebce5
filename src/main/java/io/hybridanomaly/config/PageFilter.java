package io.hybridanomaly.config;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/** A filter of the page's requests; calls of programs that have shown the token pass it by. */
public abstract class PageFilter extends OncePerRequestFilter {

  @Override
  protected final boolean shouldNotFilter(HttpServletRequest request) {
    return ProgramCall.is(request);
  }
}
