package io.hybridanomaly.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * The packaged program from file to output, start of the Java machine included: by length, window
 * and epochs, with the original formula beside it, as tables in Markdown and a picture. Arguments:
 * the jar, the picture to write, and the repetitions of which the fastest counts.
 *
 * <pre>
 * ./run build
 * mvn -q -P benchmark test-compile exec:exec \
 *   -Dmain="io.hybridanomaly.benchmark.EndToEndBenchmark target/hybrid-anomaly-detector.jar docs/images/cost.svg 3"
 * </pre>
 */
public final class EndToEndBenchmark {

  private static final int SEASON = 48;
  private static final int[] LENGTHS = {1_000, 10_000, 100_000, 1_000_000};
  private static final int MIDDLE = 10_000;
  private static final int[] WINDOWS = {12, 24, 48, 96, 192, 384};
  private static final int[] EPOCHS = {5, 10, 20, 40, 80};
  private static final int LONGEST_FOR_SEED = 10_000;
  private static final double MIB = 1 << 20;

  private final Path jar;
  private final int repetitions;
  private final Map<Integer, Path> files = new LinkedHashMap<>();

  private EndToEndBenchmark(Path jar, int repetitions) {
    this.jar = jar;
    this.repetitions = repetitions;
  }

  /** See the class. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int repetitions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    EndToEndBenchmark benchmark = new EndToEndBenchmark(Path.of(arguments[0]), repetitions);
    for (int length : LENGTHS) {
      benchmark.files.put(length, seasonWithNoise(length));
    }
    List<CostPicture.Line> lines = new ArrayList<>();
    lines.add(benchmark.byLength());
    lines.add(benchmark.byWindow());
    lines.add(benchmark.byEpochs());
    Files.writeString(Path.of(arguments[1]), CostPicture.svg(lines));
    benchmark.original();
    benchmark.twoAtOnce();
    for (Path file : benchmark.files.values()) {
      Files.delete(file);
    }
  }

  private CostPicture.Line byLength() throws IOException, InterruptedException {
    System.out.println("| points | seconds | import | engine | training | scoring | peak memory |");
    System.out.println("|---|---|---|---|---|---|---|");
    Map<Integer, Double> seconds = new LinkedHashMap<>();
    for (int length : LENGTHS) {
      CommandRun run = best(length, List.of());
      seconds.put(length, run.seconds());
      System.out.printf(
          Locale.ENGLISH,
          "| %,d | %.1f | %.2f | %.2f | %.2f | %.2f | %s |%n",
          length,
          run.seconds(),
          run.stages().getOrDefault("import", 0.0),
          run.stages().getOrDefault("engine", 0.0),
          run.stages().getOrDefault("training", 0.0),
          run.stages().getOrDefault("scoring", 0.0),
          mebibytes(run.peakBytes()));
    }
    System.out.println();
    return new CostPicture.Line("points", seconds);
  }

  private CostPicture.Line byWindow() throws IOException, InterruptedException {
    return byOption("window", WINDOWS);
  }

  private CostPicture.Line byEpochs() throws IOException, InterruptedException {
    return byOption("epochs", EPOCHS);
  }

  private CostPicture.Line byOption(String name, int[] choices)
      throws IOException, InterruptedException {
    System.out.printf("| %s, %,d points | seconds | peak memory |%n|---|---|---|%n", name, MIDDLE);
    Map<Integer, Double> seconds = new LinkedHashMap<>();
    for (int choice : choices) {
      CommandRun run = best(MIDDLE, List.of("--" + name, Integer.toString(choice)));
      seconds.put(choice, run.seconds());
      System.out.printf(
          Locale.ENGLISH,
          "| %d | %.1f | %s |%n",
          choice,
          run.seconds(),
          mebibytes(run.peakBytes()));
    }
    System.out.println();
    return new CostPicture.Line(name, seconds);
  }

  /** The original formula alone, in this program and in Python, against the default. */
  private void original() throws IOException, InterruptedException {
    System.out.println("| points | program | seconds | times the default | peak memory |");
    System.out.println("|---|---|---|---|---|");
    boolean python = PythonRun.isPossible();
    for (int length : LENGTHS) {
      if (length <= LONGEST_FOR_SEED) {
        CommandRun run = best(length, List.of());
        printOriginal(length, "default", run, run);
        List<String> options = List.of("--fusion", "original", "--epochs", "10");
        printOriginal(
            length, "original formula here", CommandRun.detect(jar, file(length), options), run);
        if (python) {
          printOriginal(
              length, "original formula in Python", PythonRun.original(file(length)), run);
        }
      }
    }
    if (!python) {
      System.out.println(
          "Python with PyTorch was not found, so the original formula was not run in it; the"
              + " environment variable PYTHON names another interpreter.");
    }
    System.out.println();
  }

  private static void printOriginal(int length, String what, CommandRun run, CommandRun usual) {
    System.out.printf(
        Locale.ENGLISH,
        "| %,d | %s | %.1f | %.1f | %s |%n",
        length,
        what,
        run.seconds(),
        run.seconds() / usual.seconds(),
        mebibytes(run.peakBytes()));
  }

  /** Two processes side by side against one alone. */
  private void twoAtOnce() throws IOException, InterruptedException {
    double alone = best(MIDDLE, List.of()).seconds();
    double together = Double.POSITIVE_INFINITY;
    for (int i = 0; i < repetitions; i++) {
      together = Math.min(together, slowerOfTwo());
    }
    System.out.printf(
        Locale.ENGLISH,
        "One alone %.1f s, the slower of two at once %.1f s: %.2f times.%n",
        alone,
        together,
        together / alone);
  }

  private double slowerOfTwo() throws InterruptedException {
    double[] seconds = new double[2];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      int at = i;
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      seconds[at] = CommandRun.detect(jar, file(MIDDLE), List.of()).seconds();
                    } catch (IOException | InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return Math.max(seconds[0], seconds[1]);
  }

  private CommandRun best(int length, List<String> options)
      throws IOException, InterruptedException {
    CommandRun best = CommandRun.detect(jar, file(length), options);
    for (int i = 1; i < repetitions; i++) {
      CommandRun again = CommandRun.detect(jar, file(length), options);
      best = again.seconds() < best.seconds() ? again : best;
    }
    return best;
  }

  private Path file(int length) {
    return files.getOrDefault(length, Path.of(""));
  }

  private static String mebibytes(OptionalLong bytes) {
    return bytes.isEmpty() ? "–" : "%.0f MiB".formatted(bytes.getAsLong() / MIB);
  }

  private static Path seasonWithNoise(int points) throws IOException {
    SplittableRandom random = new SplittableRandom(points);
    Path file = Files.createTempFile("season-" + points, ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("time,value\n");
      for (int i = 0; i < points; i++) {
        double value = 10 + 3 * Math.sin(2 * Math.PI * i / SEASON) + 0.4 * random.nextGaussian();
        out.write(String.format(Locale.ROOT, "%d,%.4f%n", i, value));
      }
    }
    return file;
  }
}
