package io.hybridanomaly.export;

import io.hybridanomaly.importing.OriginalRows;
import io.hybridanomaly.ledger.DigitTest;
import io.hybridanomaly.ledger.DuplicateGroup;
import io.hybridanomaly.ledger.Finding;
import io.hybridanomaly.ledger.JustBelow;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.RoundAmounts;
import io.hybridanomaly.ledger.RowNote;
import io.hybridanomaly.series.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the ledger view of the page shows, as a section of a report: what is worth a look, what each
 * check found, the copies and the rows that a person marked or noted.
 */
final class LedgerSection {

  private static final String NOT_READ =
      "Copies, duplicates, amounts just below a limit and round amounts show only in the rows of the"
          + " file, which were not read. ";

  private static final String NO_HEAP =
      "no round number has clearly more amounts just below it than on either side";

  /** Rows that are listed of the copies; the workbook of the page holds all. */
  private static final int MOST_COPIES = 20;

  private static final int MOST_NOTES = 1_000;

  private final Markup out;

  private LedgerSection(Markup out) {
    this.out = out;
  }

  /** Writes the section. */
  static void write(LedgerReading reading, Markup out) {
    LedgerSection section = new LedgerSection(out);
    out.raw("<section id=\"ledger\">\n").element("h2", "Ledger");
    reading
        .ledger()
        .ifPresentOrElse(
            ledger -> section.all(ledger, reading.notes()),
            () -> out.element("p", NOT_READ + reading.problem()));
    out.raw("</section>\n");
  }

  private void all(Ledger ledger, Map<Integer, RowNote> notes) {
    List<Finding> findings = ledger.findings();
    if (findings.isEmpty()) {
      out.element("p", "No check found more than chance explains.");
    } else {
      out.element("p", "Worth a look, and not proof of anything:").raw("<ul>\n");
      findings.forEach(finding -> out.element("li", finding.text(Locale.ENGLISH)));
      out.raw("</ul>\n");
    }
    checks(ledger);
    copies(ledger.rows(), findings);
    notes(ledger.rows(), notes);
  }

  private void checks(Ledger ledger) {
    out.raw("<table>\n");
    List<DigitTest.Bar> suspects = ledger.suspectDigits();
    if (!suspects.isEmpty()) {
      out.row("Suspects", suspects(ledger, suspects));
    }
    groups("Copies", ledger.copies());
    groups("Same amount", ledger.duplicates());
    if (!ledger.rows().dateColumns().isEmpty()) {
      groups("Same amount and date", ledger.duplicatesByDate());
    }
    for (int column : ledger.otherColumns()) {
      groups("Same amount and " + ledger.rows().columns().get(column), ledger.duplicatesBy(column));
    }
    out.row("Just below a limit", ledger.suggestedLimit().map(LedgerSection::below).orElse(NO_HEAP))
        .row(
            "Round amounts",
            ledger.roundAmounts().stream()
                .map(LedgerSection::multiples)
                .collect(Collectors.joining(", ")))
        .raw("</table>\n");
  }

  private static String suspects(Ledger ledger, List<DigitTest.Bar> bars) {
    return "%s with the first two digits %s, which deviate most from Benford's law%s"
        .formatted(
            NumberText.count(ledger.suspects().length, "row"),
            bars.stream().map(DigitTest.Bar::label).collect(Collectors.joining(" and ")),
            bars.stream().anyMatch(DigitTest.Bar::isNotable)
                ? ""
                : ", though no further than chance explains");
  }

  private static String below(JustBelow heap) {
    return "%s just below %s, %s in an equal band above"
        .formatted(
            NumberText.count(heap.rows().length, "row"),
            NumberText.of(heap.limit()),
            NumberText.count(heap.above()));
  }

  private static String multiples(RoundAmounts round) {
    return "%s of %s"
        .formatted(
            NumberText.count(round.rows().length, "multiple"), NumberText.count(round.step()));
  }

  private void groups(String name, List<DuplicateGroup> groups) {
    int rows = groups.stream().mapToInt(group -> group.rows().length).sum();
    out.row(
        name,
        groups.isEmpty()
            ? "none"
            : "%s with %s"
                .formatted(
                    NumberText.count(groups.size(), "group"), NumberText.count(rows, "row")));
  }

  /** In most ledgers nothing is more telling, and they are few. */
  private void copies(OriginalRows rows, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding instanceof Finding.Copies copies) {
        int[] all = copies.groups().stream().flatMapToInt(g -> Arrays.stream(g.rows())).toArray();
        out.element("h3", "Copies");
        head(rows, List.of());
        Arrays.stream(all).limit(MOST_COPIES).forEach(row -> cells(rows, row, List.of()));
        out.raw("</tbody></table>\n");
        more(all.length, MOST_COPIES);
      }
    }
  }

  private void notes(OriginalRows rows, Map<Integer, RowNote> notes) {
    Map<Integer, RowNote> known = new TreeMap<>(notes).headMap(rows.size());
    if (known.isEmpty()) {
      return;
    }
    out.element("h3", "Marked and noted rows");
    head(rows, List.of("mark", "note"));
    known.entrySet().stream()
        .limit(MOST_NOTES)
        .forEach(
            note ->
                cells(
                    rows,
                    note.getKey(),
                    List.of(note.getValue().mark().label(), note.getValue().text())));
    out.raw("</tbody></table>\n");
    more(known.size(), MOST_NOTES);
  }

  private void more(int all, int listed) {
    if (all > listed) {
      out.element("p", "And %s more.".formatted(NumberText.count(all - listed)));
    }
  }

  private void head(OriginalRows rows, List<String> further) {
    out.raw("<table class=\"rows\"><thead><tr>");
    List<String> names = new ArrayList<>(List.of("line"));
    names.addAll(rows.columns());
    names.addAll(further);
    names.forEach(name -> out.raw("<th scope=\"col\">").text(name).raw("</th>"));
    out.raw("</tr></thead><tbody>\n");
  }

  private void cells(OriginalRows rows, int row, List<String> further) {
    out.raw("<tr><td>").text(Long.toString(rows.lines()[row])).raw("</td>");
    List<String> cells = new ArrayList<>(rows.cells(row));
    cells.addAll(further);
    cells.forEach(cell -> out.raw("<td>").text(cell).raw("</td>"));
    out.raw("</tr>\n");
  }
}
