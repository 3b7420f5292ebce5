package io.hybridanomaly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder is judged on all cores; its results are those of one file after the other. */
class FolderTest {

  private static final int FILES = 6;

  private Detect last = new Detect(0, "", "");

  private Path folder;

  @BeforeEach
  void keepFolder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void theBytesAreThoseOfSingleFiles() throws IOException {
    writeSeries();
    Path together = folder.resolve("together");
    Path report = folder.resolve("report.json");
    assertThat(run(input().toString(), "--output", together.toString(), "--report", report + ""))
        .isZero();
    List<String> names = new ArrayList<>();
    for (JsonNode each : new JsonMapper().readTree(Files.readString(report)).path("runs")) {
      names.add(each.path("file").asString());
    }
    for (int i = 0; i < FILES; i++) {
      Path file = input().resolve(i + ".csv");
      assertThat(names.get(i)).contains(i + ".csv");
      Path alone = folder.resolve("alone.csv");
      assertThat(run(file.toString(), "--output", alone.toString())).isZero();
      assertThat(together.resolve(i + ".csv")).hasSameBinaryContentAs(alone);
      Files.delete(alone);
    }
  }

  /** Bad files are known to be bad before their longer neighbours are judged. */
  @Test
  void problemsAreToldInTheOrderOfTheFiles() throws IOException {
    writeSeries();
    Files.writeString(input().resolve("1.csv"), "time,value\n1,1\n2,2\n");
    Files.writeString(input().resolve("4.csv"), "");
    assertThat(run(input().toString(), "--output", folder.resolve("together").toString()))
        .isEqualTo(CommandLineTool.WRONG_INPUT);
    List<String> lines = last.errors();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("1.csv");
    assertThat(lines.get(1)).contains("4.csv");
    assertThat(folder.resolve("together")).isDirectoryContaining("glob:**5.csv");
  }

  private Path input() {
    return folder.resolve("input");
  }

  private void writeSeries() throws IOException {
    Files.createDirectory(input());
    Random random = new Random(1);
    for (int i = 0; i < FILES; i++) {
      StringBuilder text = new StringBuilder("time,value\n");
      for (int t = 0; t < 400 - 60 * i; t++) {
        text.append("%d,%.3f%n".formatted(t, Math.sin(t / 4.0) + 0.1 * random.nextGaussian()));
      }
      Files.writeString(input().resolve(i + ".csv"), text);
    }
  }

  private int run(String... arguments) {
    last = Detect.call(arguments);
    return last.status();
  }
}
