package io.hybridanomaly.jobs;

import java.util.Locale;

/** Where a job is. */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether nothing happens to it any more. */
  public boolean isEnd() {
    return this != QUEUED && this != RUNNING;
  }

  /** In small letters, as it is stored and told. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
