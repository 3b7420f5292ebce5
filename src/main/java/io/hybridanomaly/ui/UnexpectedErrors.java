package io.hybridanomaly.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Faults of the page itself: the cause goes to the log, the visitor gets a plain sentence. */
@Component
class UnexpectedErrors implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

  private static final int MILLIS = 10_000;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event
        .getSource()
        .addSessionInitListener(init -> init.getSession().setErrorHandler(UnexpectedErrors::tell));
  }

  private static void tell(ErrorEvent event) {
    LOG.error("The page failed", event.getThrowable());
    if (UI.getCurrent() != null) {
      Notification note =
          Notification.show(
              "Something went wrong in the application. Your data is still here; please try again.",
              MILLIS,
              Notification.Position.BOTTOM_CENTER);
      note.addThemeVariants(NotificationVariant.ERROR);
      note.setAssertive(true);
    }
  }
}
