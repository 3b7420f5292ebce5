package io.hybridanomaly.spark;

import static io.hybridanomaly.spark.Calls.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.spark.Calls.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job in a process of its own that is stopped as by Ctrl-C, and called again. */
class StoppedJobTest {

  private static final int SERIES = 8;
  private static final int POINTS = 80;

  private static Process start(Path err, String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String[] command = {
      java,
      "@java-options",
      "-Dlog4j2.configurationFile=log4j2-spark-job.properties",
      "-Dlog4j2.StatusLogger.level=OFF",
      "-XX:TieredStopAtLevel=1",
      "-cp",
      Objects.requireNonNull(System.getProperty("java.class.path")),
      SparkTool.class.getName()
    };
    return new ProcessBuilder(Calls.with(command, arguments))
        .redirectError(err.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @Test
  void whatWasJudgedBeforeTheStopIsKept(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path files = Files.createDirectories(folder.resolve("files"));
    for (int s = 0; s < SERIES; s++) {
      StringBuilder text = new StringBuilder("value\n");
      for (int i = 0; i < POINTS; i++) {
        text.append(Math.sin(i / 4.0 + s) + (i == 60 ? 9 : 0)).append('\n');
      }
      Files.writeString(files.resolve("s%02d.csv".formatted(s)), text);
    }
    Path output = folder.resolve("out");
    Path err = folder.resolve("err");
    String[] call = {files.toString(), "--output", output.toString(), "--csv", "--epochs", "8"};
    Process process = start(err, call);
    Path kept = output.resolve("_judged");
    while (!Files.isDirectory(kept) || Written.kept(output).isEmpty()) {
      assertThat(process.isAlive()).as(Files.readString(err)).isTrue();
      Thread.sleep(50);
    }
    process.destroy();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    List<String> before = Written.kept(output).stream().map(Path::toString).toList();
    assertThat(before).isNotEmpty().hasSizeLessThan(SERIES);
    // Newer Java machines warn about what Spark does.
    assertThat(Files.readAllLines(err).stream().filter(line -> !line.startsWith("WARNING: ")))
        .containsExactly(
            "Stopped. What was judged is kept in %s: the same call judges the rest."
                .formatted(output));
    assertThat(output.resolve("series")).doesNotExist();

    assertThat(job(call)).isEqualTo(new Said(0, "", ""));
    assertThat(Written.kept(output).stream().map(Path::toString)).containsAll(before);
    assertThat(Written.rows(output, "series")).hasSize(SERIES);
    assertThat(Written.rows(output, "anomalies").stream().map(row -> row.split(",", -1)[1]))
        .contains("s00", "s07");
  }
}
