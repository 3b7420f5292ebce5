package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.Resampling;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ShapedPointsTest {

  private static final LocalDateTime START = LocalDateTime.of(2024, 1, 31, 22, 10);

  private static String irregular() {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("time,a,b\n");
    LocalDateTime time = START;
    for (int i = 0; i < 3_000; i++) {
      text.append(time).append(',').append(random.nextInt(1000)).append(',').append(i).append('\n');
      time = time.plusMinutes(random.nextInt(1, 200));
    }
    return text.toString();
  }

  /** The oracle groups by the truncated time in a map. */
  @Test
  void hoursHoldTheMeanOfTheirPoints() throws ImportException {
    ImportedSeries plain = read(ImportOptions.defaults());
    Map<LocalDateTime, List<Double>> groups = new TreeMap<>();
    Timestamps times = (Timestamps) plain.series().times();
    for (int i = 0; i < times.size(); i++) {
      groups
          .computeIfAbsent(
              times.localDateTime(i).truncatedTo(ChronoUnit.HOURS), t -> new ArrayList<>())
          .add(plain.series().values()[i]);
    }
    ImportedSeries hourly =
        read(
            ImportOptions.defaults()
                .withResampling(
                    Resampling.every(1, Resampling.Unit.HOUR, Resampling.Aggregation.MEAN)));
    Timestamps hours = (Timestamps) hourly.series().times();
    assertThat(hours.size()).isEqualTo(groups.size());
    int i = 0;
    for (Map.Entry<LocalDateTime, List<Double>> group : groups.entrySet()) {
      double mean = group.getValue().stream().mapToDouble(x -> x).average().orElseThrow();
      assertThat(hours.localDateTime(i)).isEqualTo(group.getKey());
      assertThat(hourly.series().values()[i]).isEqualTo(mean, within(1e-9));
      i++;
    }
  }

  @Test
  void severalColumnsAreReadOneByOne() throws ImportException {
    ImportedSeries second =
        CsvImporter.read(TextSource.of(irregular()), ImportOptions.defaults().withValueColumn("b"));
    assertThat(second.series().name()).isEqualTo("b");
    assertThat(second.series().values()).startsWith(0, 1, 2);
    assertThat(read(ImportOptions.defaults()).series().name()).isEqualTo("a");
  }

  @Test
  void aStepHasOneUnitOrMore() {
    assertThatThrownBy(() -> Resampling.every(0, Resampling.Unit.DAY, Resampling.Aggregation.SUM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ImportedSeries read(ImportOptions options) throws ImportException {
    return CsvImporter.read(TextSource.of(irregular()), options.withValueColumn("a"));
  }
}
