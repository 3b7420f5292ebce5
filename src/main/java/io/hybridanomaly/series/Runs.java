package io.hybridanomaly.series;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The longest stretches of consecutive points that have a property.
 *
 * @param segments in order, none next to another
 */
public record Runs(List<Segment> segments) {

  public Runs {
    segments = List.copyOf(segments);
  }

  /** The longest stretches of points from 0 to n − 1 that all have the property. */
  public static Runs of(int n, IntPredicate property) {
    List<Segment> segments = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= n; i++) {
      boolean now = i < n && property.test(i);
      if (now && from < 0) {
        from = i;
      } else if (!now && from >= 0) {
        segments.add(new Segment(from, i));
        from = -1;
      }
    }
    return new Runs(segments);
  }

  /** Number of runs. */
  public int count() {
    return segments.size();
  }

  /** How many of these runs share a point with one of the others. */
  public int touching(Runs others) {
    int touching = 0;
    int j = 0;
    for (Segment run : segments) {
      while (j < others.count() && others.segments.get(j).to() <= run.from()) {
        j++;
      }
      if (j < others.count() && others.segments.get(j).overlaps(run)) {
        touching++;
      }
    }
    return touching;
  }

  /** Whether a point is inside a run or at most so many points away from one. */
  public boolean isNear(int point, int tolerance) {
    return segments.stream()
        .anyMatch(run -> run.from() - tolerance <= point && point < run.to() + tolerance);
  }
}
