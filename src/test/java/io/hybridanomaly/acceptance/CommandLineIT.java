package io.hybridanomaly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.acceptance.PackagedJar.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as users call it; {@link CommandLineTest} has the calls without a process. */
class CommandLineIT {

  private static final String HEADER =
      "timestamp,value,reconstruction_score,benford_score,anomaly_score,is_anomaly,"
          + "expected,expected_low,expected_high,anomaly";

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws Exception {
    Files.writeString(folder.resolve("load.csv"), TestSeries.csv());
  }

  private Outcome run(String... arguments) throws Exception {
    return PackagedJar.run(folder, arguments);
  }

  @Test
  void writesOneRowForEachRowToStandardOutputAndNothingToStandardError() throws Exception {
    Outcome outcome = run("detect", "load.csv");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).startsWith(HEADER + "\n2024-03-01T00:00:00,").endsWith("\n");
    List<String> rows = outcome.out().lines().skip(1).toList();
    assertThat(rows).hasSize(TestSeries.ROWS);
    List<String> input = TestSeries.csv().lines().skip(1).toList();
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i).split(",", -1);
      assertThat(cells).hasSize(10);
      assertThat(Double.parseDouble(cells[1]))
          .isEqualTo(Double.parseDouble(input.get(i).split(",", -1)[1]));
      assertThat(cells[2] + cells[3] + cells[4]).matches("[-0-9.]+");
      assertThat(cells[5]).isIn("0", "1");
      assertThat(cells[9].isEmpty()).isEqualTo(cells[5].equals("0"));
    }
    assertThat(rows.subList(TestSeries.BROKEN_FROM, TestSeries.BROKEN_TO))
        .anyMatch(CommandLineIT::isFlagged);
    assertThat(rows.subList(100, 800)).noneMatch(CommandLineIT::isFlagged);
  }

  private static boolean isFlagged(String row) {
    return row.split(",", -1)[5].equals("1");
  }

  @Test
  void sameBytesWhetherColumnsAreNamedOrGuessedAloneOrAmongOthers() throws Exception {
    Files.writeString(folder.resolve("other.csv"), TestSeries.csv().replace("load", "other"));
    assertThat(run("detect", "load.csv", "--epochs", "1", "--output", "alone.csv").status())
        .isZero();
    Outcome several =
        run(
            "detect",
            "other.csv",
            "load.csv",
            "--date",
            "time",
            "--value",
            "2",
            "--epochs",
            "1",
            "--output",
            "new/folder",
            "--report",
            "report.json");
    assertThat(several).isEqualTo(new Outcome(0, "", ""));
    assertThat(folder.resolve("new/folder/load.csv"))
        .hasSameBinaryContentAs(folder.resolve("alone.csv"));
    JsonNode report = JsonMapper.shared().readTree(folder.resolve("report.json"));
    assertThat(report.get("runs")).hasSize(2);
    JsonNode run = report.get("runs").get(1);
    assertThat(run.get("file").asString()).isEqualTo("load.csv");
    assertThat(run.get("settings").get("seed").asLong()).isEqualTo(42);
    assertThat(run.get("data").get("points").asInt()).isEqualTo(TestSeries.ROWS);
    assertThat(run.get("anomalies").get(0).get("severity").isNumber()).isTrue();
    assertThat(run.get("timings_seconds").get("training").asDouble()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "detect missing.csv | missing.csv: there is no such file; check the path.",
        "detect load.csv --window 900 | 900",
        "fly | fly",
      })
  void namesWhatIsWrongInOneLine(String call, String expected) throws Exception {
    Outcome outcome = run(call.split(" ", -1));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains(expected).doesNotContain("Exception");
  }

  @Test
  void explainsItself() throws Exception {
    Outcome outcome = run("--version");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("hybrid-anomaly-detector");
  }
}
