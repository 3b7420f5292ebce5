package io.hybridanomaly.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;

/** Tells visitors apart: all tabs of one have the same number. */
final class Visitor {

  private static final String ID = Visitor.class.getName();

  private Visitor() {}

  /** The number of the visitor whose page is being made. */
  static String id() {
    VaadinSession session = VaadinSession.getCurrent();
    if (session.getAttribute(ID) instanceof String known) {
      return known;
    }
    String id = UUID.randomUUID().toString();
    session.setAttribute(ID, id);
    return id;
  }

  /** The network address from which the page is asked for. */
  static String address() {
    VaadinRequest request = VaadinService.getCurrentRequest();
    return request == null ? "unknown" : String.valueOf(request.getRemoteAddr());
  }
}
