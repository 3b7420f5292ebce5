package io.hybridanomaly.series;

/**
 * Consecutive points of a series, {@code [from, to)}: the one interval of this application.
 *
 * @param from first point, from 0
 * @param to the point after the last, greater than {@code from}
 */
public record Segment(int from, int to) {

  /**
   * @throws IllegalArgumentException if it holds no point
   */
  public Segment {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("no points from %d to %d".formatted(from, to));
    }
  }

  /** Number of points. */
  public int length() {
    return to - from;
  }

  /** The last point. */
  public int last() {
    return to - 1;
  }

  /** Whether a point lies in it. */
  public boolean contains(int point) {
    return from <= point && point < to;
  }

  /** Whether all points of another one lie in it. */
  public boolean contains(Segment other) {
    return from <= other.from && other.to <= to;
  }

  /** Number of points in common. */
  public int overlap(Segment other) {
    return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
  }

  /** Whether they have a point in common. */
  public boolean overlaps(Segment other) {
    return from < other.to && other.from < to;
  }

  /** The shortest segment that holds both, with what lies between them. */
  public Segment union(Segment other) {
    return new Segment(Math.min(from, other.from), Math.max(to, other.to));
  }

  /**
   * Points in common over points in either, the Jaccard index: 1 for equal segments, 0 for segments
   * without a common point.
   */
  public double iou(Segment other) {
    int common = overlap(other);
    return (double) common / (length() + other.length() - common);
  }

  /**
   * With so many more points on both sides, as far as the series goes.
   *
   * @param points at least 0
   * @param size number of points of the series
   */
  public Segment widened(int points, int size) {
    return new Segment(Math.max(0, from - points), (int) Math.min(size, (long) to + points));
  }
}
