package io.hybridanomaly.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.internal.AbstractNavigationStateRenderer;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import io.hybridanomaly.ui.frame.MainLayout;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Frees what a closed tab held: its detection, its place in the queue, its file and its memory. A
 * page says that it is left; a reload says the same, but its page comes back within seconds. A tab
 * that ends without a word, with its browser or its network, is given up when its heartbeats stay
 * away.
 */
@Component
class ClosedTabs implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(ClosedTabs.class);

  /** Long enough for a reload to come back, short enough for those who wait in the queue. */
  private static final Duration GRACE = Duration.ofSeconds(7);

  /** For a page that is being loaded again over a slow line. */
  private static final Duration RELOADING = Duration.ofSeconds(20);

  private static final long LOOK_MILLIS = 1000;
  private static final int LOOKS_PER_HEARTBEAT_CHECK = 10;

  /** A page in a browser's tab. */
  private record Tab(VaadinSession session, int ui) {}

  private final transient Map<Tab, Long> left = new ConcurrentHashMap<>();
  private final transient Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();
  private final transient ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("closed-tabs").daemon(true).factory());
  private int count;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    VaadinService service = event.getSource();
    service.addSessionInitListener(init -> sessions.add(init.getSession()));
    service.addSessionDestroyListener(destroyed -> forget(destroyed.getSession()));
    event.addRequestHandler(this::hear);
    event.addIndexHtmlRequestListener(response -> comesBack(VaadinSession.getCurrent()));
    Future<?> ignored =
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void close() {
    looks.shutdownNow();
  }

  private void forget(VaadinSession session) {
    sessions.remove(session);
    left.keySet().removeIf(tab -> tab.session().equals(session));
  }

  private boolean hear(VaadinSession session, VaadinRequest request, VaadinResponse response) {
    String tab = request.getParameter(MainLayout.LEFT);
    if (tab == null || !"POST".equals(request.getMethod())) {
      return false;
    }
    try {
      leave(new Tab(session, Integer.parseInt(tab)));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (NumberFormatException e) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
    return true;
  }

  /** A page of before a restart of the server may have the number of one that comes soon. */
  private void leave(Tab tab) {
    long end = System.nanoTime() + GRACE.toNanos();
    inSession(
        tab.session(),
        () -> {
          if (tab.session().getUIById(tab.ui()) != null) {
            left.putIfAbsent(tab, end);
          }
        });
  }

  private void comesBack(@Nullable VaadinSession session) {
    if (session != null) {
      long end = System.nanoTime() + RELOADING.toNanos();
      left.replaceAll((tab, before) -> tab.session().equals(session) ? end : before);
    }
  }

  private void look() {
    try {
      long now = System.nanoTime();
      for (Map.Entry<Tab, Long> entry : List.copyOf(left.entrySet())) {
        if (now - entry.getValue() >= 0 && left.remove(entry.getKey(), entry.getValue())) {
          inSession(entry.getKey().session(), () -> end(entry.getKey()));
        }
      }
      count++;
      if (count % LOOKS_PER_HEARTBEAT_CHECK == 0) {
        sessions.forEach(session -> inSession(session, () -> endSilent(session)));
      }
    } catch (RuntimeException e) {
      LOG.error("Closed tabs could not be looked for", e);
    }
  }

  private static void inSession(VaadinSession session, Runnable work) {
    Future<Void> ignored = session.access(work::run);
  }

  private static void end(Tab tab) {
    UI page = tab.session().getUIById(tab.ui());
    if (page != null && !page.isClosing()) {
      end(page);
    }
    endIfEmpty(tab.session());
  }

  private static void endSilent(VaadinSession session) {
    List<UI> silent =
        session.getUIs().stream().filter(page -> !session.getService().isUIActive(page)).toList();
    silent.forEach(ClosedTabs::end);
    if (!silent.isEmpty()) {
      endIfEmpty(session);
    }
  }

  private static void end(UI page) {
    VaadinSession session = page.getSession();
    page.accessSynchronously(
        () -> {
          page.close();
          AbstractNavigationStateRenderer.purgeInactiveUIPreservedChainCache(page);
          session.removeUI(page);
        });
  }

  private static void endIfEmpty(VaadinSession session) {
    if (session.getUIs().isEmpty()) {
      session.getSession().invalidate();
    }
  }
}
