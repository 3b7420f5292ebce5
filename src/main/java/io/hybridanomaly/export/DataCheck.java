package io.hybridanomaly.export;

import io.hybridanomaly.export.Session.Fact;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.profile.CsvColumn;
import io.hybridanomaly.importing.read.DroppedRows;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The check of the data in a few lines for reading. */
public final class DataCheck {

  private DataCheck() {}

  /** What was read, from where to where, what was left out and what was decided. */
  public static List<Fact> of(ImportedSeries imported) {
    ImportSummary summary = imported.summary();
    TimeText times = new TimeText(imported.series().times());
    int last = imported.series().size() - 1;
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Value column", imported.series().name()));
    String dates =
        imported.profile().dateColumns().stream()
            .map(CsvColumn::name)
            .collect(Collectors.joining(" + "));
    facts.add(new Fact("Date column", dates.isEmpty() ? "none, rows are numbered" : dates));
    facts.add(new Fact("Rows read", NumberText.count(summary.rowsRead())));
    facts.add(new Fact("Points", NumberText.count(last + 1)));
    facts.add(new Fact("Time", times.of(0) + " to " + times.of(last)));
    summary.step().ifPresent(step -> facts.add(new Fact("Step", step.text())));
    facts.add(
        new Fact(
            "Values",
            NumberText.of(summary.minimum()) + " to " + NumberText.of(summary.maximum())));
    facts.add(new Fact("Missing values", NumberText.count(summary.missingValues())));
    facts.add(new Fact("Equal times", NumberText.count(summary.duplicateTimes())));
    for (DroppedRows dropped : summary.dropped()) {
      facts.add(
          new Fact(
              "Left out",
              NumberText.count(dropped.count(), "row") + " with " + dropped.reason().text()));
    }
    summary.notes().forEach(note -> facts.add(new Fact("Note", note)));
    return facts;
  }
}
