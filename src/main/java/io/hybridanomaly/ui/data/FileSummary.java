package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.hybridanomaly.importing.DroppedRows;
import io.hybridanomaly.importing.ImportProblem;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.ui.base.Texts;
import io.hybridanomaly.ui.base.TimeText;
import java.util.List;

/** What was read from a file: how much, from when to when, what was left out and why. */
final class FileSummary extends Div {

  FileSummary(LoadedSeries loaded) {
    setId("file-summary");
    addClassName("file-summary");
    ImportSummary summary = loaded.imported().summary();
    TimeText times = new TimeText(loaded.imported().series().times());
    int points = loaded.imported().series().size();
    Paragraph title = new Paragraph(loaded.source().name());
    title.addClassName("file-name");
    add(
        title,
        new Paragraph(Texts.count(summary.rowsRead(), "row") + " read"),
        new Paragraph(times.of(0) + " to " + times.of(points - 1) + stepText(summary)),
        new Paragraph(
            "Values from %s to %s"
                .formatted(Texts.value(summary.minimum()), Texts.value(summary.maximum()))));
    addDropped(summary);
    addNotes(summary);
  }

  private static String stepText(ImportSummary summary) {
    return summary
        .step()
        .map(step -> step.regular() ? ", every " + step.text() : ", at irregular times")
        .orElse("");
  }

  private void addDropped(ImportSummary summary) {
    if (summary.rowsDropped() == 0) {
      return;
    }
    UnorderedList reasons = new UnorderedList();
    for (DroppedRows dropped : summary.dropped()) {
      reasons.add(
          new ListItem(
              "%s with %s"
                  .formatted(Texts.count(dropped.count(), "row"), dropped.reason().text())));
    }
    for (ImportProblem problem : summary.problems()) {
      reasons.add(new ListItem(problem.sentence()));
    }
    Details details = new Details(Texts.count(summary.rowsDropped(), "row") + " left out", reasons);
    details.addClassName("dropped-rows");
    add(details);
  }

  private void addNotes(ImportSummary summary) {
    List<String> notes = summary.notes();
    if (notes.isEmpty()) {
      return;
    }
    UnorderedList list = new UnorderedList();
    notes.forEach(note -> list.add(new ListItem(note)));
    add(new Details("How the file was read", list));
  }
}
