package io.hybridanomaly.detection;

import io.hybridanomaly.benchmark.LabelledSeries;
import io.hybridanomaly.evaluation.DetectionMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One network for all series of a source against one for each series, both with its window. */
final class OneNetwork {

  private static final String OWN = "a network for each series (default)";
  private static final String OWN_WINDOW = "the same with the group's window";
  private static final String SHARED = "one network for the source";

  private OneNetwork() {}

  /** Prints the metrics of both, for sources with at least two series. */
  static void print(List<LabelledSeries> all) throws DetectionException {
    Map<String, List<LabelledSeries>> sources = new TreeMap<>();
    for (LabelledSeries series : all) {
      sources.computeIfAbsent(series.source(), s -> new ArrayList<>()).add(series);
    }
    BenchmarkTables tables = new BenchmarkTables();
    for (List<LabelledSeries> source : sources.values()) {
      if (source.size() > 1) {
        SharedModel model = model(source);
        for (LabelledSeries series : source) {
          tables.add(series, measure(series, model));
          BenchmarkTables.progress(series.name());
        }
      }
    }
    tables.print(OWN);
  }

  /** As a job does it, but for the order of the series and the draw of the windows. */
  private static SharedModel model(List<LabelledSeries> source) throws DetectionException {
    DetectionSettings settings = DetectionSettings.defaults();
    Map<Integer, Long> chosen = new TreeMap<>();
    for (LabelledSeries series : source) {
      chosen.merge(Detectors.autoWindow(series.samples()), 1L, Long::sum);
    }
    int window = SharedModel.window(chosen);
    List<TrainingSample> samples = new ArrayList<>();
    for (LabelledSeries series : source) {
      samples.add(
          TrainingSample.of(
              series.samples(),
              settings,
              window,
              SharedModel.windowsOfEach(source.size()),
              samples.size(),
              Cancellation.NEVER));
    }
    return SharedModel.train(samples, window, settings, Cancellation.NEVER);
  }

  private static Map<String, DetectionMetrics> measure(LabelledSeries series, SharedModel model)
      throws DetectionException {
    DetectionSettings settings = DetectionSettings.defaults();
    Map<String, DetectionMetrics> measured = new LinkedHashMap<>();
    measured.put(
        OWN,
        metrics(
            series,
            Detectors.detect(
                series.samples(), settings, ProgressListener.NONE, Cancellation.NEVER)));
    measured.put(
        OWN_WINDOW,
        metrics(
            series,
            Detectors.detect(
                series.samples(),
                settings.withWindow(model.window()),
                ProgressListener.NONE,
                Cancellation.NEVER)));
    measured.put(
        SHARED,
        metrics(
            series,
            Detectors.detect(
                series.samples(), settings, model, ProgressListener.NONE, Cancellation.NEVER)));
    return measured;
  }

  private static DetectionMetrics metrics(LabelledSeries series, DetectionResult result) {
    return DetectionMetrics.of(result.score(), result.flags(), series.labels(), series.values());
  }
}
