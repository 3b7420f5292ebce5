package io.hybridanomaly.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A few choices side by side, of which one is pressed.
 *
 * @param <T> what is chosen
 */
public final class Segments<T> extends Div {

  private final Map<T, NativeButton> buttons = new LinkedHashMap<>();
  private final Consumer<T> onChoice;

  /**
   * @param label what is chosen, for screen readers
   * @param choices with the text of each, in order; the first is pressed
   * @param onChoice hears the visitor's choice
   */
  public Segments(String label, Map<T, String> choices, Consumer<T> onChoice) {
    this.onChoice = onChoice;
    addClassName("segments");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", label);
    choices.forEach(
        (choice, text) -> {
          NativeButton button = new NativeButton(text, click -> choose(choice));
          buttons.put(choice, button);
          add(button);
        });
    press(choices.keySet().iterator().next());
  }

  private void choose(T choice) {
    press(choice);
    onChoice.accept(choice);
  }

  /** Shows a choice as pressed, without telling. */
  public void press(T choice) {
    buttons.forEach(
        (key, button) ->
            button.getElement().setAttribute("aria-pressed", Boolean.toString(key.equals(choice))));
  }
}
