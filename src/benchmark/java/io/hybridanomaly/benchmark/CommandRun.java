package io.hybridanomaly.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One call of the packaged program, measured from outside.
 *
 * @param seconds from the start of its process to the end
 * @param peakBytes largest resident memory as the operating system counts it; Linux only
 * @param stages seconds by stage, from the program's own report
 */
record CommandRun(double seconds, OptionalLong peakBytes, Map<String, Double> stages) {

  private static final int POLL_MILLIS = 10;

  /**
   * Runs {@code detect} in a process of its own.
   *
   * @throws IOException if it does not end well
   */
  static CommandRun detect(Path jar, Path csv, List<String> options)
      throws IOException, InterruptedException {
    Path report = Files.createTempFile("report", ".json");
    Path output = Files.createTempFile("scores", ".csv");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString(), "detect", csv.toString()));
    command.addAll(List.of("--report", report.toString(), "--output", output.toString()));
    command.addAll(options);
    CommandRun run = of(command);
    Map<String, Double> stages = stages(report);
    Files.delete(report);
    Files.delete(output);
    return new CommandRun(run.seconds(), run.peakBytes(), stages);
  }

  /**
   * Runs any command in a process of its own.
   *
   * @throws IOException if it does not end well
   */
  static CommandRun of(List<String> command) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    OptionalLong peak = OptionalLong.empty();
    while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
      OptionalLong now = peakBytes(process.pid());
      peak = now.isPresent() ? now : peak;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException("status " + process.exitValue() + ": " + command);
    }
    return new CommandRun(seconds, peak, Map.of());
  }

  private static Map<String, Double> stages(Path report) throws IOException {
    JsonNode timings = new JsonMapper().readTree(Files.readString(report)).get("timings_seconds");
    Map<String, Double> stages = new LinkedHashMap<>();
    timings.properties().forEach(each -> stages.put(each.getKey(), each.getValue().asDouble()));
    return stages;
  }

  /** The high-water mark of a living process. */
  private static OptionalLong peakBytes(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      // It has just ended, or this is not Linux.
      return OptionalLong.empty();
    }
  }
}
