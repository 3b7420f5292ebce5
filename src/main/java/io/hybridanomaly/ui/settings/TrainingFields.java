package io.hybridanomaly.ui.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.slider.Slider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.DetectionSettings;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The parameters of the training: a change needs a new detection. */
final class TrainingFields extends Div {

  /** Longest window the slider offers; longer ones are for the command line. */
  private static final int SLIDER_MAX_WINDOW = 500;

  /** Most epochs the slider offers. */
  private static final int SLIDER_MAX_EPOCHS = 60;

  /** What the slider stands at before there is a series. */
  private static final int FIRST_WINDOW = 64;

  private final Slider window = new Slider(DetectionSettings.MIN_WINDOW, SLIDER_MAX_WINDOW);
  private final Checkbox autoWindow = new Checkbox("Chosen from the series itself", true);
  private final Slider epochs = new Slider(1, SLIDER_MAX_EPOCHS);

  /**
   * @param onChange hears what the visitor changes
   */
  TrainingFields(Consumer<UnaryOperator<DetectionSettings>> onChange) {
    addClassName("settings-fields");
    window.setId("window-size");
    window.setStep(1);
    window.setValueChangeMode(ValueChangeMode.EAGER);
    window.setWidthFull();
    window.setHelperText("What the network sees at once; best about one cycle, such as a day.");
    window.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            onChange.accept(settings -> settings.withWindow(event.getValue().intValue()));
          }
        });
    autoWindow.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            onChange.accept(
                settings ->
                    event.getValue()
                        ? settings.withAutomaticWindow()
                        : settings.withWindow(window.getValue().intValue()));
          }
        });
    epochs.setId("epochs");
    epochs.setStep(1);
    epochs.setValueChangeMode(ValueChangeMode.EAGER);
    epochs.setWidthFull();
    epochs.setHelperText("The default is the number that worked best; more mostly takes longer.");
    epochs.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            onChange.accept(settings -> settings.withEpochs(event.getValue().intValue()));
          }
        });
    Div windowGroup = new Div(window, autoWindow);
    windowGroup.addClassName("window-group");
    add(windowGroup, epochs);
  }

  /**
   * The window that a detection would use, in points.
   *
   * @param loaded empty before there is a series
   */
  static int window(DetectionSettings chosen, Optional<LoadedSeries> loaded) {
    int automatic =
        chosen
            .detector()
            .defaultWindow()
            .orElse(loaded.map(LoadedSeries::autoWindow).orElse(FIRST_WINDOW));
    return chosen.window().orElse(automatic);
  }

  /** The epochs that a detection would use. */
  static int epochs(DetectionSettings chosen) {
    return chosen.epochs().orElse(chosen.detector().defaultEpochs());
  }

  /** Shows what is chosen, and what would be used where nothing is. */
  void show(DetectionSettings chosen, Optional<LoadedSeries> loaded) {
    int used = window(chosen, loaded);
    int fitting = loaded.map(series -> series.series().size() / 2).orElse(SLIDER_MAX_WINDOW);
    int longest = Math.clamp(fitting, DetectionSettings.MIN_WINDOW + 1, SLIDER_MAX_WINDOW);
    setRange(window, Math.max(longest, used), used);
    autoWindow.setValue(chosen.window().isEmpty());
    window.setLabel("Window size: %d points".formatted(used));
    setRange(epochs, Math.max(SLIDER_MAX_EPOCHS, epochs(chosen)), epochs(chosen));
    epochs.setLabel("Training epochs: %d".formatted(epochs(chosen)));
  }

  /** A slider refuses a range that its value is not in, and a value that is not in its range. */
  private static void setRange(Slider slider, double max, double value) {
    if (value <= slider.getMax()) {
      slider.setValue(value);
      slider.setMax(max);
    } else {
      slider.setMax(max);
      slider.setValue(value);
    }
  }
}
