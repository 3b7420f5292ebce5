package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.TimeText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of anomalies of a report. */
class ReportAnomaliesTest {

  /** The pictures number anomalies by severity, and so does the page. */
  @Test
  void anomaliesHaveTheNumbersOfThePicturesAndFalseAlarmsAreTold() throws Exception {
    Session session = Sessions.of(400, "f.csv", "v", "");
    StringBuilder html = new StringBuilder();
    HtmlReport.write(session, html);
    List<Anomaly> ranked = session.analysis().result().ranked();
    TimeText times = new TimeText(session.analysis().series().times());
    for (int i = 0; i < ranked.size(); i++) {
      assertThat(html)
          .contains("<h3>%d. %s</h3>".formatted(i + 1, times.of(ranked.get(i).segment())));
    }
    assertThat(html).contains(" of 400 points, 1 marked as a false alarm.</p>");
  }
}
