package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.html.Div;
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

  private final ChoiceOfMany<DateChoice> date;
  private final ChoiceOfMany<CsvColumn> value;
  private final ChoiceOfMany<CsvColumn> label;

  ColumnChooser(Listener listener) {
    addClassName("column-chooser");
    date =
        new ChoiceOfMany<>(
            this, "date-column", "Date column", DateChoice::label, chosen -> choose(listener));
    value =
        new ChoiceOfMany<>(
            this,
            "value-column",
            "Value column",
            ColumnChooser::shownName,
            chosen -> choose(listener));
    label =
        new ChoiceOfMany<>(
            this,
            "label-column",
            "True anomalies",
            column -> column == null ? "None" : shownName(column),
            chosen -> choose(listener));
    label.setHelperText("A column with 1 where something is abnormal: the result is measured.");
    label.allowNone("None");
    label.setVisible(false);
    label.addClassName("label-column");
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
    date.show(dates, used);
    List<CsvColumn> values =
        profile.columns().stream()
            .filter(
                column ->
                    column.kind().isNumeric()
                        || profile.valueColumn().filter(column::equals).isPresent())
            .toList();
    value.show(values, profile.valueColumn().orElse(null));
    List<CsvColumn> labels =
        profile.columns().stream()
            .filter(
                column ->
                    column.kind() == ColumnKind.BINARY
                        || profile.labelColumn().filter(column::equals).isPresent())
            .toList();
    label.show(labels, profile.labelColumn().orElse(null));
    label.setVisible(!labels.isEmpty());
  }

  private void choose(Listener listener) {
    date.value()
        .ifPresent(
            chosenDate ->
                value
                    .value()
                    .ifPresent(
                        chosenValue ->
                            listener.onChoice(
                                chosenDate.selection(),
                                Integer.toString(chosenValue.number()),
                                label.value().map(column -> Integer.toString(column.number())))));
  }

  private static String shownName(CsvColumn column) {
    return FileSummary.cut(column.name());
  }

  private static DateChoice choiceOf(List<CsvColumn> columns) {
    if (columns.isEmpty()) {
      return new DateChoice("None: number the rows", ColumnSelection.none());
    }
    String label =
        columns.stream().map(ColumnChooser::shownName).collect(Collectors.joining(" + "));
    String numbers =
        columns.stream()
            .map(column -> Integer.toString(column.number()))
            .collect(Collectors.joining("+"));
    return new DateChoice(label, ColumnSelection.of(numbers));
  }
}
