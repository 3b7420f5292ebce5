package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.hybridanomaly.importing.options.ImportOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Lists from which choices about an import are made. They stay in the page from file to file, so
 * that none loses the keyboard's focus.
 */
final class ChoiceLists extends Div {

  /** Hears a choice of the visitor as a change of the options. */
  @FunctionalInterface
  interface Listener {
    void onChoice(UnaryOperator<ImportOptions> change);
  }

  /**
   * One entry of a list.
   *
   * @param label as shown
   * @param chosen whether the file was read with it
   * @param change what it does to the options
   */
  record Choice(String label, boolean chosen, UnaryOperator<ImportOptions> change) {}

  private final Listener listener;
  private final Map<String, Select<Choice>> selects = new HashMap<>();

  ChoiceLists(Listener listener) {
    this.listener = listener;
    addClassName("choice-lists");
  }

  /**
   * A list whose first entry is what was detected.
   *
   * @param detected what was detected, in words
   * @param back undoes an override
   * @param choices the overrides
   */
  void showDetected(
      String id,
      String label,
      String detected,
      UnaryOperator<ImportOptions> back,
      List<Choice> choices) {
    boolean overridden = choices.stream().anyMatch(Choice::chosen);
    List<Choice> all = new ArrayList<>();
    all.add(new Choice(overridden ? "Detect" : "Detected: " + detected, !overridden, back));
    all.addAll(choices);
    show(id, label, all);
  }

  /** A list of which one entry is chosen. */
  void show(String id, String label, List<Choice> choices) {
    Select<Choice> select = selects.computeIfAbsent(id, key -> newSelect(key, label));
    select.setItems(choices);
    choices.stream().filter(Choice::chosen).findFirst().ifPresent(select::setValue);
  }

  /** Whether a list makes sense for the file at hand. */
  void setListVisible(String id, boolean visible) {
    Select<Choice> select = selects.get(id);
    if (select != null) {
      select.setVisible(visible);
    }
  }

  private Select<Choice> newSelect(String id, String label) {
    Select<Choice> select = new Select<>();
    select.setId(id);
    select.setLabel(label);
    select.setItemLabelGenerator(Choice::label);
    select.setWidthFull();
    select.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            listener.onChoice(event.getValue().change());
          }
        });
    add(select);
    return select;
  }
}
