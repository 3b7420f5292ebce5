package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.analysis.Dataset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the database keeps of sessions, and of series that have no result yet. */
class StoredFilesTest {

  private static final int POINTS = 200;
  private static final Session SESSION = Sessions.of(POINTS, "a.csv", "load", "a storm");

  @Test
  void aSessionComesBack() throws Exception {
    Session read = SessionFile.read(SessionFile.write(SESSION), POINTS);
    assertThat(read.created()).isEqualTo(SESSION.created());
    assertThat(read.analysis().annotations()).isEqualTo(SESSION.analysis().annotations());
    assertThat(read.analysis().result().components())
        .usingRecursiveComparison()
        .isEqualTo(SESSION.analysis().result().components());
  }

  @Test
  void aSeriesComesBackWithItsFacts() throws Exception {
    Dataset dataset = SESSION.analysis().dataset();
    Dataset read = SeriesFile.read(SeriesFile.write(dataset), POINTS);
    assertThat(read.file()).isEqualTo(dataset.file());
    assertThat(read.series()).usingRecursiveComparison().isEqualTo(dataset.series());
    assertThat(read.labels()).isEqualTo(dataset.labels());
    assertThat(read.summary().points()).isEqualTo(dataset.summary().points());
    assertThat(read.summary().firstTime()).isEqualTo(dataset.summary().firstTime());
  }

  @Test
  void halfASeriesIsDamaged() {
    byte[] whole = SeriesFile.write(SESSION.analysis().dataset());
    assertThatThrownBy(() -> SeriesFile.read(Arrays.copyOf(whole, whole.length / 2), POINTS))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("it ends too early");
  }
}
