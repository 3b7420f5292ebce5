package io.hybridanomaly.ui.base;

import com.vaadin.flow.server.VaadinSession;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tokens of the links that the visitor has made, so that all can be deleted at once. */
public final class VisitorLinks {

  private final Set<String> tokens = new LinkedHashSet<>();

  private VisitorLinks() {}

  /** Remembers a link of the visitor whose page is being changed. */
  public static void add(String token) {
    known().tokens.add(token);
  }

  /** Those of the visitor whose page is being changed, and that are not forgotten. */
  public static List<String> all() {
    return List.copyOf(known().tokens);
  }

  private static VisitorLinks known() {
    VaadinSession session = VaadinSession.getCurrent();
    if (session.getAttribute(VisitorLinks.class) == null) {
      session.setAttribute(VisitorLinks.class, new VisitorLinks());
    }
    return session.getAttribute(VisitorLinks.class);
  }
}
