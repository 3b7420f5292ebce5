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

  private final Div parent;
  private final String id;
  private final ItemLabelGenerator<T> names;
  private final Consumer<Optional<T>> onChoice;
  private final Select<T> whole = new Select<>();

  /** In the page in place of the other one; most visitors never need it, and it is not small. */
  private @Nullable ComboBox<T> inParts;

  /**
   * @param parent gets the list
   * @param id that the field has
   * @param onChoice hears what the visitor has chosen
   */
  ChoiceOfMany(
      Div parent,
      String id,
      String label,
      ItemLabelGenerator<T> names,
      Consumer<Optional<T>> onChoice) {
    this.parent = parent;
    this.id = id;
    this.names = names;
    this.onChoice = onChoice;
    whole.setLabel(label);
    whole.setItemLabelGenerator(names);
    whole.addValueChangeListener(this::tell);
    whole.setId(id);
    whole.setEnabled(false);
    parent.add(whole);
  }

  private void tell(ValueChangeEvent<T> event) {
    if (event.isFromClient()) {
      onChoice.accept(Optional.ofNullable(event.getValue()));
    }
  }

  /** What stands in the list for no column at all, which may be chosen then. */
  void allowNone(String caption) {
    whole.setEmptySelectionAllowed(true);
    whole.setEmptySelectionCaption(caption);
  }

  void setHelperText(String text) {
    whole.setHelperText(text);
    if (inParts != null) {
      inParts.setHelperText(text);
    }
  }

  void setWidthFull() {
    whole.setWidthFull();
  }

  void addClassName(String name) {
    whole.addClassName(name);
  }

  /** Offers these, with one of them chosen. */
  void show(List<T> items, @Nullable T chosen) {
    if (items.size() > LONG) {
      ComboBox<T> list = inParts();
      list.setItems(items);
      list.setValue(chosen);
    } else {
      if (inParts != null) {
        parent.replace(inParts, whole);
        inParts = null;
      }
      whole.setItems(items);
      whole.setValue(chosen);
      whole.setEnabled(true);
    }
    setVisible(true);
  }

  /** Puts the list that is fetched in parts in the place of the other one, looking like it. */
  private ComboBox<T> inParts() {
    ComboBox<T> list = inParts;
    if (list == null) {
      list = new ComboBox<>();
      list.setId(id);
      list.setLabel(whole.getLabel());
      list.setItemLabelGenerator(names);
      if (whole.getHelperText() != null) {
        list.setHelperText(whole.getHelperText());
      }
      list.setWidth(whole.getWidth());
      list.addClassNames(whole.getClassNames().toArray(String[]::new));
      if (whole.isEmptySelectionAllowed()) {
        list.setPlaceholder(whole.getEmptySelectionCaption());
        list.setClearButtonVisible(true);
      }
      list.addValueChangeListener(this::tell);
      whole.setItems(List.of());
      parent.replace(whole, list);
      inParts = list;
    }
    return list;
  }

  void setVisible(boolean visible) {
    whole.setVisible(visible);
    if (inParts != null) {
      inParts.setVisible(visible);
    }
  }

  Optional<T> value() {
    return inParts == null ? whole.getOptionalValue() : inParts.getOptionalValue();
  }
}
