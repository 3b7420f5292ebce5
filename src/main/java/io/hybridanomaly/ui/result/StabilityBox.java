package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.hybridanomaly.detection.Stability;

/** Starts and stops the check of how much of the anomalies depends on chance. */
final class StabilityBox extends Div {

  private final Button check = new Button("Check stability");
  private final Button stop = new Button("Stop");
  private final ProgressBar bar = new ProgressBar();
  private final Span text = new Span();

  /**
   * @param onStart hears that a check is wanted
   * @param onStop hears that it is not wanted any more
   */
  StabilityBox(Runnable onStart, Runnable onStop) {
    addClassName("stability");
    check.setId("check-stability");
    check.addThemeVariants(ButtonVariant.SMALL);
    check.setTooltipText(
        "Trains the network several times with other random choices and counts how often each"
            + " anomaly is found again");
    check.addClickListener(
        click -> {
          show(0, 1);
          text.setText("Training again …");
          onStart.run();
        });
    stop.addThemeVariants(ButtonVariant.SMALL);
    stop.addClickListener(
        click -> {
          idle();
          onStop.run();
        });
    bar.getElement().setAttribute("aria-label", "Progress of the stability check");
    text.getElement().setAttribute("role", "status");
    add(text, bar, stop, check);
    idle();
  }

  /** No check runs. */
  void idle() {
    check.setVisible(true);
    stop.setVisible(false);
    bar.setVisible(false);
    text.setText("");
  }

  /**
   * So many repetitions are done.
   *
   * @param trainings in all
   */
  void show(Stability stability, int trainings) {
    if (stability.trainings() == trainings) {
      idle();
      text.setText(
          "Trained %d times again: “found in” says in how many of them each anomaly came back"
              .formatted(trainings));
    } else {
      show(stability.trainings(), trainings);
      text.setText("%d of %d trainings".formatted(stability.trainings(), trainings));
    }
  }

  /**
   * The next repetition waits for its turn.
   *
   * @param position place in the queue, from 1
   */
  void showWaiting(int position) {
    bar.setIndeterminate(true);
    text.setText("Waiting, number %d in the queue".formatted(position));
  }

  private void show(int done, int trainings) {
    check.setVisible(false);
    stop.setVisible(true);
    bar.setVisible(true);
    bar.setIndeterminate(done == 0);
    bar.setValue((double) done / trainings);
  }
}
