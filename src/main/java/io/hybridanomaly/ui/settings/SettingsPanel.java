package io.hybridanomaly.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.SensitivityCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The parameters of a detection, each with a word on what it does: those that judge stored scores
 * and take effect at once, and those of the training, which need a new run.
 */
public final class SettingsPanel extends Div {

  private final JudgementFields judgement;
  private final TrainingFields training;
  private final Paragraph pending = new Paragraph();

  /**
   * @param onChange hears what the visitor changes
   */
  public SettingsPanel(Consumer<UnaryOperator<DetectionSettings>> onChange) {
    judgement = new JudgementFields(onChange);
    training = new TrainingFields(onChange);
    addClassNames("panel-section", "settings-panel");
    Button reset =
        new Button("Reset", click -> onChange.accept(any -> DetectionSettings.defaults()));
    reset.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    reset.addClassName("reset");
    reset.setTooltipText("All parameters as they were at the start");
    Div head = new Div(new H2("Parameters"), reset);
    head.addClassName("section-head");
    pending.addClassName("pending");
    pending.getElement().setAttribute("role", "status");
    add(
        head,
        group("Judgement", "takes effect at once", judgement),
        group("Training", "needs a new run", training),
        pending);
  }

  private static Div group(String title, String effect, Div fields) {
    Paragraph note = new Paragraph(effect);
    note.addClassName("effect");
    Div head = new Div(new H3(title), note);
    head.addClassName("group-head");
    Div group = new Div(head, fields);
    group.addClassName("settings-group");
    return group;
  }

  /**
   * Shows what is chosen, and what of it a result does not follow yet.
   *
   * @param loaded the series that a detection would look at
   * @param result the result on the page
   * @param ofLoaded whether it is of that series
   * @param curve what every sensitivity would flag
   */
  public void show(
      DetectionSettings chosen,
      Optional<LoadedSeries> loaded,
      Optional<DetectionResult> result,
      boolean ofLoaded,
      Optional<SensitivityCurve> curve) {
    judgement.show(
        chosen,
        curve,
        result.isPresent()
            ? OptionalDouble.of(result.get().components().applicability().weight())
            : OptionalDouble.empty());
    training.show(chosen, loaded);
    List<String> changed = new ArrayList<>();
    if (result.isPresent() && loaded.isPresent()) {
      if (!ofLoaded) {
        changed.add("choice of data");
      } else {
        addChanges(chosen, loaded, result.get(), changed);
      }
    }
    pending.setText(
        changed.isEmpty()
            ? ""
            : "Press Detect to apply the new %s.".formatted(String.join(" and ", changed)));
  }

  private static void addChanges(
      DetectionSettings chosen,
      Optional<LoadedSeries> loaded,
      DetectionResult result,
      List<String> changed) {
    if (!result.canBeJudgedBy(chosen.detector())) {
      changed.add("fusion mode");
    }
    if (TrainingFields.window(chosen, loaded) != result.components().window()) {
      changed.add("window size");
    }
    if (TrainingFields.epochs(chosen) != result.components().epochs()) {
      changed.add("number of epochs");
    }
  }
}
