package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All series of a table in one reading. The oracle is the reading of each series alone. */
class AllSeriesTest {

  /** A table in memory that counts how often it is opened. */
  private static final class Counted implements CsvSource {
    private final byte[] bytes;
    private int opened;

    Counted(String text) {
      bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
      return "t.csv";
    }

    @Override
    public InputStream open() {
      opened++;
      return new ByteArrayInputStream(bytes);
    }
  }

  private static String stores(String header, String pattern, int days) {
    return header + rows(pattern, 0, days);
  }

  private static String rows(String pattern, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      String day =
          LocalDate.of(2024, 1, 1).plusDays(i).format(DateTimeFormatter.ofPattern(pattern));
      for (int store = 0; store < 5; store++) {
        text.append("%s,store %d,%d.5%n".formatted(day, store, 100 * store + i % 7));
      }
    }
    return text.toString();
  }

  private static void expectAsAlone(Counted table, List<String> names) throws ImportException {
    List<SeriesReading> all = CsvImporter.readAll(table, ImportOptions.defaults());
    assertThat(all.stream().map(SeriesReading::name))
        .isEqualTo(names.stream().map(Optional::of).toList());
    for (SeriesReading each : all) {
      ImportedSeries together = each.series();
      ImportedSeries alone =
          CsvImporter.read(table, ImportOptions.defaults().withSeries(each.name().orElseThrow()));
      assertThat(together.series().values()).isEqualTo(alone.series().values());
      assertThat(together.series().times().text(3)).isEqualTo(alone.series().times().text(3));
      assertThat(together.summary()).isEqualTo(alone.summary());
      assertThat(together.profile()).isEqualTo(alone.profile());
    }
  }

  @Test
  void oneReadingGivesAllSeries() throws ImportException {
    Counted table = new Counted(stores("date,store,sales\n", "yyyy-MM-dd", 60));
    for (SeriesReading each : CsvImporter.readAll(table, ImportOptions.defaults())) {
      assertThat(each.series().series().size()).isEqualTo(60);
    }
    // Once the head, once the whole file.
    assertThat(table.opened).isEqualTo(2);
  }

  @Test
  void anOrderThatIsOpenIsReadOnceForAllSeries() throws ImportException {
    // All pairs of numbers up to 12, shuffled, so that neither order is sorted or even.
    List<Integer> pairs = new ArrayList<>(IntStream.range(0, 144).boxed().toList());
    Collections.shuffle(pairs, new Random(1));
    StringBuilder text = new StringBuilder("date,store,sales\n");
    for (int pair : pairs) {
      String day = "%02d/%02d/2024".formatted(pair / 12 + 1, pair % 12 + 1);
      for (String store : List.of("a", "b", "c")) {
        text.append("%s,%s,%d%n".formatted(day, store, pair % 5));
      }
    }
    Counted table = new Counted(text.toString());
    for (SeriesReading each : CsvImporter.readAll(table, ImportOptions.defaults())) {
      assertThat(each.series().summary().dateQuestion()).isPresent();
    }
    assertThat(table.opened).isEqualTo(3);
  }

  @Test
  void eachSeriesIsThatOfItsOwnReading() throws ImportException {
    List<String> names = List.of("store 0", "store 1", "store 2", "store 3", "store 4");
    String table = stores("date,store,sales\n", "dd/MM/yyyy", 50);
    expectAsAlone(new Counted(table), names);
    // Rows of another width, without a time and without a value, before and after.
    expectAsAlone(
        new Counted(
            table.replace(
                "05/01/2024,store 1,100", "05/01/2024\n??,store 1,9\n05/01/2024,store 1,x")),
        names);
    expectAsAlone(new Counted(table + "1,2\n3\n01/01/2025,store 3,7\n"), names);
  }

  @Test
  void seriesBelowEachOtherAreReadTogether() throws ImportException {
    StringBuilder text = new StringBuilder("id,date,value\n");
    for (String id : List.of("north", "south")) {
      for (int i = 0; i < 6000; i++) {
        text.append("%s,%s,%d%n".formatted(id, LocalDate.of(2000, 1, 1).plusDays(i), i % 9));
      }
    }
    expectAsAlone(new Counted(text.toString()), List.of("north", "south"));
  }

  @Test
  void aShortSeriesLeavesTheOthersUsable() throws ImportException {
    String text = stores("date,store,sales\n", "yyyy-MM-dd", 60) + "2024-01-01,new,5\n";
    List<SeriesReading> all = CsvImporter.readAll(new Counted(text), ImportOptions.defaults());
    assertThat(all).hasSize(6);
    assertThat(all.get(0).series().series().size()).isEqualTo(60);
    assertThatThrownBy(() -> all.get(5).series())
        .isInstanceOf(ImportException.class)
        .hasMessageContaining("“new” has only 1 point");
  }

  @Test
  void aTableOfOneSeriesGivesIt() throws ImportException {
    StringBuilder text = new StringBuilder("date,value\n");
    for (int i = 0; i < 40; i++) {
      text.append("%s,%d%n".formatted(LocalDate.of(2024, 1, 1).plusDays(i), i));
    }
    Counted table = new Counted(text.toString());
    List<SeriesReading> all = CsvImporter.readAll(table, ImportOptions.defaults());
    assertThat(all).singleElement().matches(each -> each.name().isEmpty());
    assertThat(all.get(0).series().series().size()).isEqualTo(40);
    assertThat(table.opened).isEqualTo(2);
  }

  @Test
  void namesOfColumnsAreNoSeries() throws ImportException {
    String table = stores("date,store,sales\n", "yyyy-MM-dd", 20);
    // The header again, and another table of the same width below a blank line.
    String text =
        table
            + "date,store,sales\n"
            + rows("yyyy-MM-dd", 20, 60)
            + "\nday,country,visits\n2024-01-01,France,3\n2024-01-02,Spain,4\n";
    List<SeriesReading> all = CsvImporter.readAll(new Counted(text), ImportOptions.defaults());
    assertThat(all.stream().map(each -> each.name().orElseThrow()))
        .containsExactly("store 0", "store 1", "store 2", "store 3", "store 4");
    ImportSummary summary = all.get(2).series().summary();
    assertThat(summary.rowsRead()).isEqualTo(301);
    assertThat(summary.rowsDropped()).isEqualTo(1);
    assertThat(String.join(" ", summary.notes())).contains("Another table starts in line 304");
  }

  @Test
  void aBlankBehindANameIsNoOtherSeries() throws ImportException {
    String text =
        stores("date,store,sales\n", "yyyy-MM-dd", 40)
            .replace("2024-01-07,store 1,", "2024-01-07,store 1 ,");
    ImportOptions one = ImportOptions.defaults().withSeries("store 1");
    assertThat(CsvImporter.read(new Counted(text), one).series().size()).isEqualTo(40);
    assertThat(CsvImporter.readAll(new Counted(text), ImportOptions.defaults())).hasSize(5);
  }
}
