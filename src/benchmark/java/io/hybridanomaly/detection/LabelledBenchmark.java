package io.hybridanomaly.detection;

import io.hybridanomaly.benchmark.LabelledSeries;
import io.hybridanomaly.evaluation.DetectionMetrics;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.windowing.SeriesScaler;
import io.hybridanomaly.windowing.TailSurprise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The detector, each of its halves, the detector without its autoencoders and classical baselines,
 * side by side on the same labelled series, as tables in Markdown.
 */
@Command(
    name = "benchmark",
    description = "Measures the detector and its rivals on labelled series.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class LabelledBenchmark implements Callable<Integer> {

  static final String FULL = "**calibrated (default)**";

  /** The default with one of its parts taken out. */
  private static final Map<String, ScoreEnsemble> WITHOUT =
      Map.of(
          "without the autoencoders",
          ScoreEnsemble.WITHOUT_AUTOENCODERS,
          "without the smoothed score",
          new ScoreEnsemble(true, 0, ScoreEnsemble.DEFAULT.shapeWeight()),
          "without shapes",
          new ScoreEnsemble(true, ScoreEnsemble.DEFAULT.smoothedWeight(), 0));

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "CSV files timestamp,value,label (default: the series in the repository).")
  private Path folder = Path.of("src/test/resources/labelled");

  @Option(
      names = "--with-seed",
      description = "Measure the original formula too: minutes for each longer series.")
  private boolean withSeed;

  @Option(
      names = "--left-out",
      description = "Choose among designs on all families but one, measure on that one.")
  private boolean leftOut;

  @Option(names = "--seeds", description = "Repeat the detection with five seeds.")
  private boolean seeds;

  @Option(names = "--shared", description = "Compare one network for all series of a source.")
  private boolean shared;

  private LabelledBenchmark() {}

  /** See the class; {@code --help} lists the options. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LabelledBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, DetectionException {
    List<LabelledSeries> all = LabelledSeries.in(folder);
    if (leftOut) {
      LeftOut.print(all);
    } else if (seeds) {
      SeedSpread.print(all);
    } else if (shared) {
      OneNetwork.print(all);
    } else {
      compare(all);
    }
    return CommandLine.ExitCode.OK;
  }

  private void compare(List<LabelledSeries> all) throws DetectionException {
    BenchmarkTables tables = new BenchmarkTables();
    for (LabelledSeries series : all) {
      tables.add(series, measure(series));
      BenchmarkTables.progress(series.name());
    }
    tables.print(FULL);
  }

  private Map<String, DetectionMetrics> measure(LabelledSeries series) throws DetectionException {
    Run run =
        Run.of(series.samples(), HybridDetector.DEFAULT_EPOCHS, DetectionSettings.DEFAULT_SEED);
    ComponentScores full = run.components(ScoreEnsemble.DEFAULT);
    Map<String, DetectionMetrics> measured = new LinkedHashMap<>();
    measured.put(FULL, metrics(FusionMode.CALIBRATED, full, series));
    new TreeMap<>(WITHOUT)
        .forEach(
            (title, ensemble) ->
                measured.put(
                    title, metrics(FusionMode.CALIBRATED, run.components(ensemble), series)));
    for (FusionMode mode :
        List.of(
            FusionMode.LSTM,
            FusionMode.BENFORD,
            FusionMode.EITHER,
            FusionMode.SUM,
            FusionMode.BOTH)) {
      measured.put(mode.id(), metrics(mode, full, series));
    }
    if (withSeed) {
      measured.put("seed, the original formula", original(series));
    }
    double[] values = series.values();
    float[] scaled = SeriesScaler.of(values).applyWithNoise(values, 0.001, new SplittableRandom(1));
    for (Baseline baseline : Baseline.values()) {
      ComponentScores scores =
          replaced(full, TailSurprise.logOf(baseline.score(scaled, full.window())));
      measured.put(baseline.title(), metrics(FusionMode.LSTM, scores, series));
      if (baseline == Baseline.KNN) {
        measured.put(
            baseline.title() + " + the same Benford",
            metrics(FusionMode.CALIBRATED, scores, series));
      }
    }
    return measured;
  }

  private static DetectionMetrics original(LabelledSeries series) throws DetectionException {
    DetectionResult result =
        Detectors.detect(
            series.samples(),
            DetectionSettings.defaults().withDetector(new DetectorKind.Original()),
            ProgressListener.NONE,
            Cancellation.NEVER);
    return DetectionMetrics.of(result.score(), result.flags(), series.labels(), series.values());
  }

  /** Threshold and floors as for the detector. */
  static DetectionMetrics metrics(
      FusionMode mode, ComponentScores components, LabelledSeries series) {
    DetectionResult result =
        Thresholding.judge(
            DetectionSettings.defaults().withDetector(new DetectorKind.Hybrid(mode)), components);
    return DetectionMetrics.of(result.score(), result.flags(), series.labels(), series.values());
  }

  /** Another score in the place of ours; nothing of ours raises or narrows its anomalies. */
  private static ComponentScores replaced(ComponentScores full, double[] reconstruction) {
    return new ComponentScores(
        full.values(),
        reconstruction,
        full.benford(),
        full.values(),
        full.magnitude(),
        full.lossPerEpoch(),
        full.window(),
        full.epochs(),
        full.applicability());
  }

  /** A trained and scored series, from which every design is computed. */
  record Run(PreparedSeries series, int epochs, DetectorScores parts) {

    static Run of(Samples samples, int epochs, long seed) {
      DetectionMonitor watch = watch();
      PreparedSeries series = PreparedSeries.of(samples, DetectionSettings.defaults(), watch);
      return new Run(
          series, epochs, HybridDetector.parts(series, epochs, seed, Autoencoders.OWN, watch));
    }

    ComponentScores components(ScoreEnsemble ensemble) {
      return HybridDetector.components(
          series,
          epochs,
          parts,
          HybridDetector.DigitScores.of(series.samples().values(), watch()),
          ensemble,
          watch());
    }

    private static DetectionMonitor watch() {
      return DetectionMonitor.of(ProgressListener.NONE, Cancellation.NEVER);
    }
  }
}
