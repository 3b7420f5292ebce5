package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.analysis.SourceFile;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.container.Containers;
import io.hybridanomaly.importing.container.TableSource;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.base.Member;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.overview.SeriesRuns;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several files, and several series in one table, as one overview. */
class SeveralTablesTest extends PageWithoutBrowser {

  private static String rows() {
    StringBuilder text = new StringBuilder("row,load\n");
    for (int i = 0; i < POINTS; i++) {
      text.append(i).append(',').append(100.5 + i % 7).append('\n');
    }
    return text.toString();
  }

  private static Containers.Part part(String name) {
    return new Containers.Part(TextSource.of(name, rows()), "");
  }

  private static LoadedSeries load(CsvSource source, ImportOptions options) throws Exception {
    ImportedSeries imported = CsvImporter.read(source, options);
    Dataset dataset = Dataset.of(SourceFile.of(source.name(), source.origin()), options, imported);
    return new LoadedSeries(source, dataset, imported, 24);
  }

  private SeriesRuns runs() {
    return state().seriesRuns().orElseThrow();
  }

  @Test
  void aChartOfOneFileOfSeveralNamesTheFile() throws Exception {
    String of = rows();
    List<TableSource> tables =
        Containers.together(
            List.of(
                new Containers.Part(TextSource.of("a.csv", of.replace("load", "value")), ""),
                part("b.csv")),
            1000);
    assertThat(load(tables.get(0), ImportOptions.defaults()).title()).isEqualTo("a.csv");
    assertThat(load(tables.get(1), ImportOptions.defaults()).title()).isEqualTo("b.csv: load");
    assertThat(load(TextSource.of("c.csv", of), ImportOptions.defaults()).title())
        .isEqualTo("load");
  }

  @Test
  void filesThatCameTogetherAreRowsAndABadOneIsARowWithItsSentence() throws Exception {
    List<TableSource> tables =
        Containers.together(
            List.of(
                part("a.csv"),
                part("a.csv"),
                new Containers.Part(TextSource.of("b.csv", ""), "Gone.")),
            1000);
    LoadedSeries first = load(tables.get(0), ImportOptions.defaults());
    LoadedSeries second = load(tables.get(1), ImportOptions.defaults());
    load(first);
    assertThat(Members.TABLES.offer(first)).isEqualTo("Detect in all 3 files");
    assertThat(Members.TABLES.among(first)).isEqualTo("1 of 3 files");
    assertThat(Members.TABLES.notJudged(first, 1)).isEqualTo("1 other file has not been judged.");
    presenter.on(new PageEvent.DetectAllPressed(Members.TABLES));
    assertThat(effects)
        .last()
        .isEqualTo(new PageEffect.ReadMember(new Member.Table(tables.get(0))));
    load(first);
    finish(first);
    load(second);
    finish(second);
    presenter.on(new PageEvent.Failed(Source.FILE, "b.csv: Gone."));
    assertThat(runs().running()).isFalse();
    assertThat(runs().title()).isEqualTo("All series of 3 files");
    assertThat(runs().runs())
        .extracting(done -> done.digest().name())
        .containsExactly("a.csv", "a.csv (2)");
    assertThat(runs().failed())
        .singleElement()
        .satisfies(failed -> assertThat(failed.name()).isEqualTo("b.csv"));
    assertThat(state().problem()).isEmpty();

    presenter.on(new PageEvent.SeriesOpened("a.csv (2)"));
    assertThat(state().loaded()).contains(second);
    presenter.on(new PageEvent.OverviewWanted());
    assertThat(runs().open()).isTrue();
  }

  @Test
  void anotherFileEndsTheOverview() throws Exception {
    List<TableSource> tables = Containers.together(List.of(part("a.csv"), part("b.csv")), 1000);
    LoadedSeries first = load(tables.get(0), ImportOptions.defaults());
    load(first);
    presenter.on(new PageEvent.DetectAllPressed(Members.TABLES));
    load(first);
    finish(first);
    load(series("c.csv", "one"));
    assertThat(state().seriesRuns()).isEmpty();
    assertThat(state().membersToDo()).isEmpty();
  }

  @Test
  void theSeriesOfALongTableAreRows() throws Exception {
    StringBuilder text = new StringBuilder("time,store,sales\n");
    for (int day = 1; day <= 60; day++) {
      for (String store : List.of("north", "south")) {
        LocalDate date = LocalDate.of(2024, 1, 31).plusDays(day);
        text.append("%s,%s,%d.5\n".formatted(date, store, 10 + day % 7));
      }
    }
    CsvSource table = TextSource.of("stores.csv", text.toString());
    LoadedSeries north = load(table, ImportOptions.defaults());
    LoadedSeries south = load(table, ImportOptions.defaults().withSeries("south"));
    load(north);
    assertThat(Members.GROUPS.offer(north)).isEqualTo("Detect in all 2 series");
    presenter.on(new PageEvent.DetectAllPressed(Members.GROUPS));
    load(north);
    assertThat(runs().nameOf(north)).isEqualTo("north");
    assertThat(runs().nameOf(south)).isEqualTo("south");
    presenter.on(new PageEvent.Failed(Source.DETECTION, "Too short."));
    assertThat(effects)
        .last()
        .isEqualTo(new PageEffect.ReadMember(new Member.Group(table, "south")));
    assertThat(runs().failed().getFirst().name()).isEqualTo("north");
  }
}
