package io.hybridanomaly.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.SensitivityCurve;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a detection, each with a word on what it does: those that judge stored scores
 * and take effect at once, and those of the training, which need a new run.
 */
public final class SettingsPanel extends Div {

  /** Hears what takes effect at once, with the page's lock held. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Sensitivity, fusion mode or weight were changed, by the visitor or by {@link #choose}.
     *
     * @param wanted everything as it is chosen now
     */
    void onJudgement(DetectionSettings wanted);
  }

  private final Listener listener;
  private final JudgementFields judgement = new JudgementFields(this::onJudgement);
  private final TrainingFields training = new TrainingFields(this::showPending);
  private final Paragraph pending = new Paragraph();
  private @Nullable DetectionResult used;

  public SettingsPanel(Listener listener) {
    this.listener = listener;
    addClassNames("panel-section", "settings-panel");
    Button reset = new Button("Reset", click -> reset());
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

  /** Everything as it is chosen now. */
  public DetectionSettings settings() {
    return new DetectionSettings(
        training.window(),
        training.epochs(),
        judgement.sensitivity(),
        judgement.detector(),
        DetectionSettings.DEFAULT_SEED,
        judgement.weight());
  }

  /**
   * Fits the window slider to a new series.
   *
   * @param points length of the series
   * @param suggested window length that fits it
   */
  public void fitTo(int points, int suggested) {
    used = null;
    training.fitTo(points, suggested);
    judgement.forget();
    showPending();
  }

  /** Chooses what takes effect at once, as if the visitor had. */
  public void choose(DetectorKind detector, double sensitivity) {
    judgement.choose(detector, sensitivity);
  }

  /** Shows what a result was judged with; nobody is told. */
  public void show(DetectionResult result) {
    used = result;
    judgement.show(result);
    showPending();
  }

  /** Shows what every sensitivity would flag. */
  public void show(SensitivityCurve curve) {
    judgement.show(curve);
  }

  private void reset() {
    training.reset();
    judgement.reset();
    showPending();
  }

  private void onJudgement() {
    training.defaultEpochs(judgement.detector());
    showPending();
    listener.onJudgement(settings());
  }

  /** Says which choices differ from the result that is shown and need a run. */
  private void showPending() {
    DetectionResult result = used;
    List<String> changed = new ArrayList<>();
    if (result != null) {
      if (!result.canBeJudgedBy(judgement.detector())) {
        changed.add("fusion mode");
      }
      if (training.chosenWindow(judgement.detector()) != result.components().window()) {
        changed.add("window size");
      }
      if (training.chosenEpochs() != result.components().epochs()) {
        changed.add("number of epochs");
      }
    }
    pending.setText(
        changed.isEmpty()
            ? ""
            : "Press Detect to apply the new %s.".formatted(String.join(" and ", changed)));
  }
}
