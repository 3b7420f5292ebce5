package io.hybridanomaly.overview;

import java.util.List;

/**
 * A stretch of time throughout which at least two series are abnormal.
 *
 * @param time when it is
 * @param most how many are abnormal at one time
 * @param series the names of all that take part, the worst first
 * @param text when it is, in words
 */
public record Coincidence(Span time, int most, List<String> series, String text) {

  public Coincidence {
    series = List.copyOf(series);
  }
}
