package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.model.AxisTitle;
import com.vaadin.flow.component.charts.model.ChartType;
import com.vaadin.flow.component.charts.model.Configuration;
import com.vaadin.flow.component.charts.model.DataSeries;
import com.vaadin.flow.component.charts.model.DataSeriesItem;
import com.vaadin.flow.component.charts.model.PlotOptionsLine;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.hybridanomaly.ui.base.Texts;

/** How the autoencoder learned: its loss after each epoch. */
final class TrainingChart extends Div {

  /**
   * @param losses mean training loss of each epoch
   */
  TrainingChart(double[] losses) {
    setId("training-chart");
    addClassName("chart-card");
    Chart chart = new Chart(ChartType.LINE);
    Configuration configuration = ChartStyle.apply(chart, "Training loss of each epoch");
    configuration.getxAxis().setTitle(new AxisTitle("epoch"));
    configuration.getxAxis().setAllowDecimals(false);
    configuration.getyAxis().setMin(0);
    configuration.getTooltip().setValueDecimals(4);
    configuration.getTooltip().setHeaderFormat("epoch {point.key}<br/>");
    DataSeries loss = new DataSeries("loss");
    for (int epoch = 0; epoch < losses.length; epoch++) {
      loss.add(new DataSeriesItem(epoch + 1, losses[epoch]));
    }
    PlotOptionsLine options = new PlotOptionsLine();
    options.setAnimation(false);
    options.setClassName("points-loss");
    loss.setPlotOptions(options);
    configuration.addSeries(loss);
    Paragraph note = new Paragraph(note(losses));
    note.addClassName("note");
    add(new H3("Training"), chart, note);
  }

  private static String note(double[] losses) {
    double first = losses[0];
    double last = losses[losses.length - 1];
    return "The network's error %s from %s to %s of the usual range of the values in %s."
        .formatted(
            last < first ? "fell" : "went",
            Texts.finePercent(first),
            Texts.finePercent(last),
            Texts.count(losses.length, "epoch"));
  }
}
