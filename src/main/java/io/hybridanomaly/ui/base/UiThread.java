package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The way from background threads back to a visitor's page. A reload moves a preserved view to a
 * new {@link UI}, so the current one is remembered here instead of being captured by each task.
 */
public final class UiThread {

  private final AtomicReference<@Nullable UI> current = new AtomicReference<>();

  /**
   * @param component the view whose page is meant
   */
  public UiThread(Component component) {
    component.addAttachListener(event -> current.set(event.getUI()));
  }

  /** Runs a change of the page soon, with its lock held; nothing happens if the page is gone. */
  public void run(Command change) {
    UI ui = current.get();
    if (ui == null) {
      return;
    }
    try {
      // What the change throws reaches the session's error handler.
      Future<Void> ignored = ui.access(change);
    } catch (UIDetachedException e) {
      UI moved = current.get();
      if (moved != null && moved != ui) {
        run(change);
      }
    }
  }
}
