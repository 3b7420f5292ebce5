package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.profile.ColumnKind;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.profile.CsvProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lists in which the date and the value column are chosen, and the column with the truth where
 * one of the columns holds zeros and ones.
 */
final class ColumnChooser extends Div {

  /** Hears a choice of the visitor, not what the file's own guess put in. */
  @FunctionalInterface
  interface Listener {
    /**
     * Other columns are wanted.
     *
     * @param label number of the label column; empty: none
     */
    void onChoice(ColumnSelection dates, String value, Optional<String> label);
  }

  /**
   * One entry of the list of date columns.
   *
   * @param label as shown
   * @param selection as the importer takes it
   */
  private record DateChoice(String label, ColumnSelection selection) {}

  private final Select<DateChoice> date = new Select<>();
  private final Select<CsvColumn> value = new Select<>();
  private final Select<CsvColumn> label = new Select<>();

  ColumnChooser(Listener listener) {
    addClassName("column-chooser");
    date.setId("date-column");
    date.setLabel("Date column");
    date.setItemLabelGenerator(DateChoice::label);
    value.setId("value-column");
    value.setLabel("Value column");
    value.setItemLabelGenerator(CsvColumn::name);
    date.addValueChangeListener(event -> choose(event, listener));
    value.addValueChangeListener(event -> choose(event, listener));
    label.setId("label-column");
    label.setLabel("True anomalies");
    label.setHelperText("A column with 1 where something is abnormal: the result is measured.");
    label.setItemLabelGenerator(column -> column == null ? "None" : column.name());
    label.setEmptySelectionAllowed(true);
    label.setEmptySelectionCaption("None");
    label.addValueChangeListener(event -> choose(event, listener));
    label.setVisible(false);
    label.addClassName("label-column");
    date.setEnabled(false);
    value.setEnabled(false);
    add(date, value, label);
  }

  /** Offers the columns of a file, with those in use chosen. */
  void show(CsvProfile profile) {
    DateChoice used = choiceOf(profile.dateColumns());
    List<DateChoice> dates = new ArrayList<>();
    dates.add(new DateChoice("None: number the rows", ColumnSelection.none()));
    profile.columns().forEach(column -> dates.add(choiceOf(List.of(column))));
    if (!dates.contains(used)) {
      dates.add(1, used);
    }
    date.setItems(dates);
    date.setValue(used);
    List<CsvColumn> values =
        profile.columns().stream()
            .filter(
                column ->
                    column.kind().isNumeric()
                        || profile.valueColumn().filter(column::equals).isPresent())
            .toList();
    value.setItems(values);
    profile.valueColumn().ifPresent(value::setValue);
    List<CsvColumn> labels =
        profile.columns().stream()
            .filter(
                column ->
                    column.kind() == ColumnKind.BINARY
                        || profile.labelColumn().filter(column::equals).isPresent())
            .toList();
    label.setItems(labels);
    label.setValue(profile.labelColumn().orElse(null));
    label.setVisible(!labels.isEmpty());
    date.setEnabled(true);
    value.setEnabled(true);
  }

  private void choose(HasValue.ValueChangeEvent<?> event, Listener listener) {
    DateChoice chosenDate = date.getValue();
    CsvColumn chosenValue = value.getValue();
    if (event.isFromClient() && chosenDate != null && chosenValue != null) {
      listener.onChoice(
          chosenDate.selection(),
          Integer.toString(chosenValue.number()),
          label.getOptionalValue().map(column -> Integer.toString(column.number())));
    }
  }

  private static DateChoice choiceOf(List<CsvColumn> columns) {
    if (columns.isEmpty()) {
      return new DateChoice("None: number the rows", ColumnSelection.none());
    }
    String label = columns.stream().map(CsvColumn::name).collect(Collectors.joining(" + "));
    String numbers =
        columns.stream()
            .map(column -> Integer.toString(column.number()))
            .collect(Collectors.joining("+"));
    return new DateChoice(label, ColumnSelection.of(numbers));
  }
}
