package io.hybridanomaly.export;

import io.hybridanomaly.analysis.Analysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report of one or more runs as JSON: settings, seed, versions, data, timings, anomalies. */
public final class RunReport {

  /** An input that could not be judged. */
  private record Failed(String file, String error) {}

  /** Several inputs; those that could not be judged among them. */
  private record Several(Map<String, String> versions, List<Object> runs) {}

  private final boolean several;
  private final List<Object> runs = new ArrayList<>();

  /**
   * @param several whether the runs stand in an array {@code runs}, in the order in which they were
   *     added; otherwise the only run is the document itself
   */
  public RunReport(boolean several) {
    this.several = several;
  }

  /** Adds a run. Only what the report says of it is kept, not its series and scores. */
  public void add(Analysis analysis) {
    runs.add(RunDocument.of(analysis, several ? null : BuildInfo.versions()));
  }

  /**
   * Adds an input that could not be judged.
   *
   * @param file its path or name
   * @param error why, in a plain sentence
   */
  public void addFailure(String file, String error) {
    runs.add(new Failed(file, error));
  }

  /** The report as text. */
  public String json() {
    return Json.text(several ? new Several(BuildInfo.versions(), runs) : runs.getFirst());
  }
}
