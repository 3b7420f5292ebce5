package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.GapTreatment;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.MissingValues;
import io.hybridanomaly.importing.options.Resampling;
import io.hybridanomaly.importing.options.ShapeChoices;
import io.hybridanomaly.importing.options.TimeRange;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.ui.data.ChoiceLists.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * What becomes of the points before detection; by default nothing is merged, filled or left out.
 */
final class ShapePanel extends Details {

  private final TextField from = new TextField("From");
  private final TextField to = new TextField("To");
  private final ChoiceLists lists;
  private Resampling.Aggregation aggregation = Resampling.Aggregation.MEAN;

  ShapePanel(ChoiceLists.Listener listener) {
    setSummaryText("Prepare the series");
    setId("shape-choices");
    lists = new ChoiceLists(listener);
    Button apply =
        new Button(
            "Use this range",
            click ->
                listener.onChoice(o -> o.withRange(TimeRange.of(from.getValue(), to.getValue()))));
    apply.addThemeVariants(ButtonVariant.SMALL);
    from.setId("range-from");
    to.setId("range-to");
    Div range = new Div(from, to);
    range.addClassName("column-chooser");
    add(range, apply, lists);
    setVisible(false);
  }

  /**
   * Shows the choices a file was read with.
   *
   * @param profile the file as it was read
   * @param options the choices
   */
  void show(CsvProfile profile, ImportOptions options) {
    ShapeChoices shape = options.shape();
    boolean dated = !profile.dateColumns().isEmpty();
    from.setValue(shape.range().from().orElse(""));
    to.setValue(shape.range().to().orElse(""));
    from.setPlaceholder(dated ? "2024-01-31" : "row 1");
    to.setPlaceholder(dated ? "2024-12-31" : "row 500");
    showMissing(shape);
    showDuplicates(shape);
    showDifferences(shape);
    showResampling(shape);
    showGaps(shape);
    for (String id : List.of("equal-times", "resampling", "resampled-value", "gaps")) {
      lists.setListVisible(id, dated);
    }
    lists.setListVisible(
        "resampled-value", dated && shape.resampling() instanceof Resampling.Every);
    setVisible(true);
  }

  private void showMissing(ShapeChoices shape) {
    lists.show(
        "missing-values",
        "Missing values",
        List.of(
            choice(
                "Leave out", MissingValues.LEAVE_OUT, shape.missing(), ImportOptions::withMissing),
            choice(
                "Fill with the value before",
                MissingValues.FILL_PREVIOUS,
                shape.missing(),
                ImportOptions::withMissing),
            choice(
                "Fill with a straight line",
                MissingValues.FILL_LINEAR,
                shape.missing(),
                ImportOptions::withMissing)));
  }

  /**
   * A choice of one of some rules.
   *
   * @param now the rule that is chosen
   */
  private static <T> Choice choice(
      String label, T rule, T now, BiFunction<ImportOptions, T, ImportOptions> with) {
    return new Choice(label, rule.equals(now), options -> with.apply(options, rule));
  }

  private void showDuplicates(ShapeChoices shape) {
    lists.show(
        "equal-times",
        "Equal times",
        List.of(
            choice(
                "Keep every row",
                DuplicateTimes.KEEP,
                shape.duplicates(),
                ImportOptions::withDuplicates),
            choice(
                "One row with the mean",
                DuplicateTimes.MEAN,
                shape.duplicates(),
                ImportOptions::withDuplicates),
            choice(
                "One row with the sum",
                DuplicateTimes.SUM,
                shape.duplicates(),
                ImportOptions::withDuplicates),
            choice(
                "The first row",
                DuplicateTimes.FIRST,
                shape.duplicates(),
                ImportOptions::withDuplicates),
            choice(
                "The last row",
                DuplicateTimes.LAST,
                shape.duplicates(),
                ImportOptions::withDuplicates)));
  }

  private void showDifferences(ShapeChoices shape) {
    lists.show(
        "differences",
        "Values",
        List.of(
            choice(
                "As they are",
                Differencing.NONE,
                shape.differencing(),
                ImportOptions::withDifferencing),
            choice(
                "Change since the one before",
                Differencing.CHANGE,
                shape.differencing(),
                ImportOptions::withDifferencing),
            choice(
                "What a meter has added",
                Differencing.COUNTER,
                shape.differencing(),
                ImportOptions::withDifferencing)));
  }

  private void showResampling(ShapeChoices shape) {
    List<Choice> units = new ArrayList<>();
    units.add(
        new Choice(
            "No: every point stays",
            shape.resampling() instanceof Resampling.None,
            o -> o.withResampling(Resampling.none())));
    for (Resampling.Unit unit : Resampling.Unit.values()) {
      boolean chosen = shape.resampling() instanceof Resampling.Every every && every.unit() == unit;
      units.add(
          new Choice(
              (unit == Resampling.Unit.HOUR ? "One point an " : "One point a ") + unit.text(),
              chosen,
              o -> o.withResampling(Resampling.every(1, unit, aggregation))));
    }
    lists.show("resampling", "Gather in equal steps", units);
    if (shape.resampling() instanceof Resampling.Every every) {
      aggregation = every.aggregation();
      List<Choice> values = new ArrayList<>();
      for (Resampling.Aggregation way : Resampling.Aggregation.values()) {
        values.add(
            new Choice(
                capital(way.text()),
                every.aggregation() == way,
                o -> o.withResampling(Resampling.every(every.count(), every.unit(), way))));
      }
      lists.show("resampled-value", "Value of a step", values);
    }
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private void showGaps(ShapeChoices shape) {
    lists.show(
        "gaps",
        "Gaps",
        List.of(
            choice("Stay gaps", GapTreatment.KEEP, shape.gaps(), ImportOptions::withGaps),
            choice(
                "Fill with the value before",
                GapTreatment.FILL_PREVIOUS,
                shape.gaps(),
                ImportOptions::withGaps),
            choice(
                "Fill with a straight line",
                GapTreatment.FILL_LINEAR,
                shape.gaps(),
                ImportOptions::withGaps),
            choice("Fill with 0", GapTreatment.FILL_ZERO, shape.gaps(), ImportOptions::withGaps),
            choice(
                "Keep only the longest stretch without",
                GapTreatment.LONGEST_STRETCH,
                shape.gaps(),
                ImportOptions::withGaps)));
  }
}
