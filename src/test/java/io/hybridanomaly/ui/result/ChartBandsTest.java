package io.hybridanomaly.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.charts.model.PlotBand;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The bands behind the lines of a chart. */
class ChartBandsTest {

  @Test
  void whatAPersonAddedIsABandOfItsOwnKind() {
    TimeAxis times = new RowNumbers(IntStream.range(0, 100).toArray());
    Anomaly anomaly = new Anomaly(new Segment(10, 12), 11, 60, 1, 0, 5, 1);
    List<PlotBand> bands =
        new ChartBands(times, List.of())
            .of(List.of(anomaly), anomaly, List.of(), List.of(new Segment(40, 41)));
    assertThat(bands)
        .extracting(PlotBand::getClassName)
        .containsExactly("added", "anomaly severity-high selected");
    assertThat(bands.getFirst().getFrom().doubleValue()).isEqualTo(39.5);
    assertThat(bands.getFirst().getTo().doubleValue()).isEqualTo(40.5);
  }
}
