package io.hybridanomaly.ui.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.slider.Slider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.detection.FusionMode;
import io.hybridanomaly.ui.base.Texts;
import java.util.Locale;
import java.util.OptionalInt;

/** The parameters of a detection, each with a word on what it does. */
public final class SettingsPanel extends Div {

  /** Longest window the slider offers; longer ones are for the command line. */
  private static final int SLIDER_MAX_WINDOW = 500;

  /** Most epochs the slider offers. */
  private static final int SLIDER_MAX_EPOCHS = 60;

  /** While a slider moves faster than this, nothing is judged anew. */
  private static final int SETTLE_MILLIS = 120;

  private final Slider window = new Slider(DetectionSettings.MIN_WINDOW, SLIDER_MAX_WINDOW);
  private final Checkbox autoWindow = new Checkbox("Chosen from the series itself", true);
  private final Slider epochs = new Slider(1, SLIDER_MAX_EPOCHS);
  private final Slider sensitivity = new Slider(0, DetectionSettings.MAX_SENSITIVITY);
  private final Select<FusionMode> fusion = new Select<>();
  private int suggestedWindow = 64;
  private boolean adjusting;
  private boolean epochsTouched;
  private final Listener listener;

  /** Hears what takes effect at once, with the page's lock held. */
  @FunctionalInterface
  public interface Listener {

    /** The sensitivity or the fusion mode was changed, by the visitor or by {@link #choose}. */
    void onJudgement(FusionMode fusion, double sensitivity);
  }

  public SettingsPanel(Listener listener) {
    this.listener = listener;
    addClassNames("panel-section", "settings-panel");
    configureWindow();
    configureEpochs();
    configureSensitivity();
    configureFusion();
    Button reset = new Button("Reset", click -> reset());
    reset.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    reset.addClassName("reset");
    Div head = new Div(new H2("Parameters"), reset);
    head.addClassName("section-head");
    Div windowGroup = new Div(window, autoWindow);
    windowGroup.addClassName("window-group");
    add(head, windowGroup, epochs, sensitivity, fusion);
    reset();
  }

  /** Everything as it is chosen now. */
  public DetectionSettings settings() {
    return new DetectionSettings(
        autoWindow.getValue() ? OptionalInt.empty() : OptionalInt.of(window.getValue().intValue()),
        epochsTouched ? OptionalInt.of(epochs.getValue().intValue()) : OptionalInt.empty(),
        sensitivity.getValue(),
        fusion.getValue(),
        DetectionSettings.DEFAULT_SEED);
  }

  /**
   * Fits the window slider to a new series.
   *
   * @param points length of the series
   * @param suggested window length that fits it
   */
  public void fitTo(int points, int suggested) {
    suggestedWindow = suggested;
    adjusting = true;
    int longest =
        Math.max(DetectionSettings.MIN_WINDOW + 1, Math.min(SLIDER_MAX_WINDOW, points / 2));
    int chosen = autoWindow.getValue() ? suggested : window.getValue().intValue();
    window.setValue((double) DetectionSettings.MIN_WINDOW);
    window.setMax(Math.max(longest, suggested));
    window.setValue((double) Math.min(chosen, Math.max(longest, suggested)));
    adjusting = false;
  }

  /** Chooses what takes effect at once, as if the visitor had. */
  public void choose(FusionMode mode, double level) {
    adjusting = true;
    fusion.setValue(mode);
    sensitivity.setValue(level);
    adjusting = false;
    tellJudgement();
  }

  private void tellJudgement() {
    if (!adjusting) {
      listener.onJudgement(fusion.getValue(), sensitivity.getValue());
    }
  }

  private void reset() {
    adjusting = true;
    autoWindow.setValue(true);
    window.setValue((double) suggestedWindow);
    sensitivity.setValue(DetectionSettings.DEFAULT_SENSITIVITY);
    fusion.setValue(FusionMode.CALIBRATED);
    epochsTouched = false;
    epochs.setValue((double) FusionMode.CALIBRATED.defaultEpochs());
    adjusting = false;
    showValues();
    tellJudgement();
  }

  private void configureWindow() {
    window.setId("window-size");
    window.setStep(1);
    window.setValueChangeMode(ValueChangeMode.EAGER);
    window.setWidthFull();
    window.setHelperText("What the network sees at once; best about one cycle, such as a day.");
    window.addValueChangeListener(
        event -> {
          showValues();
          if (!adjusting) {
            autoWindow.setValue(false);
          }
        });
    autoWindow.addValueChangeListener(
        event -> {
          if (event.getValue() && !adjusting) {
            adjusting = true;
            window.setValue((double) suggestedWindow);
            adjusting = false;
          }
        });
  }

  private void configureEpochs() {
    epochs.setId("epochs");
    epochs.setStep(1);
    epochs.setValueChangeMode(ValueChangeMode.EAGER);
    epochs.setWidthFull();
    epochs.setHelperText("The default is the number that worked best; more mostly takes longer.");
    epochs.addValueChangeListener(
        event -> {
          showValues();
          if (!adjusting) {
            epochsTouched = true;
          }
        });
  }

  private void configureSensitivity() {
    sensitivity.setId("sensitivity");
    sensitivity.setStep(0.5);
    sensitivity.setValueChangeMode(ValueChangeMode.LAZY);
    sensitivity.setValueChangeTimeout(SETTLE_MILLIS);
    sensitivity.setWidthFull();
    sensitivity.addValueChangeListener(
        event -> {
          showValues();
          tellJudgement();
        });
  }

  private void showValues() {
    window.setLabel("Window size: %.0f points".formatted(window.getValue()));
    epochs.setLabel("Training epochs: %.0f".formatted(epochs.getValue()));
    sensitivity.setLabel("Sensitivity: " + Texts.value(sensitivity.getValue()));
    sensitivity.setHelperText(
        fusion.getValue() == FusionMode.SEED
            ? String.format(
                Locale.ENGLISH,
                "Flags what is %.2f deviations above the mean, as the original does.",
                5 - sensitivity.getValue() / 2)
            : "Higher flags more. Here: %s."
                .formatted(Texts.falseAlarms(FalseAlarms.per10000(sensitivity.getValue()))));
  }

  private void configureFusion() {
    fusion.setId("fusion-mode");
    fusion.setLabel("Fusion");
    fusion.setItems(FusionMode.values());
    fusion.setItemLabelGenerator(SettingsPanel::title);
    fusion.setWidthFull();
    fusion.addValueChangeListener(
        event -> {
          fusion.setHelperText(description(event.getValue()));
          showValues();
          if (!epochsTouched) {
            boolean before = adjusting;
            adjusting = true;
            epochs.setValue((double) event.getValue().defaultEpochs());
            adjusting = before;
          }
          tellJudgement();
        });
  }

  private static String title(FusionMode mode) {
    return switch (mode) {
      case CALIBRATED -> "Calibrated (recommended)";
      case BOTH -> "Both must agree";
      case EITHER -> "Either is enough";
      case SUM -> "Plain sum";
      case LSTM -> "LSTM only";
      case BENFORD -> "Benford only";
      case SEED -> "Original formula";
    };
  }

  private static String description(FusionMode mode) {
    return switch (mode) {
      case CALIBRATED -> "Adds both scores, Benford's only where its law applies to the series.";
      case BOTH -> "High only where the network and the digits both object.";
      case EITHER -> "High where the network or the digits object.";
      case SUM -> "Adds both scores even where Benford's law does not apply.";
      case LSTM -> "The network's view alone.";
      case BENFORD -> "The digits' view alone.";
      case SEED -> "The formula this application started from; slower, and for comparison only.";
    };
  }
}
