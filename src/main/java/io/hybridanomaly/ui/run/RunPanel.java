package io.hybridanomaly.ui.run;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.shared.Registration;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.ui.base.DetectAll;
import io.hybridanomaly.ui.base.Members;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The Detect button, the progress of a running detection, and the Cancel button. */
public final class RunPanel extends Div {

  private final Button detect = new Button("Detect");
  private final Map<Members, Button> detectAll = new EnumMap<>(Members.class);
  private final Button cancel = new Button("Cancel");
  private final ProgressBar bar = new ProgressBar();
  private final Span text = new Span();
  private final Span timeLeft = new Span();
  private final Div progress = new Div(new Div(text, timeLeft), bar);
  private final Span outcome = new Span();

  /**
   * @param onDetect hears that a detection is wanted
   * @param onDetectAll hears that one in several series is
   * @param onCancel hears that the running one is not
   */
  public RunPanel(Runnable onDetect, Consumer<Members> onDetectAll, Runnable onCancel) {
    addClassNames("panel-section", "run-panel");
    detect.setId("detect");
    detect.addThemeVariants(ButtonVariant.PRIMARY);
    detect.addClickListener(click -> onDetect.run());
    for (Members which : Members.values()) {
      Button all = new Button("", click -> onDetectAll.accept(which));
      all.setId(which.id());
      detectAll.put(which, all);
    }
    // Who brought several files did not bring the first one alone.
    button(Members.TABLES).addThemeVariants(ButtonVariant.PRIMARY);
    addAttachListener(attached -> listen(attached.getUI(), onDetectAll));
    cancel.setId("cancel");
    cancel.addClickListener(click -> onCancel.run());
    // Dialogs want the key too, also while nothing runs.
    cancel.addClickShortcut(Key.ESCAPE).allowBrowserDefault().allowEventPropagation();
    progress.setId("progress");
    progress.addClassName("progress");
    timeLeft.addClassName("time-left");
    text.getElement().setAttribute("aria-live", "polite");
    bar.getElement().setAttribute("aria-label", "Progress of the detection");
    outcome.addClassName("run-outcome");
    outcome.getElement().setAttribute("role", "status");
    Div buttons = new Div(detect, cancel);
    buttons.addClassName("run-buttons");
    add(buttons);
    detectAll.values().forEach(this::add);
    add(progress, outcome);
  }

  private Button button(Members which) {
    return Objects.requireNonNull(detectAll.get(which));
  }

  /** Hears of the same wish elsewhere on the page, wherever the button here could be pressed. */
  private void listen(UI page, Consumer<Members> onDetectAll) {
    Registration asked =
        ComponentUtil.addListener(
            page,
            DetectAll.class,
            event -> {
              Button all = button(event.which());
              if (all.isVisible() && all.isEnabled()) {
                onDetectAll.accept(event.which());
              }
            });
    addDetachListener(
        detached -> {
          asked.remove();
          detached.unregisterListener();
        });
  }

  /**
   * Shows what can be done and what is being done.
   *
   * @param loaded the series that a detection would look at
   * @param running empty if nothing runs
   * @param cancelled whether the last one was cancelled
   * @param preliminary whether something is shown that was found without the network
   */
  public void show(
      Optional<LoadedSeries> loaded,
      Optional<RunProgress> running,
      boolean cancelled,
      boolean preliminary) {
    detect.setEnabled(loaded.isPresent() && running.isEmpty());
    detectAll.forEach(
        (which, all) -> {
          Optional<LoadedSeries> several = loaded.filter(series -> which.count(series) > 1);
          all.setVisible(several.isPresent());
          all.setEnabled(running.isEmpty());
          several.ifPresent(series -> all.setText(which.offer(series)));
        });
    cancel.setVisible(running.isPresent());
    progress.setVisible(running.isPresent());
    outcome.setText(outcome(cancelled, preliminary));
    running.ifPresent(
        now -> {
          text.setText(now.stage());
          timeLeft.setText(now.timeLeft());
          bar.setIndeterminate(now.done() < 0);
          if (now.done() >= 0) {
            bar.setValue(Math.min(1, now.done()));
          }
        });
  }

  private static String outcome(boolean cancelled, boolean preliminary) {
    if (cancelled) {
      return preliminary
          ? "Cancelled. What was found without the network stays, as preliminary. Press Detect to"
              + " start again."
          : "Cancelled. Press Detect to start again.";
    }
    return preliminary ? "What was found without the network is shown already." : "";
  }
}
