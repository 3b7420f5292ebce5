package io.hybridanomaly.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** Stands in place of a result while a series waits to be looked at. */
final class ReadyToDetect extends Div {

  /**
   * @param file where the series came from
   * @param onDetect hears that a detection is wanted
   */
  ReadyToDetect(String file, Runnable onDetect) {
    Button now = new Button("Detect anomalies", click -> onDetect.run());
    now.addThemeVariants(ButtonVariant.PRIMARY);
    now.addClassName("detect-now");
    addClassName("welcome");
    add(
        new H1(file + " is ready"),
        new Paragraph(
            "Press Detect. The parameters suit most series as they are, and sensitivity and"
                + " fusion can be changed afterwards without waiting."),
        now);
  }
}
