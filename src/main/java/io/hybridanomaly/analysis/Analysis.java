package io.hybridanomaly.analysis;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.TimeSeries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All about one run.
 *
 * @param dataset what was judged
 * @param result what was found, and with which settings
 * @param annotations what a person said about it
 * @param seconds time by stage, in the order of the work; empty if nobody measured
 */
public record Analysis(
    Dataset dataset, DetectionResult result, Annotations annotations, Map<String, Double> seconds) {

  public Analysis {
    if (dataset.series().size() != result.score().length) {
      throw new IllegalArgumentException("parts of different series");
    }
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
  }

  /** A run that nobody has said anything about yet. */
  public Analysis(Dataset dataset, DetectionResult result) {
    this(dataset, result, Annotations.NONE, Map.of());
  }

  /** The file that the series came from. */
  public SourceFile file() {
    return dataset.file();
  }

  /** What was judged. */
  public TimeSeries series() {
    return dataset.series();
  }

  /** What was chosen. */
  public DetectionSettings settings() {
    return result.settings();
  }

  /** The same run with its scores judged anew. */
  public Analysis judged(DetectionResult anew) {
    return new Analysis(dataset, anew, annotations, seconds);
  }

  /** The same run with other annotations. */
  public Analysis annotated(Annotations changed) {
    return new Analysis(dataset, result, changed, seconds);
  }
}
