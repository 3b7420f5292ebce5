package io.hybridanomaly.expectation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasting by analogues, from both sides: a hidden stretch is what stretches of its length were
 * whose surroundings, before and after, were like its own. Each analogue is moved to the level of
 * the surroundings.
 *
 * <p>Source: Lorenz, "Atmospheric predictability as revealed by naturally occurring analogues",
 * Journal of the Atmospheric Sciences 26 (1969), doi:10.1175/1520-0469(1969)26{@literal
 * <}636:APARBN{@literal >}2.0.CO;2.
 */
final class Analogues {

  private static final int NEAREST = 5;

  /** Places compared with at most, and points of the surroundings on each side. */
  private static final int MOST_PLACES = 600;

  private static final int MOST_POINTS = 12;

  /**
   * How much the square of a difference in level counts: less than one in shape, since an analogue
   * is moved to the level of the surroundings.
   */
  private static final double LEVEL_COUNTS = 0.25;

  private final double[] values;
  private final boolean[] hidden;
  private final int[] hiddenBefore;
  private final int context;
  private final int step;
  private final double[] fallback;

  /**
   * @param series whose visible points count
   * @param context points of the surroundings on each side, at least 1
   * @param fallback [points], what to say where there is no analogue
   */
  Analogues(Visible series, int context, double[] fallback) {
    this.values = series.values();
    this.hidden = series.hidden();
    this.context = context;
    this.step = (context - 1) / MOST_POINTS + 1;
    this.fallback = fallback;
    this.hiddenBefore = new int[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      hiddenBefore[i + 1] = hiddenBefore[i] + (hidden[i] ? 1 : 0);
    }
  }

  /**
   * What analogues say of every point: hidden runs as a whole, the others in blocks.
   *
   * @param block points of a block, at least 1; 0 leaves visible points out, as the fallback
   */
  double[] everywhere(int block) {
    double[] said = fallback.clone();
    int n = values.length;
    int from = 0;
    while (from < n) {
      int to = from + 1;
      while (to < n && hidden[to] == hidden[from] && (hidden[from] || to - from < block)) {
        to++;
      }
      if (hidden[from] || block > 0) {
        fill(from, to, said);
      }
      from = to;
    }
    return said;
  }

  /** Writes what analogues say of a stretch. */
  private void fill(int from, int to, double[] said) {
    int n = values.length;
    int before = Math.min(context, from);
    int after = Math.min(context, n - to);
    int length = to - from;
    int places = n - before - length - after + 1;
    int stride = Math.max(1, places / MOST_PLACES);
    int[] starts = new int[(places - 1) / stride + 1];
    Arrays.setAll(starts, r -> before + r * stride);
    List<double[]> analogues = new ArrayList<>();
    for (int place : nearest(starts, from, to)) {
      int start = aligned(place, stride, from, to);
      double shift = shift(start, from, to);
      double[] analogue = new double[length];
      Arrays.setAll(analogue, i -> values[start + i] + shift);
      analogues.add(analogue);
    }
    double[] work = new double[NEAREST];
    for (int i = 0; i < length && !analogues.isEmpty(); i++) {
      for (int k = 0; k < analogues.size(); k++) {
        work[k] = analogues.get(k)[i];
      }
      said[from + i] = Medians.inPlace(work, analogues.size());
    }
  }

  /**
   * Where the surroundings are most like those of a stretch, the most alike first; at most {@value
   * #NEAREST} places, which are apart from each other.
   *
   * @param starts the places that are compared
   */
  private int[] nearest(int[] starts, int from, int to) {
    int length = to - from;
    double[] distances = new double[starts.length];
    Arrays.setAll(
        distances,
        r ->
            usable(starts[r], starts[r] + length, from, to)
                ? distance(starts[r], from, to)
                : Double.POSITIVE_INFINITY);
    int apart = Math.max(1, Math.max(context, length) / 2);
    int[] nearest = new int[NEAREST];
    int found = 0;
    while (found < NEAREST) {
      int best = 0;
      for (int r = 1; r < distances.length; r++) {
        best = distances[r] < distances[best] ? r : best;
      }
      if (distances[best] == Double.POSITIVE_INFINITY) {
        break;
      }
      nearest[found++] = starts[best];
      for (int r = 0; r < distances.length; r++) {
        if (Math.abs(starts[r] - starts[best]) < apart) {
          distances[r] = Double.POSITIVE_INFINITY;
        }
      }
    }
    return Arrays.copyOf(nearest, found);
  }

  /** Between the places that were compared there may be a better one. */
  private int aligned(int start, int stride, int from, int to) {
    int best = start;
    double least = distance(start, from, to);
    for (int at = start - stride + 1; at < start + stride; at++) {
      if (at >= 0 && at + to - from <= values.length && usable(at, at + to - from, from, to)) {
        double distance = distance(at, from, to);
        if (distance < least) {
          least = distance;
          best = at;
        }
      }
    }
    return best;
  }

  /** Whether a stretch can be an analogue: visible and not the one asked about. */
  private boolean usable(int start, int end, int from, int to) {
    return hiddenBefore[end] == hiddenBefore[start] && (end <= from || to <= start);
  }

  /**
   * Variance of the difference between the surroundings; infinite if too little can be compared.
   */
  private double distance(int start, int from, int to) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    int offset = start - from;
    for (int i = from - 1; i >= from - context && i >= 0 && i + offset >= 0; i -= step) {
      if (!hidden[i] && !hidden[i + offset]) {
        double difference = values[i] - values[i + offset];
        sum += difference;
        squares += difference * difference;
        count++;
      }
    }
    int last = Math.min(values.length, values.length - offset);
    for (int i = to; i < to + context && i < last; i += step) {
      if (!hidden[i] && !hidden[i + offset]) {
        double difference = values[i] - values[i + offset];
        sum += difference;
        squares += difference * difference;
        count++;
      }
    }
    int needed = Math.max(2, Math.min(context, MOST_POINTS) / 2);
    return count < needed
        ? Double.POSITIVE_INFINITY
        : (squares - sum * sum / count) / count + Math.pow(sum / count, 2) * LEVEL_COUNTS;
  }

  /** How much higher the surroundings of the stretch are than those of its analogue. */
  private double shift(int start, int from, int to) {
    double sum = 0;
    int count = 0;
    int offset = start - from;
    for (int i = from - context; i < to + context; i += i == from - 1 ? to - from + 1 : 1) {
      if (i >= 0
          && i < values.length
          && i + offset >= 0
          && i + offset < values.length
          && !hidden[i]
          && !hidden[i + offset]) {
        sum += values[i] - values[i + offset];
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
