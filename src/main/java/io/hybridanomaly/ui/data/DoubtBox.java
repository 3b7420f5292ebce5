package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.importing.Doubt;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.SuspectedCode;
import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.profile.SeriesChoice;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was assumed about a file and may be wrong, each with what can be done about it: another
 * series of a table of several, codes that mean that there is no value.
 */
final class DoubtBox extends Div {

  private final ChoiceLists.Listener listener;

  DoubtBox(LoadedSeries loaded, ChoiceLists.Listener listener) {
    this.listener = listener;
    setId("import-doubts");
    addClassName("question");
    getElement().setAttribute("role", "group");
    getElement().setAttribute("aria-label", "What was assumed about the file");
    ImportSummary summary = loaded.imported().summary();
    sentences(summary).forEach(sentence -> add(new Paragraph(sentence)));
    loaded.imported().profile().series().ifPresent(this::addSeries);
    summary.codes().forEach(code -> addCode(code, loaded.dataset().options().format().codes()));
    if (summary.doubts().stream()
        .anyMatch(doubt -> doubt.remedy() == Doubt.Remedy.TAKE_DIFFERENCES)) {
      addButton(
          "Look at what is added",
          () -> listener.onChoice(options -> options.withDifferencing(Differencing.COUNTER)));
    }
    if (!loaded.dataset().options().format().codes().isEmpty()) {
      addKeepCodes();
    }
    setVisible(getChildren().findAny().isPresent());
  }

  /** What has answers to choose from is asked in a box of its own. */
  private static List<String> sentences(ImportSummary summary) {
    return summary.doubts().stream()
        .filter(
            doubt ->
                doubt.remedy() != Doubt.Remedy.CHOOSE_DATE_ORDER
                    && doubt.remedy() != Doubt.Remedy.CHOOSE_DECIMAL)
        .map(Doubt::sentence)
        .toList();
  }

  private void addSeries(SeriesChoice series) {
    ChoiceOfMany<String> list =
        new ChoiceOfMany<>(
            this,
            "series-choice",
            "Series",
            name -> name,
            chosen ->
                chosen.ifPresent(name -> listener.onChoice(options -> options.withSeries(name))));
    list.setWidthFull();
    list.show(series.names(), series.chosen());
  }

  private void addCode(SuspectedCode code, Set<Double> known) {
    Set<Double> codes = new HashSet<>(known);
    codes.add(code.value());
    addButton(
        "Treat %s as missing".formatted(code.text()),
        () -> listener.onChoice(options -> options.withCodes(codes)));
  }

  private void addKeepCodes() {
    addButton(
        "Use all numbers as values",
        () -> listener.onChoice(options -> options.withCodes(Set.of())));
  }

  private void addButton(String label, Runnable action) {
    Button button = new Button(label, click -> action.run());
    button.addThemeVariants(ButtonVariant.SMALL);
    add(button);
  }
}
