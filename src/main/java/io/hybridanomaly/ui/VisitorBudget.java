package io.hybridanomaly.ui;

import com.vaadin.flow.server.VaadinSession;
import io.hybridanomaly.chat.Assistants;
import io.hybridanomaly.chat.UsageBudget;
import org.jspecify.annotations.Nullable;

/** One budget for all tabs of a visitor. */
final class VisitorBudget {

  private VisitorBudget() {}

  static UsageBudget of(Assistants assistants) {
    VaadinSession session = VaadinSession.getCurrent();
    @Nullable UsageBudget known = session.getAttribute(UsageBudget.class);
    if (known != null) {
      return known;
    }
    UsageBudget budget = assistants.visitorBudget();
    session.setAttribute(UsageBudget.class, budget);
    return budget;
  }
}
