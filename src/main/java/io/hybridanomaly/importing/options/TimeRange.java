package io.hybridanomaly.importing.options;

import java.util.Optional;

/**
 * A range of times, both ends included. The ends are written as dates in the file's own notation or
 * in ISO-8601 and are compared with the wall clock of the file, whatever its zones; an end without
 * a time of day means the whole day, month or year. In a file without dates they are row numbers.
 *
 * @param from the first time; empty for no bound
 * @param to the last time; empty for no bound
 */
public record TimeRange(Optional<String> from, Optional<String> to) {

  /** No bound. */
  public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty());

  /** A range with both ends; a blank end is no bound. */
  public static TimeRange of(String from, String to) {
    return new TimeRange(
        Optional.of(from).filter(text -> !text.isBlank()),
        Optional.of(to).filter(text -> !text.isBlank()));
  }

  /** Whether no end is bounded. */
  public boolean isAll() {
    return from.isEmpty() && to.isEmpty();
  }
}
