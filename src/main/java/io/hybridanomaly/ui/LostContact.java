package io.hybridanomaly.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** What the page says when it has lost the server or the server has forgotten the visit. */
@Component
class LostContact implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().setSystemMessagesProvider(info -> messages());
    event
        .getSource()
        .addUIInitListener(init -> configure(init.getUI().getReconnectDialogConfiguration()));
  }

  private static CustomizedSystemMessages messages() {
    CustomizedSystemMessages messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(true);
    messages.setSessionExpiredCaption("This visit has ended");
    messages.setSessionExpiredMessage(
        "The page was not used for a while, or the server was started again. Click here or press"
            + " Enter: the page comes back to its last detection if the server still has it, else"
            + " to its beginning.");
    messages.setInternalErrorNotificationEnabled(true);
    messages.setInternalErrorCaption("Something went wrong in the application");
    messages.setInternalErrorMessage("Click here or press Enter to load the page again.");
    return messages;
  }

  private static void configure(ReconnectDialogConfiguration dialog) {
    dialog.setDialogText("The connection to the server is lost. Trying again …");
    dialog.setDialogTextGaveUp(
        "The server cannot be reached. Check the connection, then load the page again.");
  }
}
