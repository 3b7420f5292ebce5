package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.HasValue.ValueChangeEvent;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A list of columns, series or tables to choose one from. A short one is in the page as a whole; a
 * long one is fetched in parts as it is opened or searched, since each entry of the other kind
 * costs the page some 1,300 bytes before anybody has looked at it.
 */
final class ChoiceOfMany<T> {

  /** Longer lists are fetched in parts. */
  static final int LONG = 100;

  private final String id;
  private final Select<T> whole = new Select<>();
  private final ComboBox<T> inParts = new ComboBox<>();
  private boolean isLong;

  /**
   * @param parent gets the list
   * @param id that the field has which is shown
   * @param onChoice hears what the visitor has chosen
   */
  ChoiceOfMany(
      Div parent,
      String id,
      String label,
      ItemLabelGenerator<T> names,
      Consumer<Optional<T>> onChoice) {
    this.id = id;
    whole.setLabel(label);
    inParts.setLabel(label);
    whole.setItemLabelGenerator(names);
    inParts.setItemLabelGenerator(names);
    whole.addValueChangeListener(event -> tell(event, onChoice));
    inParts.addValueChangeListener(event -> tell(event, onChoice));
    whole.setId(id);
    inParts.setVisible(false);
    whole.setEnabled(false);
    parent.add(whole, inParts);
  }

  private static <T> void tell(ValueChangeEvent<T> event, Consumer<Optional<T>> onChoice) {
    if (event.isFromClient()) {
      onChoice.accept(Optional.ofNullable(event.getValue()));
    }
  }

  /** What stands in the list for no column at all, which may be chosen then. */
  void allowNone(String caption) {
    whole.setEmptySelectionAllowed(true);
    whole.setEmptySelectionCaption(caption);
    inParts.setPlaceholder(caption);
    inParts.setClearButtonVisible(true);
  }

  void setHelperText(String text) {
    whole.setHelperText(text);
    inParts.setHelperText(text);
  }

  void setWidthFull() {
    whole.setWidthFull();
    inParts.setWidthFull();
  }

  void addClassName(String name) {
    whole.addClassName(name);
    inParts.addClassName(name);
  }

  /** Offers these, with one of them chosen. */
  void show(List<T> items, @Nullable T chosen) {
    isLong = items.size() > LONG;
    whole.setItems(isLong ? List.of() : items);
    inParts.setItems(isLong ? items : List.of());
    if (isLong) {
      inParts.setValue(chosen);
    } else {
      whole.setValue(chosen);
    }
    (isLong ? whole : inParts).getElement().removeAttribute("id");
    (isLong ? inParts : whole).setId(id);
    setVisible(true);
    whole.setEnabled(true);
  }

  void setVisible(boolean visible) {
    whole.setVisible(visible && !isLong);
    inParts.setVisible(visible && isLong);
  }

  Optional<T> value() {
    return isLong ? inParts.getOptionalValue() : whole.getOptionalValue();
  }
}
