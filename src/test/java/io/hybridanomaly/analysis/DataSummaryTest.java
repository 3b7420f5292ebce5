package io.hybridanomaly.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.ImportException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataSummaryTest {

  private static DataSummary read(ImportOptions options) throws ImportException {
    String rows =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "%s,%d.5,%d.25,%d,shop %d"
                        .formatted(
                            LocalDate.of(2024, 1, 1).plusDays(i), 40 + i % 7, 60 + i % 5, i % 9, i))
            .collect(Collectors.joining("\n"));
    String text = "time,cpu_pct,mem_pct,queue_len,place\n" + rows;
    return DataSummary.of(CsvImporter.read(TextSource.of("server.csv", text), options));
  }

  @Test
  void theOtherValueColumnsAreRemembered() throws Exception {
    DataSummary first = read(ImportOptions.defaults().withValueColumn("cpu_pct"));
    assertThat(first.valueColumn()).isEqualTo("cpu_pct");
    assertThat(first.otherColumns()).containsExactly("mem_pct", "queue_len");
    assertThat(read(ImportOptions.defaults().withValueColumn("queue_len")).otherColumns())
        .containsExactly("cpu_pct", "mem_pct");
  }
}
