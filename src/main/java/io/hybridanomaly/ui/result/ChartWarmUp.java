package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.charts.Chart;
import com.vaadin.flow.component.charts.util.ChartSerialization;
import com.vaadin.flow.spring.annotation.SpringComponent;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeSeries;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Makes all charts of a result once while the first visitor is still choosing a file: a server that
 * has never made one takes seconds for the first.
 */
@SpringComponent
final class ChartWarmUp {

  private static final int POINTS = 20_000;
  private static final int WINDOW = 50;

  /** After so many the methods are compiled. */
  private static final int TIMES = 5;

  private final Executor analyses;

  /**
   * @param analyses where it happens
   */
  ChartWarmUp(@Qualifier("analyses") Executor analyses) {
    this.analyses = analyses;
  }

  @EventListener(ApplicationReadyEvent.class)
  void rehearse() {
    analyses.execute(() -> IntStream.range(0, TIMES).forEach(time -> makeAll()));
  }

  /**
   * Makes the charts and what would be sent to a browser.
   *
   * @return characters in all
   */
  static long makeAll() {
    double[] values =
        IntStream.range(0, POINTS).mapToDouble(i -> 100 + 9 * Math.sin(i / 8.0)).toArray();
    double[] score = IntStream.range(0, POINTS).mapToDouble(i -> Math.cos(i / 8.0)).toArray();
    score[POINTS / 2] = POINTS;
    ComponentScores components =
        new ComponentScores(
            values, score, score, values, score, score, WINDOW, 1, Applicability.of(values));
    DetectionSettings settings = DetectionSettings.defaults();
    DetectionResult result =
        new DetectionResult(settings, components, score, 0, List.of())
            .withSensitivity(settings.sensitivity());
    TimeSeries series =
        new TimeSeries(
            "rehearsal", new RowNumbers(IntStream.rangeClosed(1, POINTS).toArray()), values);
    ResultCharts overTime =
        new ResultCharts("", series, result, ExpectedBand.of(components), point -> {}, range -> {});
    AgreementChart agreement = new AgreementChart();
    agreement.show(result);
    return Stream.of(overTime, agreement, new TrainingChart(new double[] {2, 1}))
        .flatMap(ChartWarmUp::chartsIn)
        .mapToLong(chart -> ChartSerialization.toJSON(chart.getConfiguration()).length())
        .sum();
  }

  private static Stream<Chart> chartsIn(Component component) {
    return component instanceof Chart chart
        ? Stream.of(chart)
        : component.getChildren().flatMap(ChartWarmUp::chartsIn);
  }
}
