package io.hybridanomaly.ui.settings;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.Slider;
import com.vaadin.flow.data.renderer.TextRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.detection.SensitivityCurve;
import io.hybridanomaly.ui.base.Texts;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The parameters that judge stored scores: a change takes effect at once. */
final class JudgementFields extends Div {

  /** While a slider moves faster than this, nothing is judged anew. */
  private static final int SETTLE_MILLIS = 120;

  private final Slider sensitivity = new Slider(0, DetectionSettings.MAX_SENSITIVITY);
  private final CurveView curve = new CurveView();
  private final Select<DetectorKind> detector = new Select<>();
  private final Slider weight = new Slider(0, DetectionSettings.MAX_WEIGHT);
  private final Checkbox autoWeight = new Checkbox("Digit check: automatic", true);
  private final Div weightGroup = new Div(weight, autoWeight);
  private final Consumer<UnaryOperator<DetectionSettings>> onChange;

  /**
   * @param onChange hears what the visitor changes
   */
  JudgementFields(Consumer<UnaryOperator<DetectionSettings>> onChange) {
    this.onChange = onChange;
    addClassName("settings-fields");
    configureSensitivity();
    configureDetector();
    configureWeight();
    add(sensitivity, curve, detector, weightGroup);
  }

  /**
   * Shows what is chosen.
   *
   * @param counted what every sensitivity would flag; empty without a result
   * @param automaticWeight the weight of the digits where none is chosen; empty without a result
   */
  void show(
      DetectionSettings chosen,
      Optional<SensitivityCurve> counted,
      OptionalDouble automaticWeight) {
    detector.setValue(chosen.detector());
    sensitivity.setValue(chosen.sensitivity());
    autoWeight.setValue(chosen.benfordWeight().isEmpty());
    OptionalDouble shownWeight =
        chosen.benfordWeight().isPresent() ? chosen.benfordWeight() : automaticWeight;
    shownWeight.ifPresent(weight::setValue);
    curve.show(counted, chosen.sensitivity());
    showValues(chosen);
  }

  private void configureSensitivity() {
    sensitivity.setId("sensitivity");
    sensitivity.setStep(SensitivityCurve.STEP);
    sensitivity.setValueChangeMode(ValueChangeMode.LAZY);
    sensitivity.setValueChangeTimeout(SETTLE_MILLIS);
    sensitivity.setWidthFull();
    sensitivity.addValueChangeListener(
        event -> tell(event, settings -> settings.withSensitivity(event.getValue())));
  }

  private void configureDetector() {
    detector.setId("fusion-mode");
    detector.setLabel("Fusion");
    detector.setItems(DetectorKind.all());
    detector.setItemLabelGenerator(kind -> title(kind));
    detector.setRenderer(new TextRenderer<>(JudgementFields::entry));
    detector.setWidthFull();
    detector.addValueChangeListener(
        event -> tell(event, settings -> settings.withDetector(event.getValue())));
  }

  private void configureWeight() {
    weight.setId("benford-weight");
    weight.setStep(0.1);
    weight.setValueChangeMode(ValueChangeMode.LAZY);
    weight.setValueChangeTimeout(SETTLE_MILLIS);
    weight.setWidthFull();
    weight.addValueChangeListener(
        event ->
            tell(
                event,
                settings -> settings.withBenfordWeight(OptionalDouble.of(event.getValue()))));
    autoWeight.addValueChangeListener(
        event ->
            tell(
                event,
                settings ->
                    settings.withBenfordWeight(
                        event.getValue()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(weight.getValue()))));
    weightGroup.addClassName("window-group");
  }

  /** No page sends nothing as a value; a forged message may. */
  private void tell(HasValue.ValueChangeEvent<?> event, UnaryOperator<DetectionSettings> change) {
    if (event.isFromClient() && event.getValue() != null) {
      onChange.accept(change);
    }
  }

  private void showValues(DetectionSettings chosen) {
    sensitivity.setLabel("Sensitivity: " + Texts.value(chosen.sensitivity()));
    sensitivity.setHelperText(
        chosen.detector() instanceof DetectorKind.Original original
            ? String.format(
                Texts.locale(),
                "Flags what is %.2f deviations above the mean, as the original does.",
                original.deviations(chosen.sensitivity()))
            : "Higher flags more. Here: %s.".formatted(Texts.falseAlarms(chosen)));
    detector.setHelperText(description(chosen.detector()));
    weightGroup.setVisible(chosen.detector().equals(DetectorKind.calibrated()));
    weight.setLabel("Weight of the digits: " + Texts.value(weight.getValue()));
    weight.setHelperText("How much the digits count beside the values.");
  }

  /** As listed; the field itself has room for the title only. */
  private static String entry(DetectorKind kind) {
    return switch (kind) {
      case DetectorKind.Hybrid(FusionMode fusion) when fusion == FusionMode.CALIBRATED ->
          title(kind) + " (recommended)";
      case DetectorKind.Hybrid hybrid -> title(kind);
      case DetectorKind.Original() -> title(kind) + " (needs a run)";
    };
  }

  private static String title(DetectorKind kind) {
    return switch (kind) {
      case DetectorKind.Hybrid(FusionMode fusion) -> title(fusion);
      case DetectorKind.Original() -> "Original formula";
    };
  }

  private static String title(FusionMode fusion) {
    return switch (fusion) {
      case CALIBRATED -> "Calibrated";
      case BOTH -> "Both must agree";
      case EITHER -> "Either is enough";
      case SUM -> "Plain sum";
      case LSTM -> "LSTM only";
      case BENFORD -> "Benford only";
    };
  }

  private static String description(DetectorKind kind) {
    return switch (kind) {
      case DetectorKind.Hybrid(FusionMode fusion) -> description(fusion);
      case DetectorKind.Original() ->
          "The formula this application started from; slower, and for comparison only.";
    };
  }

  private static String description(FusionMode fusion) {
    return switch (fusion) {
      case CALIBRATED -> "Adds both scores, Benford's only where its law applies to the series.";
      case BOTH -> "High only where the values and the digits both object.";
      case EITHER -> "High where the values or the digits object.";
      case SUM -> "Adds both scores even where Benford's law does not apply.";
      case LSTM ->
          "The values alone: networks, neighbours and single readings, without the digits.";
      case BENFORD -> "The digits alone.";
    };
  }
}
