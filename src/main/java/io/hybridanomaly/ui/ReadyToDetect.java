package io.hybridanomaly.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Stands in place of a result while a series waits to be looked at, and while it is. */
final class ReadyToDetect extends Div {

  private final String file;
  private final boolean running;

  /**
   * @param file where the series came from
   * @param running whether it is being looked at
   * @param onDetect hears that a detection is wanted
   */
  ReadyToDetect(String file, boolean running, Runnable onDetect) {
    this.file = file;
    this.running = running;
    addClassName("welcome");
    if (running) {
      add(
          new H1("Looking at " + file + " \u2026"),
          new Paragraph(
              "The network learns the rhythm of this series before it can tell what breaks it. The"
                  + " result appears here; until then it can be cancelled beside the parameters."));
    } else {
      Button now = new Button("Detect anomalies", click -> onDetect.run());
      now.addThemeVariants(ButtonVariant.PRIMARY);
      now.addClassName("detect-now");
      add(
          new H1(file + " is ready"),
          new Paragraph(
              "Press Detect. The parameters suit most series as they are, and sensitivity and"
                  + " fusion can be changed afterwards without waiting."),
          now);
    }
  }

  /** Whether another one says the same. */
  boolean isSameAs(Component other) {
    return other instanceof ReadyToDetect same && same.file.equals(file) && same.running == running;
  }
}
