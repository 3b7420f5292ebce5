package io.hybridanomaly.ui.triage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.WhatIf;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * AnnotationLabel and note of the selected anomaly, and what a false alarm would mean for the
 * threshold.
 */
final class AnnotationEditor extends Div {

  /** Vanishing anomalies that are named; the others are counted. */
  private static final int NAMED = 3;

  /** Hears what was said. */
  interface Listener {

    void onLabel(AnnotationLabel label, String note);

    void onRemove();

    void onTry(double sensitivity);
  }

  private final TextField note = new TextField("Note");

  AnnotationEditor(
      String title,
      DetectionResult result,
      Anomaly anomaly,
      Optional<Annotation> annotation,
      TimeText times,
      Listener listener) {
    addClassName("verdict-editor");
    Div buttons = new Div();
    buttons.addClassName("verdict-buttons");
    buttons.getElement().setAttribute("role", "group");
    buttons.getElement().setAttribute("aria-label", "Annotation");
    for (AnnotationLabel label :
        List.of(AnnotationLabel.TRUE, AnnotationLabel.FALSE_ALARM, AnnotationLabel.UNSURE)) {
      boolean chosen = annotation.filter(m -> m.label() == label).isPresent();
      Button button =
          new Button(
              label.text().substring(0, 1).toUpperCase(Locale.ROOT) + label.text().substring(1),
              click -> {
                if (chosen) {
                  listener.onRemove();
                } else {
                  listener.onLabel(label, note.getValue().strip());
                }
              });
      button.setId("verdict-" + label.id().replace('_', '-'));
      button.getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
      if (chosen) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
      }
      buttons.add(button);
    }
    note.setId("verdict-note");
    note.setMaxLength(Annotation.MAX_NOTE);
    note.setWidthFull();
    note.setPlaceholder("Why? For you, and for whoever gets the report");
    annotation.ifPresent(m -> note.setValue(m.note()));
    note.addValueChangeListener(
        event -> {
          if (event.isFromClient() && annotation.isPresent()) {
            listener.onLabel(annotation.get().label(), event.getValue().strip());
          }
        });
    add(new H4(title), buttons, note);
    if (annotation.filter(m -> m.label() == AnnotationLabel.FALSE_ALARM).isPresent()) {
      addWhatIf(WhatIf.without(result, anomaly.segment()), times, listener);
    }
  }

  private void addWhatIf(WhatIf whatIf, TimeText times, Listener listener) {
    Paragraph text = new Paragraph(sentence(whatIf, times));
    text.setId("what-if");
    text.addClassName("what-if");
    text.getElement().setAttribute("role", "status");
    add(text);
    whatIf
        .sensitivity()
        .ifPresent(
            sensitivity -> {
              Button attempt =
                  new Button(
                      "Use sensitivity " + Texts.value(sensitivity),
                      click -> listener.onTry(sensitivity));
              attempt.setId("try-sensitivity");
              attempt.addThemeVariants(ButtonVariant.SMALL);
              add(attempt);
            });
  }

  private static String sentence(WhatIf whatIf, TimeText times) {
    if (whatIf.sensitivity().isEmpty()) {
      return "This anomaly stays at every sensitivity: even the highest threshold, %s, is below its peak."
          .formatted(Texts.score(whatIf.threshold()));
    }
    List<Anomaly> lost = whatIf.alsoVanishing();
    String others =
        lost.isEmpty()
            ? "No other anomaly would vanish with it."
            : "%s would vanish with it: %s%s."
                .formatted(
                    Texts.count(lost.size(), "other anomaly"),
                    lost.stream()
                        .limit(NAMED)
                        .map(p -> times.of(p.segment().from()))
                        .collect(Collectors.joining(", ")),
                    lost.size() > NAMED ? " and " + (lost.size() - NAMED) + " more" : "");
    return "Sensitivity %s would hide this (threshold %s). %s %s would stay."
        .formatted(
            Texts.value(whatIf.sensitivity().getAsDouble()),
            Texts.score(whatIf.threshold()),
            others,
            Texts.count(whatIf.staying().size(), "other"));
  }
}
