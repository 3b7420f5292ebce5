package io.hybridanomaly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables that hold several series, and what was assumed, on the command line. */
class SeveralSeriesTest {

  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void keepFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  private String stores() throws IOException {
    StringBuilder text = new StringBuilder("date,store,sales\n");
    for (int i = 0; i < 60; i++) {
      LocalDate day = LocalDate.of(2024, 1, 1).plusDays(i);
      text.append("%s,north,%d\n%s,south/east,%d\n".formatted(day, 10 + i % 7, day, 90 + i % 7));
    }
    Path file = folder.resolve("stores.csv");
    Files.writeString(file, text);
    return file.toString();
  }

  private int run(String... arguments) {
    err.reset();
    return CommandLineTool.run(
        Stream.concat(Stream.of(arguments), Stream.of("--epochs", "1")).toArray(String[]::new),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private List<String> errors() {
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void theFirstSeriesIsReadAndThatIsSaid() throws IOException {
    assertThat(run("detect", stores(), "--output", folder + "/o.csv")).isZero();
    assertThat(Files.readAllLines(folder.resolve("o.csv"))).hasSize(61);
    assertThat(errors()).singleElement().asString().contains("2 series", "“store”", "“north”");
  }

  @Test
  void theReportCountsTheRowsOfTheSeries() throws IOException {
    assertThat(run("detect", stores(), "--report", folder + "/r.json")).isZero();
    JsonNode data = JsonMapper.shared().readTree(folder.resolve("r.json").toFile()).get("data");
    assertThat(data.get("rows_read").asInt()).isEqualTo(120);
    assertThat(data.get("series").get("name").asString()).isEqualTo("north");
    assertThat(data.get("series").get("rows").asInt()).isEqualTo(60);
  }

  @Test
  void aNamedSeriesIsReadWithoutAWord() throws IOException {
    assertThat(run("detect", stores(), "--series", "south/east", "--output", folder + "/o.csv"))
        .isZero();
    assertThat(Files.readAllLines(folder.resolve("o.csv")).get(1)).contains("T00:00:00,90,");
    assertThat(errors()).isEmpty();
  }

  @Test
  void eachSeriesHasItsOutputAndItsRun() throws IOException {
    String report = folder + "/r.json";
    assertThat(
            run(
                "detect",
                stores(),
                "--series",
                "all",
                "--output",
                folder + "/o.csv",
                "--report",
                report))
        .isZero();
    assertThat(folder.resolve("o-north.csv")).exists();
    assertThat(folder.resolve("o-south_east.csv")).exists();
    assertThat(new JsonMapper().readTree(Files.readString(Path.of(report))).path("runs"))
        .hasSize(2);
  }

  @Test
  void aCodeIsPointedOutAndLeftOutIfChosen() throws IOException {
    StringBuilder text = new StringBuilder("date,temp\n");
    for (int i = 0; i < 60; i++) {
      text.append(LocalDate.of(2024, 1, 1).plusDays(i));
      text.append(i % 20 == 3 ? ",-99\n" : ",%d.5\n".formatted(i % 9));
    }
    Path file = folder.resolve("t.csv");
    Files.writeString(file, text);
    assertThat(run("detect", file.toString(), "--output", folder + "/o.csv")).isZero();
    assertThat(errors()).singleElement().asString().contains("-99 stands 3 times");
    assertThat(run("detect", file.toString(), "--missing", "-99", "--output", folder + "/o.csv"))
        .isZero();
    assertThat(Files.readAllLines(folder.resolve("o.csv"))).hasSize(58);
  }

  @Test
  void anOutputThatCannotBeIsSaidBeforeAnyWork() throws IOException {
    String file = stores();
    Files.writeString(folder.resolve("taken.csv"), "x");
    for (String option : List.of("--output", "--report")) {
      assertThat(run("detect", file, "--progress", option, folder + "/taken.csv/deep/o.csv"))
          .isEqualTo(2);
      // Progress would stand on standard error if a detection had begun.
      assertThat(errors())
          .singleElement()
          .asString()
          .contains("taken.csv is no folder", "choose another place");
    }
    assertThat(Files.readString(folder.resolve("taken.csv"))).isEqualTo("x");
  }
}
