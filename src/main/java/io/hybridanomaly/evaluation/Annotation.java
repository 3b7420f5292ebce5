package io.hybridanomaly.evaluation;

import io.hybridanomaly.series.Segment;

/**
 * What a person said about a stretch of a series.
 *
 * @param segment the points it covers
 * @param label what it is
 * @param note why, in the person's own words; empty without
 */
public record Annotation(Segment segment, AnnotationLabel label, String note) {

  /** Longest note that is kept, in characters. */
  public static final int MAX_NOTE = 2_000;

  /**
   * @throws IllegalArgumentException if the note is too long
   */
  public Annotation {
    if (note.length() > MAX_NOTE) {
      throw new IllegalArgumentException(
          "The note has %d characters: shorten it to %d.".formatted(note.length(), MAX_NOTE));
    }
  }
}
