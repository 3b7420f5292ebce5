package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The way from background threads back to a visitor's page. It goes through the session, not a
 * {@link UI}: a reload moves a view to another one, and what a running detection reports meanwhile
 * must not be lost.
 */
public final class UiThread {

  private final Component component;
  private final AtomicReference<@Nullable VaadinSession> session = new AtomicReference<>();

  /**
   * @param component the view whose page is meant
   */
  public UiThread(Component component) {
    this.component = component;
    component.addAttachListener(event -> session.set(event.getSession()));
  }

  /**
   * Runs a change of the page soon, with its lock held; nothing happens before the page is there.
   */
  public void run(Command change) {
    VaadinSession current = session.get();
    if (current != null) {
      // What the change throws reaches the session's error handler.
      Future<Void> ignored = current.access(() -> runInPage(current, change));
    }
  }

  /** The same for those who know no page. */
  public Executor executor() {
    return change -> run(change::run);
  }

  /** Components ask for the page they are in; while a reload is under way, any of the visitor's. */
  private void runInPage(VaadinSession locked, Command change) {
    Optional<UI> page = component.getUI().or(() -> locked.getUIs().stream().findFirst());
    if (page.isEmpty()) {
      return;
    }
    Map<Class<?>, CurrentInstance> before = CurrentInstance.setCurrent(page.get());
    try {
      change.execute();
    } finally {
      CurrentInstance.restoreInstances(before);
    }
  }
}
