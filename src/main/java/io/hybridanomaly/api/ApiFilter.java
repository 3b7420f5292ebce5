package io.hybridanomaly.api;

import io.hybridanomaly.config.ProgramCall;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets in calls of the HTTP interface that show the token, before anything of them is read; the
 * others, and those of no call that there is, are answered here. It comes before what protects the
 * page.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class ApiFilter extends OncePerRequestFilter {

  static final String ROOT = "/api/";

  private static final Map<Pattern, Set<String>> CALLS =
      Map.of(
          Pattern.compile("/api/v1/detections"), Set.of("POST"),
          Pattern.compile("/api/v1/detections/[^/]+"), Set.of("GET", "HEAD", "DELETE"),
          Pattern.compile("/api/v1/detections/[^/]+/result"), Set.of("GET", "HEAD"),
          Pattern.compile("/api/v1/openapi\\.json"), Set.of("GET", "HEAD"));

  private final Token token;

  ApiFilter(Token token) {
    this.token = token;
  }

  /** By the path as the container has read it, without the ways of writing one in two ways. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !path(request).startsWith(ROOT);
  }

  private static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!token.isShownBy(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      Problems.send(
          response,
          HttpStatus.UNAUTHORIZED,
          "Each call needs the header \"Authorization: Bearer TOKEN\" with the token of this server.");
      return;
    }
    Set<String> methods =
        CALLS.entrySet().stream()
            .filter(call -> call.getKey().matcher(path(request)).matches())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Set.of());
    if (methods.isEmpty()) {
      Problems.send(
          response,
          HttpStatus.NOT_FOUND,
          "There is no such call; /api/v1/openapi.json lists those that there are.");
    } else if (!methods.contains(request.getMethod())) {
      String allowed = String.join(", ", new TreeSet<>(methods));
      response.setHeader(HttpHeaders.ALLOW, allowed);
      Problems.send(
          response,
          HttpStatus.METHOD_NOT_ALLOWED,
          "This address takes %s only.".formatted(allowed));
    } else {
      ProgramCall.mark(request);
      chain.doFilter(request, response);
    }
  }
}
