package io.hybridanomaly.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Stands in place of a result while a series waits to be looked at, and while it is. */
final class ReadyToDetect extends Div {

  private final String file;
  private final H1 title = new H1();
  private final Paragraph text = new Paragraph();
  private final Button now;

  /**
   * @param file where the series came from
   * @param onDetect hears that a detection is wanted
   */
  ReadyToDetect(String file, Runnable onDetect) {
    this.file = file;
    now = new Button("Detect anomalies", click -> onDetect.run());
    now.addThemeVariants(ButtonVariant.PRIMARY);
    now.addClassName("detect-now");
    addClassName("welcome");
    add(title, text, now);
    setRunning(false);
  }

  /** Says what to do, or what is being done. */
  void setRunning(boolean running) {
    now.setVisible(!running);
    if (running) {
      title.setText("Looking at " + file + " \u2026");
      text.setText(
          "The network learns the rhythm of this series before it can tell what breaks it. The"
              + " result appears here; until then it can be cancelled beside the parameters.");
    } else {
      title.setText(file + " is ready");
      text.setText(
          "Press Detect. The parameters suit most series as they are, and sensitivity and"
              + " fusion can be changed afterwards without waiting.");
    }
  }
}
