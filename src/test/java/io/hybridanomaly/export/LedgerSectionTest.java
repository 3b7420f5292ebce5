package io.hybridanomaly.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.analysis.TestAnalyses;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.ledger.LedgerFile;
import io.hybridanomaly.ledger.RowNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ledger's part of a report. */
class LedgerSectionTest {

  private static final CsvSource FILE = TextSource.of("ledger.csv", LedgerFile.csv());

  private static String section(String csv, Map<Integer, RowNote> notes) {
    Markup out = new Markup();
    CsvSource source = TextSource.of("ledger.csv", csv);
    LedgerSection.write(
        LedgerReading.of(Optional.of(new LedgerSource(source, ImportOptions.defaults(), notes))),
        out);
    return out.toString();
  }

  private static Session session() throws Exception {
    ImportedSeries read = CsvImporter.read(FILE, ImportOptions.defaults());
    Dataset dataset =
        Dataset.of(new SourceFile("ledger.csv", 1, ""), ImportOptions.defaults(), read);
    Session usual = Sessions.of(read.series().size(), "ledger.csv", "amount", "");
    return new Session(
        TestAnalyses.of(dataset, usual.analysis().result()), List.of(), usual.created());
  }

  @Test
  void whatEachCheckFoundIsSaid() {
    assertThat(section(LedgerFile.csv(), Map.of()))
        .contains("<li>127 amounts just below 500,000, ")
        .contains("<th scope=\"row\">Just below a limit</th><td>127 rows just below 500,000, ")
        .contains("<th scope=\"row\">Copies</th><td>")
        .contains("<th scope=\"row\">Same amount and account</th><td>")
        .contains(" with the first two digits ")
        .contains(" multiples of 10,000")
        .doesNotContain("Marked and noted rows");
  }

  @Test
  void copiesAndNotedRowsAreListed() {
    StringBuilder csv = new StringBuilder("date,amount,vendor,no\n");
    for (int i = 0; i < 200; i++) {
      csv.append("2024-01-%02d,%d.37,v%d,%d%n".formatted(1 + i / 10, 100 + 7 * i, i % 9, i));
    }
    csv.append("2024-01-20,1493.37,v1,200\n");
    String section =
        section(
            csv.toString(),
            Map.of(3, new RowNote(RowNote.Mark.SUSPICIOUS, "<ask>"), 4, RowNote.NONE));
    assertThat(section)
        .contains("<li>2 rows equal another one in everything but their number</li>")
        .contains("<td>201</td><td>2024-01-20</td><td>1493.37</td><td>v1</td><td>199</td>")
        .contains("<td>202</td><td>2024-01-20</td><td>1493.37</td><td>v1</td><td>200</td>")
        .contains("<td>5</td><td>2024-01-01</td>")
        .contains("<td>suspicious</td><td>&lt;ask&gt;</td>")
        .doesNotContain("<td>6</td><td>2024-01-01</td>");
  }

  /** The CSV of a ledger has them behind its own columns. */
  @Test
  void rowsAreAtHandUnlessPointsWerePrepared() {
    ImportOptions options = ImportOptions.defaults();
    assertThat(new LedgerSource(FILE, options, Map.of()).rows().orElseThrow().columns())
        .containsExactly("date", "amount", "account", "text");
    ImportOptions summed = options.withDuplicates(DuplicateTimes.SUM);
    assertThat(new LedgerSource(FILE, summed, Map.of()).rows()).isEmpty();
  }

  @Test
  void aReportOfALedgerSpeaksOfItsCourseOnlyAndLeadsToTheRows() throws Exception {
    StringBuilder out = new StringBuilder();
    LedgerSource rows = new LedgerSource(FILE, ImportOptions.defaults(), Map.of());
    HtmlReport.write(session(), Optional.of(rows), out);
    assertThat(out)
        .contains("2 anomalies over time, ")
        .contains("stand under <a href=\"#ledger\">")
        .contains("127 amounts just below 500,000");
  }

  @Test
  void whyRowsCannotBeReadIsSaid() throws Exception {
    StringBuilder out = new StringBuilder();
    ImportOptions summed = ImportOptions.defaults().withDuplicates(DuplicateTimes.SUM);
    HtmlReport.write(session(), Optional.of(new LedgerSource(FILE, summed, Map.of())), out);
    assertThat(out)
        .contains("The points are no longer the rows of the file, one by one: choose no range")
        .doesNotContain("stand under");
  }

  /** They belong to rows that the file has lost since. */
  @Test
  void notesOfNoRowAreNotCounted() {
    Map<Integer, RowNote> notes =
        IntStream.range(10_000_000, 10_002_000)
            .boxed()
            .collect(
                Collectors.toMap(row -> row, row -> new RowNote(RowNote.Mark.SUSPICIOUS, "x")));
    assertThat(section(LedgerFile.csv(), notes)).doesNotContain("Marked and noted rows");
    notes.put(1, new RowNote(RowNote.Mark.SUSPICIOUS, "seen"));
    assertThat(section(LedgerFile.csv(), notes)).contains("<td>seen</td>").doesNotContain(" more.");
  }

  /** Points that were prepared are not the rows, and a report may be made without its file. */
  @Test
  void withoutRowsItSaysWhereTheyAreLookedAt() throws Exception {
    StringBuilder out = new StringBuilder();
    HtmlReport.write(session(), out);
    assertThat(out)
        .contains("<h2>Ledger</h2>")
        .contains("open the ledger view on the page")
        .contains("were not looked for, see <a href=\"#ledger\">")
        .doesNotContain("stand under");
    StringBuilder other = new StringBuilder();
    HtmlReport.write(Sessions.of(400, "f.csv", "v", ""), other);
    assertThat(other).doesNotContain("id=\"ledger\"").doesNotContain(" over time");
  }
}
