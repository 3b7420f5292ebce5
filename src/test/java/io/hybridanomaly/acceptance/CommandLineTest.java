package io.hybridanomaly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.acceptance.PackagedJar.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of the command line in this process; {@link CommandLineIT} starts the program itself. */
class CommandLineTest {

  private static final String HEADER =
      "timestamp,value,reconstruction_score,benford_score,anomaly_score,is_anomaly,"
          + "expected,expected_low,expected_high,anomaly";

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws Exception {
    Files.writeString(folder.resolve("load.csv"), TestSeries.csv());
  }

  /** Runs a call in which {@code @} stands for the folder of the files. */
  private Outcome run(String call) {
    return DirectCall.run(folder, call);
  }

  @Test
  void saysWhichRowsAreLeftOut() throws Exception {
    List<String> lines = new ArrayList<>(TestSeries.csv().lines().toList());
    lines.set(10, "2024-01-01,unreadable");
    Files.write(folder.resolve("gaps.csv"), lines);
    Outcome outcome = run("detect @/gaps.csv --epochs 1");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines()).hasSize(TestSeries.ROWS);
    assertThat(outcome.err().lines())
        .satisfiesExactly(
            left -> assertThat(left).contains("gaps.csv: of", "1 are left out", "first on line 11"),
            gap -> assertThat(gap).contains("gaps.csv: 1 gap (1 point missing)"));
  }

  @Test
  void reportsABadInputAndStillRunsTheOthers() throws Exception {
    Files.writeString(folder.resolve("bad.csv"), "");
    Outcome outcome = run("detect @ --epochs 1 --output @/out");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains("bad.csv").contains("empty");
    assertThat(folder.resolve("out/load.csv")).exists();
    assertThat(folder.resolve("out/bad.csv")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "detect @/missing.csv | missing.csv: there is no such file; check the path.",
        "detect @/load.csv --value nothing | nothing",
        "detect @/load.csv --window 900 | 900",
        "detect @/load.csv --window 3 | 8 to 1000",
        "detect @/load.csv --sensitivity 11 | 0 to 10",
        "detect @/load.csv --fusion magic | calibrated, both, either",
        "detect @/load.csv --epochs 0 | 1 to 200",
        "detect @/load.csv --bogus | --bogus",
        "detect @/load.csv --output @/load.csv | overwrite",
        "detect @/load.csv @/./load.csv @/load.csv | --output",
        "detect | FILE",
        "fly | fly",
        "--bogus | --bogus",
        "detect @/load.csv --output @/both --report @/./both | same file",
        "evaluate @/missing.csv | missing.csv: there is no such file; check the path.",
        "detect @ --epochs 1 --output @/load.csv/x | load.csv",
      })
  void namesWhatIsWrongInOneLine(String call, String expected) throws Exception {
    Outcome outcome = run(call);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.err()).contains(expected).doesNotContain("Exception");
    assertThat(Files.readString(folder.resolve("load.csv"))).isEqualTo(TestSeries.csv());
  }

  @ParameterizedTest
  @CsvSource({"--help", "--version", "detect --help", "evaluate --help"})
  void explainsItself(String call) throws Exception {
    Outcome outcome = run(call);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("hybrid-anomaly-detector");
  }

  @Test
  void writesThroughALinkAndBesideAnEmptyFolder() throws Exception {
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("target.txt"), "old");
    Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("target.txt"));
    assertThat(run("detect @/load.csv --epochs 1 --output @/link.csv").status()).isZero();
    assertThat(folder.resolve("link.csv")).isSymbolicLink();
    assertThat(Files.readString(folder.resolve("target.txt"))).startsWith(HEADER);

    Outcome outcome = run("detect @/empty @/load.csv --epochs 1 --output @/out/");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(folder.resolve("out/load.csv")).exists();
  }

  @Test
  void measuresItselfOnLabelledFiles() throws Exception {
    StringBuilder labelled = new StringBuilder();
    int row = -1;
    for (String line : TestSeries.csv().lines().toList()) {
      boolean broken = row >= TestSeries.BROKEN_FROM && row < TestSeries.BROKEN_TO;
      labelled.append(line).append(row < 0 ? ",label" : broken ? ",1" : ",0").append('\n');
      row++;
    }
    Files.writeString(folder.resolve("labelled.csv"), labelled);
    Outcome evaluate = run("evaluate @/labelled.csv --epochs 3");
    assertThat(evaluate.err()).isEmpty();
    assertThat(evaluate.out().lines().toList()).hasSize(3);
    assertThat(evaluate.out()).contains("vus_pr").contains("\nlabelled.csv,").contains("\nmean,");
    Outcome detect = run("detect @/labelled.csv --epochs 3 --label label --output @/out.csv");
    assertThat(detect.status()).isZero();
    assertThat(detect.err().lines()).contains("event_recall 1", "top_1 1");
  }

  @Test
  void theOriginalFormulaLeavesTheFirstWindowUnscored() throws Exception {
    Outcome outcome = run("detect @/load.csv --fusion seed --epochs 1");
    assertThat(outcome.err()).isEmpty();
    List<String> rows = outcome.out().lines().skip(1).toList();
    assertThat(rows.subList(0, 29)).allMatch(row -> row.contains(",0,0,0,0,"));
    assertThat(rows.get(29)).doesNotContain(",0,0,0,0,");
  }

  @Test
  void keepsAllColumnsOfTheFile() throws Exception {
    StringBuilder wide = new StringBuilder();
    int row = 0;
    for (String line : TestSeries.csv().lines().toList()) {
      wide.append(row == 0 ? "text," : "=row %d,".formatted(row));
      wide.append(line).append(row == 0 ? ",change" : ",-5").append('\n');
      row++;
    }
    Files.writeString(folder.resolve("wide.csv"), wide);
    String plain = run("detect @/load.csv --epochs 1").out();
    Outcome outcome = run("detect @/wide.csv --value load --keep-columns --epochs 1");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    List<String> lines = outcome.out().lines().toList();
    List<String> plainLines = plain.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("text,time,load,change," + plainLines.getFirst());
    assertThat(lines).hasSameSizeAs(plainLines);
    String first = TestSeries.csv().lines().skip(1).findFirst().orElseThrow();
    assertThat(lines.get(1)).isEqualTo("'=row 1," + first + ",-5," + plainLines.get(1));
    assertThat(lines.getLast()).endsWith(",-5," + plainLines.getLast());

    Outcome changed =
        run("detect @/wide.csv --value load --keep-columns --resample day --epochs 1");
    assertThat(changed.status()).isEqualTo(2);
    assertThat(changed.err().lines()).hasSize(1);
    assertThat(changed.err()).contains("--keep-columns", "no longer the rows of the file");
  }
}
