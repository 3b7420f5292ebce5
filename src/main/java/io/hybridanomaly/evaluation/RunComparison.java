package io.hybridanomaly.evaluation;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.TimeAxis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the anomalies of one run in another one, matched by time: the runs may be of
 * different columns, lengths and steps. Each anomaly has at most one partner, the pairs that share
 * the most time first; if an anomaly fell into two, the larger part is its partner and the other
 * one appeared.
 *
 * @param changes in order of time
 */
public record RunComparison(List<Change> changes) {

  /** What happened to an anomaly. */
  public enum Kind {
    /** It is in both runs, from the same time to the same time. */
    SAME,
    /** It is in both runs, but begins or ends at another time. */
    MOVED,
    /** It is in the second run only. */
    APPEARED,
    /** It is in the first run only. */
    VANISHED
  }

  /**
   * An anomaly and its partner.
   *
   * @param kind what happened
   * @param first the anomaly in the first run; null if it appeared
   * @param second the anomaly in the second run; null if it vanished
   */
  public record Change(Kind kind, @Nullable Anomaly first, @Nullable Anomaly second) {}

  private record Stretch(Anomaly anomaly, double from, double to) {

    static List<Stretch> of(TimeAxis times, List<Anomaly> anomalies) {
      return anomalies.stream()
          .map(
              p ->
                  new Stretch(
                      p, times.instant(p.segment().from()), times.instant(p.segment().last())))
          .toList();
    }

    /** Time in common; 0 if they meet in one instant, negative if they are apart. */
    double shared(Stretch other) {
      return Math.min(to, other.to) - Math.max(from, other.from);
    }
  }

  private record Pair(int first, int second, double shared) {}

  public RunComparison {
    changes = List.copyOf(changes);
  }

  /**
   * Compares two runs.
   *
   * @param firstTimes the axis of the first run, of the same kind as the second
   * @param first its anomalies, in order of time
   * @param secondTimes the axis of the second run
   * @param second its anomalies, in order of time
   */
  public static RunComparison of(
      TimeAxis firstTimes, List<Anomaly> first, TimeAxis secondTimes, List<Anomaly> second) {
    List<Stretch> before = Stretch.of(firstTimes, first);
    List<Stretch> after = Stretch.of(secondTimes, second);
    int[] partner = partners(before, after);
    boolean[] taken = new boolean[after.size()];
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        changes.add(new Change(Kind.VANISHED, first.get(i), null));
      } else {
        Stretch a = before.get(i);
        Stretch b = after.get(partner[i]);
        boolean same = a.from() == b.from() && a.to() == b.to();
        changes.add(new Change(same ? Kind.SAME : Kind.MOVED, a.anomaly(), b.anomaly()));
        taken[partner[i]] = true;
      }
    }
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        changes.add(new Change(Kind.APPEARED, null, second.get(j)));
      }
    }
    changes.sort(Comparator.comparingDouble(change -> start(change, firstTimes, secondTimes)));
    return new RunComparison(changes);
  }

  /** For each anomaly of the first run the place of its partner in the second; -1 without one. */
  private static int[] partners(List<Stretch> before, List<Stretch> after) {
    List<Pair> pairs = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < before.size(); i++) {
      while (begin < after.size() && after.get(begin).to() < before.get(i).from()) {
        begin++;
      }
      for (int j = begin; j < after.size() && after.get(j).from() <= before.get(i).to(); j++) {
        pairs.add(new Pair(i, j, before.get(i).shared(after.get(j))));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::shared).reversed());
    int[] partner = new int[before.size()];
    Arrays.fill(partner, -1);
    boolean[] taken = new boolean[after.size()];
    for (Pair pair : pairs) {
      if (partner[pair.first()] < 0 && !taken[pair.second()]) {
        partner[pair.first()] = pair.second();
        taken[pair.second()] = true;
      }
    }
    return partner;
  }

  private static double start(Change change, TimeAxis firstTimes, TimeAxis secondTimes) {
    Anomaly first = change.first();
    Anomaly second = change.second();
    double a =
        first == null ? Double.POSITIVE_INFINITY : firstTimes.instant(first.segment().from());
    double b =
        second == null ? Double.POSITIVE_INFINITY : secondTimes.instant(second.segment().from());
    return Math.min(a, b);
  }

  /** Number of changes of one kind. */
  public int count(Kind kind) {
    return (int) changes.stream().filter(change -> change.kind() == kind).count();
  }
}
