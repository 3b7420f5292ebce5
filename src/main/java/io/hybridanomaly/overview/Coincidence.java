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

  private static final int NAMED = 10;

  public Coincidence {
    series = List.copyOf(series);
  }

  /** When it is and of which series, in words; of many series the worst. */
  public String sentence() {
    String names = String.join(", ", series.subList(0, Math.min(NAMED, series.size())));
    String others = series.size() > NAMED ? " and %d more".formatted(series.size() - NAMED) : "";
    String count =
        most == series.size()
            ? "%d series at once".formatted(most)
            : "%d series, at most %d at once".formatted(series.size(), most);
    return "%s: %s, %s%s".formatted(text, count, names, others);
  }
}
