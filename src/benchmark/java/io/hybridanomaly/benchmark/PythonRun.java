package io.hybridanomaly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The original formula as a whole Python process, {@code src/benchmark/python/original.py}. */
final class PythonRun {

  private static final String SCRIPT = "src/benchmark/python/original.py";

  private static final String PYTHON =
      Objects.requireNonNullElse(System.getenv("PYTHON"), "python3");

  private PythonRun() {}

  /** Whether there is a Python that finds PyTorch. */
  static boolean isPossible() throws InterruptedException {
    try {
      return new ProcessBuilder(PYTHON, "-c", "import torch")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // There is no such program.
      return false;
    }
  }

  /**
   * Runs it on a file.
   *
   * @throws IOException if it does not end well
   */
  static CommandRun original(Path csv) throws IOException, InterruptedException {
    Path output = Files.createTempFile("original", ".csv");
    CommandRun run = CommandRun.of(List.of(PYTHON, SCRIPT, csv.toString(), output.toString()));
    Files.delete(output);
    return run;
  }
}
