package io.hybridanomaly.export;

import io.hybridanomaly.analysis.DataSummary;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeText;
import java.util.ArrayList;
import java.util.List;

/** The check of the data in a few lines for reading. */
final class DataCheck {

  /**
   * Something about the data.
   *
   * @param name what it is
   * @param text how it is
   */
  record Fact(String name, String text) {}

  private DataCheck() {}

  /** What was read, from where to where, what was left out and what was decided. */
  static List<Fact> of(Dataset dataset) {
    DataSummary summary = dataset.summary();
    TimeText times = new TimeText(dataset.series().times());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Value column", summary.valueColumn()));
    String dates = String.join(" + ", summary.dateColumns());
    facts.add(new Fact("Date column", dates.isEmpty() ? "none, rows are numbered" : dates));
    facts.add(new Fact("Rows read", summary.rowsText()));
    facts.add(new Fact("Points", NumberText.count(summary.points())));
    facts.add(new Fact("Time", times.of(0) + " to " + times.of(dataset.series().size() - 1)));
    summary.samplingStep().ifPresent(step -> facts.add(new Fact("Step", step)));
    facts.add(
        new Fact(
            "Values",
            NumberText.of(summary.minimum()) + " to " + NumberText.of(summary.maximum())));
    summary.gaps().ifPresent(gaps -> facts.add(new Fact("Gaps", gaps.text())));
    facts.add(new Fact("Empty values", NumberText.count(summary.missingValues())));
    facts.add(new Fact("Equal times", NumberText.count(summary.duplicateTimes())));
    for (DataSummary.Dropped dropped : summary.dropped()) {
      facts.add(
          new Fact(
              "Left out", NumberText.count(dropped.count(), "row") + " with " + dropped.reason()));
    }
    summary.notes().forEach(note -> facts.add(new Fact("Note", note)));
    return facts;
  }
}
