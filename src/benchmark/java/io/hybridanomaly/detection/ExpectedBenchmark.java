package io.hybridanomaly.detection;

import io.hybridanomaly.expectation.ExpectedValues;
import io.hybridanomaly.windowing.Quantiles;
import io.hybridanomaly.windowing.SeriesScaler;
import io.hybridanomaly.windowing.WindowLength;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How far expected values are from the true ones inside injected anomalies, as tables in Markdown:
 * mean absolute error in units of p95 − p5 of the stretch, median over cases. Beside it what the
 * autoencoder reconstructs, the median of each phase and a robust STL; the rivals know the season
 * of the stretch without the anomaly. Then the share of normal points inside the expected band.
 */
@Command(
    name = "expected",
    description = "Measures expected values inside injected anomalies.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ExpectedBenchmark implements Callable<Integer> {

  private static final String OURS = "**expected values**, nothing flagged";
  private static final String FLAGGED = "expected values, the anomaly flagged";
  private static final String NETWORK = "the autoencoder's reconstruction";
  private static final String SEASONAL = "seasonal median";
  private static final String STL = "robust STL";

  /** A prime, so that the first few are spread over all cases. */
  private static final int STRIDE = 37;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "CSV files timestamp,value,label (default: the series in the repository).")
  private List<Path> folders = List.of(Path.of("src/test/resources/labelled"));

  @Option(names = "--network", description = "Train a network for each case too: ten seconds each.")
  private boolean network;

  @Option(
      names = "--kept",
      paramLabel = "FOLDER",
      description = "Keep what the networks say here, so that a second run need not train.")
  private @Nullable Path kept;

  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "Only so many cases, spread over stretches and shapes (default: all).")
  private int most = Integer.MAX_VALUE;

  private final Map<String, Map<String, List<Double>>> errors = new LinkedHashMap<>();
  private final Map<String, List<Double>> byStretch = new LinkedHashMap<>();
  private final List<Double> inside = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();

  private ExpectedBenchmark() {}

  /** See the class; {@code --help} lists the options. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ExpectedBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    List<ExpectedCases.Case> cases = ExpectedCases.of(ExpectedCases.stretches(folders));
    int count = Math.min(most, cases.size());
    for (int k = 0; k < count; k++) {
      int c = (int) ((long) STRIDE * k % cases.size());
      measure(cases.get(c), c);
    }
    print(count);
    return 0;
  }

  private void measure(ExpectedCases.Case one, int number) throws IOException {
    double[] values = one.values();
    boolean[] flags = new boolean[values.length];
    double[] expected = ExpectedValues.of(values, flags, () -> {});
    Arrays.fill(flags, one.segment().from(), one.segment().to(), true);
    Map<String, Double> row = new LinkedHashMap<>();
    row.put(OURS, error(one, expected));
    row.put(FLAGGED, error(one, ExpectedValues.of(values, flags, () -> {})));
    if (network) {
      row.put(NETWORK, error(one, reconstruction(values, number)));
    }
    row.put(SEASONAL, seasonalMedian(one));
    row.put(STL, robustStl(one));
    boolean seasonal = !one.stretch().seasons().isEmpty();
    for (String group :
        List.of("all", seasonal ? "with a season" : "without a season", one.shape().title)) {
      row.forEach(
          (method, error) ->
              errors
                  .computeIfAbsent(group, g -> new LinkedHashMap<>())
                  .computeIfAbsent(method, m -> new ArrayList<>())
                  .add(error));
    }
    row.forEach(
        (method, error) ->
            byStretch
                .computeIfAbsent(one.stretch().name() + "|" + method, k -> new ArrayList<>())
                .add(error));
    coverage(one, expected, flags);
  }

  private void coverage(ExpectedCases.Case one, double[] expected, boolean[] flags) {
    double[] values = one.values();
    int window = WindowLength.of(SeriesScaler.of(values).apply(values));
    boolean[] ordinary = new boolean[values.length];
    Arrays.fill(ordinary, true);
    ExpectedBand band = ExpectedBand.of(values, expected, ordinary, window);
    double in = 0;
    double normal = 0;
    double width = 0;
    for (int i = 0; i < values.length; i++) {
      if (!flags[i]) {
        normal++;
        in += Math.abs(values[i] - expected[i]) <= band.halfWidth(i) ? 1 : 0;
        width += 2 * band.halfWidth(i);
      }
    }
    inside.add(in / normal);
    widths.add(width / normal / one.stretch().spread());
  }

  /** What the autoencoder of the detector makes of a series, in its units. */
  private double[] reconstruction(double[] values, int number) throws IOException {
    Path file = kept == null ? null : kept.resolve(String.format(Locale.ROOT, "%03d.bin", number));
    if (file != null && Files.exists(file)) {
      double[] said = new double[values.length];
      ByteBuffer.wrap(Files.readAllBytes(file)).asDoubleBuffer().get(said);
      return said;
    }
    double[] said = trained(values);
    if (file != null) {
      Files.createDirectories(file.getParent());
      ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * said.length);
      bytes.asDoubleBuffer().put(said);
      Files.write(file, bytes.array());
    }
    return said;
  }

  private static double[] trained(double[] values) {
    int window = WindowLength.of(SeriesScaler.of(values).apply(values));
    return Reconstructions.of(values, window, DetectionSettings.DEFAULT_SEED);
  }

  /** The better of its seasons, with hindsight; the median of all where there is none. */
  private static double seasonalMedian(ExpectedCases.Case one) {
    double best = Double.POSITIVE_INFINITY;
    List<Double> seasons = one.stretch().seasons();
    for (double period : seasons.isEmpty() ? List.of(1.0) : seasons) {
      best = Math.min(best, error(one, phaseMedians(one.values(), period)));
    }
    return best;
  }

  private static double[] phaseMedians(double[] values, double period) {
    int phases = (int) Math.ceil(period);
    List<List<Double>> byPhase = new ArrayList<>();
    for (int p = 0; p < phases; p++) {
      byPhase.add(new ArrayList<>());
    }
    for (int i = 0; i < values.length; i++) {
      byPhase.get((int) (i % period)).add(values[i]);
    }
    double[] medians =
        byPhase.stream().mapToDouble(phase -> phase.isEmpty() ? 0 : median(phase)).toArray();
    double[] said = new double[values.length];
    Arrays.setAll(said, i -> medians[(int) (i % period)]);
    return said;
  }

  private static double robustStl(ExpectedCases.Case one) {
    List<Double> seasons = one.stretch().seasons();
    double best = Double.POSITIVE_INFINITY;
    for (double period : seasons) {
      best = Math.min(best, error(one, RobustStl.of(one.values(), period, true)));
    }
    return seasons.isEmpty()
        ? error(one, RobustStl.of(one.values(), one.stretch().season(), false))
        : best;
  }

  /** Mean absolute error inside the anomaly, in spreads. */
  private static double error(ExpectedCases.Case one, double[] said) {
    double sum = 0;
    for (int i = one.segment().from(); i < one.segment().to(); i++) {
      sum += Math.abs(said[i] - one.stretch().values()[i]);
    }
    return sum / one.segment().length() / one.stretch().spread();
  }

  private static double median(List<Double> numbers) {
    return Quantiles.median(numbers.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private void print(int cases) {
    BenchmarkTables.line("\n%d cases, median error inside the anomaly\n".formatted(cases));
    List<String> methods = List.copyOf(errors.getOrDefault("all", Map.of()).keySet());
    BenchmarkTables.line("| | cases | " + String.join(" | ", methods) + " |");
    BenchmarkTables.line("|---|---|" + "---|".repeat(methods.size()));
    errors.forEach(
        (group, measured) -> {
          StringBuilder line = new StringBuilder("| " + group + " | ");
          line.append(measured.getOrDefault(OURS, List.of()).size()).append(" |");
          for (String method : methods) {
            double median = median(measured.getOrDefault(method, List.of(Double.NaN)));
            line.append(String.format(Locale.ROOT, " %.3f |", median));
          }
          BenchmarkTables.line(line.toString());
        });
    BenchmarkTables.line("\nby stretch\n");
    byStretch.forEach(
        (key, all) ->
            BenchmarkTables.line(
                String.format(Locale.ROOT, "| %s | %.3f |", key.replace("|", " | "), median(all))));
    double[] shares = inside.stream().mapToDouble(Double::doubleValue).toArray();
    BenchmarkTables.line(
        String.format(
            Locale.ROOT,
            "%nNormal points inside the band: %.1f %% in the mean, %.1f to %.1f %% in nine of ten"
                + " cases, %.0f %% of cases within 93 to 97 %%; width %.2f spreads in the median.",
            100 * Arrays.stream(shares).average().orElse(Double.NaN),
            100 * Quantiles.quantile(shares, 0.05),
            100 * Quantiles.quantile(shares, 0.95),
            100.0
                * Arrays.stream(shares).filter(s -> s >= 0.93 && s <= 0.97).count()
                / shares.length,
            median(widths)));
  }
}
