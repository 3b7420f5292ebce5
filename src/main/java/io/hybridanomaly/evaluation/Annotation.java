package io.hybridanomaly.evaluation;

import io.hybridanomaly.series.Segment;

/**
 * What a person said about a stretch of a series.
 *
 * @param start first point, from 0
 * @param end the point after the last
 * @param label what it is
 * @param note why, in the person's own words; empty without
 */
public record Annotation(int start, int end, AnnotationLabel label, String note) {

  /** Longest note that is kept, in characters. */
  public static final int MAX_NOTE = 2_000;

  /**
   * @throws IllegalArgumentException if the stretch is empty or the note too long
   */
  public Annotation {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("an annotation from %d to %d".formatted(start, end));
    }
    if (note.length() > MAX_NOTE) {
      throw new IllegalArgumentException(
          "The note has %d characters: shorten it to %d.".formatted(note.length(), MAX_NOTE));
    }
  }

  /** The points it covers. */
  public Segment segment() {
    return new Segment(start, end);
  }

  /** Points in common with a stretch. */
  public int shared(int from, int to) {
    return Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
}
