package io.hybridanomaly.ui.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.slider.Slider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import java.util.OptionalInt;

/** The parameters of the training: a change needs a new detection. */
final class TrainingFields extends Div {

  /** Longest window the slider offers; longer ones are for the command line. */
  private static final int SLIDER_MAX_WINDOW = 500;

  /** Most epochs the slider offers. */
  private static final int SLIDER_MAX_EPOCHS = 60;

  private final Slider window = new Slider(DetectionSettings.MIN_WINDOW, SLIDER_MAX_WINDOW);
  private final Checkbox autoWindow = new Checkbox("Chosen from the series itself", true);
  private final Slider epochs = new Slider(1, SLIDER_MAX_EPOCHS);
  private final Runnable onChange;
  private int suggestedWindow = 64;
  private boolean adjusting;
  private boolean epochsTouched;

  TrainingFields(Runnable onChange) {
    this.onChange = onChange;
    addClassName("settings-fields");
    configureWindow();
    configureEpochs();
    Div windowGroup = new Div(window, autoWindow);
    windowGroup.addClassName("window-group");
    add(windowGroup, epochs);
    reset();
  }

  OptionalInt window() {
    return autoWindow.getValue()
        ? OptionalInt.empty()
        : OptionalInt.of(window.getValue().intValue());
  }

  OptionalInt epochs() {
    return epochsTouched ? OptionalInt.of(chosenEpochs()) : OptionalInt.empty();
  }

  /** The window that a detection would use, in points. */
  int chosenWindow(DetectorKind detector) {
    return window().orElse(detector.defaultWindow().orElse(suggestedWindow));
  }

  int chosenEpochs() {
    return epochs.getValue().intValue();
  }

  /** Fits the window slider to a new series. */
  void fitTo(int points, int suggested) {
    suggestedWindow = suggested;
    adjusting = true;
    int longest =
        Math.max(DetectionSettings.MIN_WINDOW + 1, Math.min(SLIDER_MAX_WINDOW, points / 2));
    int chosen = autoWindow.getValue() ? suggested : window.getValue().intValue();
    window.setValue((double) DetectionSettings.MIN_WINDOW);
    window.setMax(Math.max(longest, suggested));
    window.setValue((double) Math.min(chosen, Math.max(longest, suggested)));
    adjusting = false;
    showValues();
  }

  /** Shows the number of epochs that serves a detector best, unless the visitor chose one. */
  void defaultEpochs(DetectorKind detector) {
    if (!epochsTouched) {
      adjusting = true;
      epochs.setValue((double) detector.defaultEpochs());
      adjusting = false;
    }
  }

  void reset() {
    adjusting = true;
    autoWindow.setValue(true);
    window.setValue((double) suggestedWindow);
    epochsTouched = false;
    epochs.setValue((double) DetectorKind.calibrated().defaultEpochs());
    adjusting = false;
    showValues();
  }

  private void configureWindow() {
    window.setId("window-size");
    window.setStep(1);
    window.setValueChangeMode(ValueChangeMode.EAGER);
    window.setWidthFull();
    window.setHelperText("What the network sees at once; best about one cycle, such as a day.");
    window.addValueChangeListener(
        event -> {
          if (!adjusting) {
            autoWindow.setValue(false);
          }
          changed();
        });
    autoWindow.addValueChangeListener(
        event -> {
          if (event.getValue() && !adjusting) {
            adjusting = true;
            window.setValue((double) suggestedWindow);
            adjusting = false;
          }
          changed();
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
          if (!adjusting) {
            epochsTouched = true;
          }
          changed();
        });
  }

  private void changed() {
    showValues();
    if (!adjusting) {
      onChange.run();
    }
  }

  private void showValues() {
    window.setLabel("Window size: %.0f points".formatted(window.getValue()));
    epochs.setLabel("Training epochs: %.0f".formatted(epochs.getValue()));
  }
}
