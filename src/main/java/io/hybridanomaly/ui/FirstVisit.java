package io.hybridanomaly.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Stands in place of a result before there is a file. */
final class FirstVisit extends Div {

  /**
   * @param samples series to try, one click each
   */
  FirstVisit(Component samples) {
    addClassNames("welcome", "first-visit");
    add(
        new H1("See what is abnormal in your time series, and why"),
        new Paragraph(
            "Drop in a CSV file with a column of numbers, or pick a sample, and press Detect."
                + " A neural network learns the rhythm of the series itself; Benford's law"
                + " checks whether its digits look natural."),
        new H2("No file at hand?"),
        samples);
  }
}
