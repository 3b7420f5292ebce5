package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The place where an error stands; empty while there is none. */
public final class ErrorMessage extends Div {

  public ErrorMessage() {
    addClassName("error-place");
  }

  /**
   * Shows a message in place of any other.
   *
   * @param message one plain sentence with cause and mend
   */
  public void show(String message) {
    removeAll();
    Icon icon = VaadinIcon.WARNING.create();
    icon.getElement().setAttribute("aria-hidden", "true");
    Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> clear());
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

  /** Removes the message. */
  public void clear() {
    removeAll();
  }
}
