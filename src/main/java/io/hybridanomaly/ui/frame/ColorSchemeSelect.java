package io.hybridanomaly.ui.frame;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;

/** Light, dark or as the system; the browser remembers it. */
final class ColorSchemeSelect extends Select<ColorSchemeSelect.Choice> {

  private static final String STORED_UNDER = "color-scheme";

  /** What can be chosen. */
  enum Choice {
    SYSTEM("As the system", ColorScheme.Value.SYSTEM),
    LIGHT("Light", ColorScheme.Value.LIGHT),
    DARK("Dark", ColorScheme.Value.DARK);

    private final String title;
    private final ColorScheme.Value value;

    Choice(String title, ColorScheme.Value value) {
      this.title = title;
      this.value = value;
    }
  }

  ColorSchemeSelect() {
    setId("color-scheme");
    setAriaLabel("Colour scheme");
    setItems(Choice.values());
    setItemLabelGenerator(choice -> choice.title);
    setValue(Choice.SYSTEM);
    addValueChangeListener(
        event ->
            getUI()
                .ifPresent(
                    ui -> {
                      ui.getPage().setColorScheme(event.getValue().value);
                      if (event.isFromClient()) {
                        WebStorage.setItem(STORED_UNDER, event.getValue().name());
                      }
                    }));
  }

  /** Takes what this browser remembers. */
  void restore() {
    WebStorage.getItem(
        STORED_UNDER,
        stored ->
            Arrays.stream(Choice.values())
                .filter(choice -> choice.name().equals(stored))
                .findAny()
                .ifPresent(this::setValue));
  }
}
