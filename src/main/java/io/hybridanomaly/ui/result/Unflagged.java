package io.hybridanomaly.ui.result;

import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.Candidate;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.importing.ConstantStretch;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stretch that is not flagged but worth a look.
 *
 * @param segment its exact bounds
 * @param text why, in a few words
 */
record Unflagged(Segment segment, String text) {

  private static final double MILLIS_PER_MINUTE = 60_000;
  private static final double MILLIS_PER_HOUR = 60 * MILLIS_PER_MINUTE;
  private static final double MILLIS_PER_DAY = 24 * MILLIS_PER_HOUR;

  /** Longer times are given in days. */
  private static final double MOST_HOURS = 96;

  /** No more candidates are listed. */
  private static final int MOST = 5;

  /**
   * All of them: constant stretches first, then what lies below the threshold.
   *
   * @param found the candidates of the result, which take a while on a long series
   */
  static List<Unflagged> of(LoadedSeries loaded, DetectionResult result, List<Candidate> found) {
    List<Unflagged> constant = constant(loaded, result);
    Stream<Unflagged> candidates =
        found.stream()
            .filter(
                candidate ->
                    constant.stream()
                        .noneMatch(stuck -> stuck.segment().overlaps(candidate.segment())))
            .limit(MOST)
            .map(candidate -> of(candidate, loaded.series(), result.threshold()));
    return Stream.concat(constant.stream(), candidates).toList();
  }

  private static Unflagged of(Candidate candidate, TimeSeries series, double threshold) {
    String around =
        "around %s (%s)"
            .formatted(
                Texts.times(series.times()).of(candidate.peak()),
                Texts.value(series.values()[candidate.peak()]));
    return new Unflagged(candidate.segment(), around + ", " + text(candidate, threshold));
  }

  private static String text(Candidate candidate, double threshold) {
    if (candidate.sensitivity().isPresent()) {
      return "flagged from sensitivity " + Texts.value(candidate.sensitivity().getAsDouble());
    }
    String score = "score " + Texts.score(candidate.score());
    return candidate.score() < threshold
        ? "below every threshold, " + score
        : "no reading is unusual by itself, " + score;
  }

  /** Stretches of equal values that the check of the data saw and that are not flagged as such. */
  private static List<Unflagged> constant(LoadedSeries loaded, DetectionResult result) {
    TimeAxis times = loaded.series().times();
    return loaded.imported().summary().constantStretches().stream()
        .map(stretch -> constant(stretch, times))
        .filter(
            candidate ->
                result.anomalies().stream()
                    .noneMatch(anomaly -> anomaly.segment().iou(candidate.segment()) > 0.5))
        .toList();
  }

  private static Unflagged constant(ConstantStretch stretch, TimeAxis times) {
    Segment segment = new Segment(stretch.start(), stretch.start() + stretch.length());
    return new Unflagged(
        segment,
        "stuck at %s for %s".formatted(Texts.value(stretch.value()), duration(segment, times)));
  }

  private static String duration(Segment segment, TimeAxis times) {
    if (!(times instanceof Timestamps)) {
      return Texts.count(segment.length(), "point");
    }
    // The last value holds until the next one; at the end of the series that is not known.
    int next = Math.min(segment.to(), times.size() - 1);
    double millis = times.instant(next) - times.instant(segment.from());
    if (millis < MILLIS_PER_HOUR) {
      return rounded(millis / MILLIS_PER_MINUTE) + " min";
    }
    double hours = millis / MILLIS_PER_HOUR;
    return hours <= MOST_HOURS ? rounded(hours) + " h" : rounded(millis / MILLIS_PER_DAY) + " days";
  }

  private static String rounded(double value) {
    return Texts.value(Math.round(value * 10) / 10.0);
  }
}
