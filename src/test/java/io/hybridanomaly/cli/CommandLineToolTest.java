package io.hybridanomaly.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineToolTest {

  private static final String COLUMNS =
      "series,event_precision,event_recall,event_f1,false_alarms_per_10000,auc_pr,vus_pr,best_f1,"
          + "top_1";

  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeInputs(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("in/a.csv"), series(150));
    // Nothing is wrong where the label says so, so this series differs in every metric.
    Files.writeString(folder.resolve("in/b.csv"), series(-1));
  }

  /** Three hundred hours of a daily rhythm; a spike at a place, and always a label at hour 150. */
  private static String series(int spike) {
    StringBuilder text = new StringBuilder("hour,load,label\n");
    for (int i = 0; i < 300; i++) {
      double load = 50 + 20 * Math.sin(2 * Math.PI * i / 24) + i % 7 + (i == spike ? 400 : 0);
      text.append(i).append(',').append(load).append(i == 150 ? ",1\n" : ",0\n");
    }
    return text.toString();
  }

  private String path(String name) {
    return folder + "/" + name;
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--epochs", "1"));
    return CommandLineTool.run(all.toArray(String[]::new), stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private List<String> outLines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String error() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static double[] numbers(String row) {
    return Arrays.stream(row.split(",", -1)).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  @Test
  void theMeanOfAnEvaluationIsTheMeanOfItsRows() {
    assertThat(run("evaluate", path("in"))).isZero();
    assertThat(error()).isEmpty();
    List<String> lines = outLines();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo(COLUMNS);
    assertThat(lines.get(1)).startsWith("a.csv,");
    assertThat(lines.get(2)).startsWith("b.csv,");
    assertThat(lines.get(3)).startsWith("mean,");
    double[] a = numbers(lines.get(1));
    double[] b = numbers(lines.get(2));
    double[] mean = numbers(lines.get(3));
    assertThat(mean).hasSize(8);
    for (int i = 0; i < mean.length; i++) {
      assertThat(mean[i]).isCloseTo((a[i] + b[i]) / 2, within(1e-12));
    }
  }

  @Test
  void evaluateWritesWhatDetectWrites() throws IOException {
    assertThat(
            run("evaluate", path("in"), "--output", path("e"), "--report", path("new/report.json")))
        .isZero();
    assertThat(outLines()).hasSize(4);
    assertThat(run("detect", path("in"), "--output", path("d"))).isZero();
    for (String name : List.of("a.csv", "b.csv")) {
      assertThat(folder.resolve("e/" + name)).hasSameBinaryContentAs(folder.resolve("d/" + name));
    }
    JsonNode runs =
        JsonMapper.shared().readTree(folder.resolve("new/report.json").toFile()).get("runs");
    assertThat(runs).hasSize(2);
    assertThat(runs.get(1).get("file").asString()).endsWith("b.csv");
  }

  @ParameterizedTest
  @CsvSource({"detect", "evaluate"})
  void bothSayWhichRowsAreLeftOutUnlessAnInputIsBad(String command) throws IOException {
    Files.writeString(folder.resolve("in/b.csv"), series(-1) + "300,unreadable,0\n");
    String report = path("report.json");
    assertThat(run(command, path("in"), "--output", path("x"), "--report", report)).isZero();
    assertThat(error().lines()).hasSize(1);
    assertThat(error()).contains("b.csv: of 301 rows 1 are left out").contains("on line 302");

    Files.writeString(folder.resolve("in/c.csv"), "");
    assertThat(run(command, path("in"), "--output", path("x"), "--report", report)).isEqualTo(2);
    assertThat(error().lines()).hasSize(1);
    assertThat(error()).contains("c.csv").doesNotContain("left out");
    JsonNode runs = JsonMapper.shared().readTree(Path.of(report).toFile()).get("runs");
    assertThat(runs.get(1).get("data").get("rows_dropped").asInt()).isEqualTo(1);
    assertThat(runs.get(2).get("error").asString()).contains("c.csv");
  }

  @ParameterizedTest
  @CsvSource({"detect", "evaluate"})
  void bothNameAMissingFile(String command) {
    String missing = path("nope.csv");
    assertThat(run(command, missing)).isEqualTo(2);
    assertThat(error()).isEqualTo(missing + ": there is no such file; check the path.\n");
  }

  @ParameterizedTest
  @CsvSource({
    "o.csv, ./o.csv",
    "o.csv, sub/../o.csv",
    "sub/o.csv, link/o.csv",
    "sub/new/o.csv, link/new/o.csv",
    "sub/o.csv, dangling.csv",
    "there.csv, toThere.csv",
  })
  void theReportNeverOverwritesTheResult(String output, String report) throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.createSymbolicLink(folder.resolve("link"), Path.of("sub"));
    Files.createSymbolicLink(folder.resolve("dangling.csv"), Path.of("sub/o.csv"));
    Files.writeString(folder.resolve("there.csv"), "old");
    Files.createSymbolicLink(folder.resolve("toThere.csv"), Path.of("there.csv"));
    for (List<String> names : List.of(List.of(output, report), List.of(report, output))) {
      int status =
          run(
              "detect",
              path("in/a.csv"),
              "--output",
              path(names.getFirst()),
              "--report",
              path(names.getLast()));
      assertThat(status).isEqualTo(2);
      assertThat(error().lines()).hasSize(1);
      assertThat(error()).contains("--output and --report name the same file");
      assertThat(folder.resolve("o.csv")).doesNotExist();
      assertThat(folder.resolve("there.csv")).hasContent("old");
    }
  }

  @Test
  void theReportNeverOverwritesAnInputOrAResultInTheFolder() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), Path.of("in"));
    assertThat(run("detect", path("in"), "--report", path("link/a.csv"))).isEqualTo(2);
    assertThat(error()).contains("would overwrite an input");
    assertThat(folder.resolve("in/a.csv")).hasContent(series(150));
    assertThat(run("evaluate", path("in"), "--output", path("x"), "--report", path("x/./b.csv")))
        .isEqualTo(2);
    assertThat(error()).contains("--output and --report name the same file");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void whateverGoesWrongInsideIsOneLineWithoutATrace() {
    IllegalStateException cause = new IllegalStateException("the disk\nis full");
    List<IntSupplier> failing =
        Stream.of(
                new ExceptionInInitializerError(cause),
                new UnsatisfiedLinkError("the disk is full"),
                new StackOverflowError("the disk is full"))
            .map(CommandLineToolTest::throwing)
            .toList();
    for (IntSupplier command : failing) {
      err.reset();
      assertThat(CommandLineTool.guarded(command, stream(err)))
          .isEqualTo(CommandLineTool.INTERNAL_FAILURE);
      assertThat(error().lines()).hasSize(1);
      assertThat(error()).startsWith("Internal failure").contains("the disk is full");
    }
    err.reset();
    assertThat(CommandLineTool.guarded(throwing(new OutOfMemoryError()), stream(err))).isEqualTo(1);
    assertThat(error()).startsWith("The series is too long for the memory given");
  }

  private static IntSupplier throwing(Error error) {
    return () -> {
      throw error;
    };
  }

  @Test
  void theCsvCanHaveSemicolonsAndDecimalCommas() {
    assertThat(run("detect", path("in/a.csv"), "--csv-format", "semicolon")).isZero();
    assertThat(outLines().getFirst()).startsWith("timestamp;value;reconstruction_score;");
    assertThat(outLines().get(2)).matches("2;\\d+,\\d+;.*").doesNotContain(".");
    assertThat(run("detect", path("in/a.csv"), "--csv-format", "tab")).isEqualTo(2);
    assertThat(error())
        .contains("--csv-format: \"tab\" is unknown; choose one of comma, semicolon.");
  }
}
