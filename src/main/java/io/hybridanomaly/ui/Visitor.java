package io.hybridanomaly.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import io.hybridanomaly.chat.Audience;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

  /** Whoever uses a browser on the server's own machine runs it. */
  static Audience audience() {
    try {
      // An address in numbers is not looked up.
      return InetAddress.getByName(address()).isLoopbackAddress()
          ? Audience.OPERATOR
          : Audience.GUEST;
    } catch (UnknownHostException e) {
      return Audience.GUEST;
    }
  }

  /** The network address from which the page is asked for. */
  static String address() {
    VaadinRequest request = VaadinService.getCurrentRequest();
    return request == null ? "unknown" : String.valueOf(request.getRemoteAddr());
  }
}
