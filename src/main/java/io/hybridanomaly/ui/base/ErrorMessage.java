package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;

/** The place where an error stands; empty while there is none. */
public final class ErrorMessage extends Div {

  private final Runnable onClose;

  /**
   * @param onClose hears that the visitor has read it; the answer is a call of {@link #show}
   */
  public ErrorMessage(Runnable onClose) {
    this.onClose = onClose;
    addClassName("error-place");
  }

  /**
   * Shows a message in place of any other.
   *
   * @param message one plain sentence with cause and mend; empty: none
   */
  public void show(Optional<String> message) {
    removeAll();
    message.ifPresent(this::addBox);
  }

  private void addBox(String message) {
    Icon icon = VaadinIcon.WARNING.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> onClose.run());
    close.addThemeVariants(ButtonVariant.TERTIARY);
    close.setAriaLabel("Close this message");
    Div box = new Div(icon, new Span(message), close);
    box.setId("error-message");
    box.addClassName("error-message");
    box.getElement().setAttribute("role", "alert");
    add(box);
    // On a phone the page may have been scrolled away from it.
    box.getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
  }
}
