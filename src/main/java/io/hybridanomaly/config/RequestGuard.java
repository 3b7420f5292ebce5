package io.hybridanomaly.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Turns away what no page of this application sends: other methods, messages and connections from
 * pages of other sites, messages that are too long, too many requests of one address at once.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class RequestGuard extends PageFilter {

  /** Files that a visitor sends; they are counted where they are stored. */
  private static final String UPLOADS = "/VAADIN/dynamic/resource/";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Limits limits;
  private final ConcurrentHashMap<String, Integer> answering = new ConcurrentHashMap<>();

  RequestGuard(Limits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
      PlainAnswer.send(response, 405, "Pages of this application are read with GET.");
    } else if (request.getRequestURI().equals(request.getContextPath() + "/error")) {
      PlainAnswer.send(response, 404, "There is nothing here.");
    } else if (holdsZero(request)) {
      PlainAnswer.send(response, 400, "The address holds a character that no address has.");
    } else if (changesSomething(request) && !isFromOwnPage(request)) {
      PlainAnswer.send(response, 403, "Only pages of this application may send this.");
    } else if (isTooLong(request)) {
      PlainAnswer.send(response, 413, tooLong());
    } else if (!enter(request.getRemoteAddr())) {
      response.setHeader("Retry-After", "10");
      PlainAnswer.send(
          response, 429, "Too many requests at once from your address: please wait a moment.");
    } else {
      try {
        chain.doFilter(counted(request), response);
      } catch (LimitedMessage.TooLongException e) {
        PlainAnswer.send(response, 413, tooLong());
      } finally {
        leave(request.getRemoteAddr());
      }
    }
  }

  private String tooLong() {
    return "The message is longer than the %,d bytes that this server takes."
        .formatted(limits.maxMessageBytes());
  }

  private static boolean holdsZero(HttpServletRequest request) {
    @Nullable String query = request.getQueryString();
    return query != null && query.contains("%00");
  }

  private static boolean changesSomething(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /**
   * Browsers say in headers that scripts cannot set which page a request comes from. Programs that
   * say nothing are no browsers, and so act for nobody but themselves.
   */
  static boolean isFromOwnPage(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OWN.contains(site);
    }
    @Nullable String origin = request.getHeader("Origin");
    if (origin == null) {
      return true;
    }
    try {
      URI from = URI.create(origin);
      return request.getServerName().equalsIgnoreCase(from.getHost())
          && port(from) == request.getServerPort();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int port(URI from) {
    if (from.getPort() >= 0) {
      return from.getPort();
    }
    return "https".equalsIgnoreCase(from.getScheme()) ? 443 : 80;
  }

  private boolean isTooLong(HttpServletRequest request) {
    return !isUpload(request) && request.getContentLengthLong() > limits.maxMessageBytes();
  }

  private HttpServletRequest counted(HttpServletRequest request) {
    return request.getMethod().equals("POST") && !isUpload(request)
        ? new LimitedMessage(request, limits.maxMessageBytes())
        : request;
  }

  private static boolean isUpload(HttpServletRequest request) {
    return request.getRequestURI().startsWith(request.getContextPath() + UPLOADS);
  }

  private boolean enter(String address) {
    return answering.merge(address, 1, Integer::sum) <= limits.maxRequestsPerAddress()
        || leave(address);
  }

  /** Always false, so that it can stand for an entrance that is refused. */
  private boolean leave(String address) {
    answering.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    return false;
  }
}
