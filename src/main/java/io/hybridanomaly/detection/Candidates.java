package io.hybridanomaly.detection;

import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Finds what comes next below the threshold, so that nobody leaves empty-handed. */
final class Candidates {

  /** How many are kept. */
  static final int MOST = 5;

  /** A candidate is where the score is at most so much below its peak: ten times as common. */
  private static final double BELOW_PEAK = 1;

  private Candidates() {}

  /** See {@link DetectionResult#candidates}. */
  static List<Candidate> of(DetectionResult result) {
    double[] score = result.score();
    int reach = Math.max(1, result.components().window());
    // An anomaly lifts the smoothed score around it, further than its windows reach.
    int slope = reach + ScoreEnsemble.stretch(score.length);
    boolean[] flags = result.flags();
    List<Candidate> candidates = new ArrayList<>();
    for (int peak : Peaks.of(score, reach)) {
      if (candidates.size() == MOST || score[peak] <= result.levels().median()) {
        break;
      }
      Segment segment = around(peak, result, reach, flags);
      if (isFree(segment, score[peak] < result.threshold() ? reach : slope, flags)) {
        candidates.add(new Candidate(segment, peak, score[peak], sensitivity(result, segment)));
      }
    }
    return List.copyOf(candidates);
  }

  private static Segment around(int peak, DetectionResult result, int reach, boolean[] flags) {
    double[] score = result.score();
    double[] regime = result.components().regime();
    if (regime[peak] > 0 && score[peak] == regime[peak]) {
      return RegimeShift.stretchAt(RegimeShift.stretches(regime), peak);
    }
    int from = peak;
    int to = peak + 1;
    double least = score[peak] - BELOW_PEAK;
    while (from > 0 && peak - from < reach && !flags[from - 1] && score[from - 1] >= least) {
      from--;
    }
    while (to < score.length && to - peak < reach && !flags[to] && score[to] >= least) {
      to++;
    }
    return new Segment(from, to);
  }

  /** The slopes of an anomaly are no candidates. */
  private static boolean isFree(Segment segment, int reach, boolean[] flags) {
    int from = Math.max(0, segment.from() - reach);
    int to = Math.min(flags.length, segment.to() + reach);
    for (int i = from; i < to; i++) {
      if (flags[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The lowest setting of the page that flags something in the stretch, found by bisection, as if a
   * higher one flagged all that a lower one does. That holds but for the edges of anomalies, which
   * are drawn anew at each setting.
   */
  private static OptionalDouble sensitivity(DetectionResult result, Segment segment) {
    int low = (int) Math.floor(result.settings().sensitivity() / SensitivityCurve.STEP);
    int high = (int) Math.round(DetectionSettings.MAX_SENSITIVITY / SensitivityCurve.STEP);
    if (!flags(result, high, segment)) {
      return OptionalDouble.empty();
    }
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (flags(result, middle, segment)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(high * SensitivityCurve.STEP);
  }

  private static boolean flags(DetectionResult result, int steps, Segment segment) {
    return result.withSensitivity(steps * SensitivityCurve.STEP).anomalies().stream()
        .anyMatch(anomaly -> anomaly.segment().overlap(segment) > 0);
  }
}
