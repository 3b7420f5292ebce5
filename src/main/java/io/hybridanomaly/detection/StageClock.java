package io.hybridanomaly.detection;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures how long each stage of a detection takes. Used by one thread at a time: a detection
 * tells one thing after the other, on any of its threads, and is over when the times are asked for.
 */
public final class StageClock implements ProgressListener {

  private final ProgressListener next;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String stage = "";
  private long since = System.nanoTime();

  /**
   * @param next hears the progress as well
   */
  public StageClock(ProgressListener next) {
    this.next = next;
  }

  /** Ends the current stage and begins another; an empty name begins none. */
  public void begin(String name) {
    long now = System.nanoTime();
    if (!stage.isEmpty()) {
      seconds.merge(stage, (now - since) / 1e9, Double::sum);
    }
    stage = name;
    since = now;
  }

  /** Adds what a stage took before. */
  public void add(String name, double more) {
    seconds.merge(name, more, Double::sum);
  }

  @Override
  public void onProgress(Progress progress) {
    String name =
        switch (progress) {
          case Progress.LoadingEngine ignored -> "engine";
          case Progress.Preparing ignored -> "preparation";
          case Progress.Training ignored -> "training";
          case Progress.Scoring ignored -> "scoring";
        };
    if (!name.equals(stage)) {
      begin(name);
    }
    next.onProgress(progress);
  }

  @Override
  public PreliminaryListener preliminary() {
    return next.preliminary();
  }

  /** Seconds by stage, in the order in which they ran. */
  public Map<String, Double> seconds() {
    return seconds;
  }
}
