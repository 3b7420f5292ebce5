package io.hybridanomaly.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.io.IOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets in as many visitors as the memory holds. A visit whose page has never said anything, as of a
 * program that only loads it, ends after a minute, and sooner if its place is needed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class VisitorGate extends PageFilter {

  private static final int SILENT_SECONDS = 60;
  private static final int USUAL_SECONDS = 30 * 60;

  /** A real page says something before. */
  private static final long LEAST_SILENT_MILLIS = 10_000;

  private static final String VISIT = VisitorGate.class.getName();

  private final Limits limits;
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();

  VisitorGate(Limits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable HttpSession before = request.getSession(false);
    if (before != null) {
      if (request.getMethod().equals("POST")) {
        heard(before);
      }
      chain.doFilter(request, response);
    } else if (isFull(request.getRemoteAddr()) && !makeRoom(request.getRemoteAddr())) {
      response.setHeader("Retry-After", "60");
      PlainAnswer.send(
          response,
          503,
          "This server has as many visitors as it can take: please come back in a few minutes.");
    } else {
      chain.doFilter(request, response);
    }
    register(request);
  }

  private void register(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(VISIT) == null) {
      session.setMaxInactiveInterval(SILENT_SECONDS);
      session.setAttribute(VISIT, new Visit(session, request.getRemoteAddr()));
    }
  }

  private static void heard(HttpSession session) {
    if (session.getAttribute(VISIT) instanceof Visit visit && !visit.spoke) {
      visit.spoke = true;
      session.setMaxInactiveInterval(USUAL_SECONDS);
    }
  }

  private boolean isFull(String address) {
    return visits.size() >= limits.maxSessions()
        || visits.stream().filter(visit -> visit.address.equals(address)).count()
            >= limits.maxSessionsPerAddress();
  }

  /** Ends the oldest visit, of this address if there is one, whose page has said nothing. */
  private boolean makeRoom(String address) {
    long latest = System.currentTimeMillis() - LEAST_SILENT_MILLIS;
    Optional<Visit> silent =
        visits.stream()
            .filter(visit -> !visit.spoke && visit.since < latest)
            .min(
                Comparator.comparing((Visit visit) -> !visit.address.equals(address))
                    .thenComparing(visit -> visit.since));
    silent.ifPresent(Visit::end);
    return silent.isPresent() && !isFull(address);
  }

  /** A visit that is open: it is told when it is bound to a session, and when that ends. */
  private final class Visit implements HttpSessionBindingListener {

    private final HttpSession session;
    private final String address;
    private final long since = System.currentTimeMillis();
    private volatile boolean spoke;

    Visit(HttpSession session, String address) {
      this.session = session;
      this.address = address;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
      visits.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
      visits.remove(this);
    }

    void end() {
      try {
        session.invalidate();
      } catch (IllegalStateException e) {
        // It has ended by itself meanwhile.
        visits.remove(this);
      }
    }
  }
}
