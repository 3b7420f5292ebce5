package io.hybridanomaly.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.ImportException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The column that says to which group of like series a series belongs. */
class GroupColumnTest {

  private static final int DAYS = 60;

  private static ImportOptions grouped(String column) {
    return ImportOptions.defaults().withGroupColumn(column);
  }

  private static String day(int i) {
    return "2024-%02d-%02d".formatted(1 + i / 28, 1 + i % 28);
  }

  private static String rows(String header, IntFunction<String> row) {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (int i = 0; i < DAYS; i++) {
      text.append(row.apply(i));
    }
    return text.toString();
  }

  /** The groups of the series of a table, as name and group. */
  private static List<String> groups(List<SeriesReading> all) throws ImportException {
    List<String> found = new ArrayList<>();
    for (SeriesReading each : all) {
      found.add(each.name().orElse("-") + ": " + each.series().group().orElse("none"));
    }
    return found;
  }

  private static List<String> groups(String text) throws ImportException {
    return groups(CsvImporter.readAll(TextSource.of(text), grouped("region")));
  }

  @Test
  void eachSeriesOfALongTableHasItsGroup() throws ImportException {
    String text =
        rows(
            "date,region,meter,kwh",
            i -> "%1$s,north,M0,%2$d%n%1$s,south,M1,%2$d%n%1$s,,M2,%2$d%n".formatted(day(i), i));
    assertThat(groups(text)).containsExactly("M0: north", "M1: south", "M2: none");
  }

  @Test
  void seriesBelowEachOtherAreToldApartByTheirNamesAndNotByTheirGroup() throws ImportException {
    StringBuilder text = new StringBuilder("date,region,meter,kwh\n");
    for (String meter : List.of("north,M0", "north,M1", "south,M2")) {
      for (int i = 0; i < DAYS; i++) {
        text.append("%s,%s,%d%n".formatted(day(i), meter, i));
      }
    }
    assertThat(groups(text.toString())).containsExactly("M0: north", "M1: north", "M2: south");
  }

  @Test
  void theGroupTellsSeriesApartWhereNothingElseDoes() throws ImportException {
    String side =
        rows("date,region,kwh", i -> "%1$s,north,%2$d%n%1$s,south,%2$d%n".formatted(day(i), i));
    assertThat(groups(side)).containsExactly("north: north", "south: south");

    String below = rows("date,region,kwh", i -> "%s,north,%d%n".formatted(day(i), i));
    below += rows("", i -> "%s,south,%d%n".formatted(day(i), i)).substring(1);
    assertThat(groups(below)).containsExactly("north: north", "south: south");

    String twice =
        rows(
            "date,region,meter,kwh",
            i -> {
              StringBuilder row = new StringBuilder();
              for (String meter : List.of("north,M0", "north,M1", "south,M0", "south,M1")) {
                row.append("%s,%s,%d%n".formatted(day(i), meter, i));
              }
              return row.toString();
            });
    assertThat(groups(twice))
        .containsExactly(
            "north / M0: north", "north / M1: north", "south / M0: south", "south / M1: south");
  }

  @Test
  void aFileOfOneSeriesHasOneGroupInAllItsRows() throws ImportException {
    String one = rows("date,kwh,region", i -> "%s,%d, north %n".formatted(day(i), i));
    assertThat(groups(one)).containsExactly("-: north");

    String several =
        rows("date,kwh,region", i -> "%s,%d,%s%n".formatted(day(i), i, i < 9 ? "north" : "south"));
    assertThatThrownBy(() -> groups(several))
        .isInstanceOf(ImportException.class)
        .hasMessage(
            "The rows of the series have several groups in the column “region”, such as “north” and"
                + " “south”: give all rows one, or choose another group column.");
    assertThatThrownBy(() -> groups(rows("date,kwh", i -> "%s,%d%n".formatted(day(i), i))))
        .isInstanceOf(ImportException.class)
        .hasMessage(
            "There is no column “region”: choose by header or number from 1 “date”, 2 “kwh”.");
  }

  @Test
  void rowsThatAreLeftOutHaveNoGroup() throws ImportException {
    String text = rows("date,kwh,region", i -> "%s,%d,north%n".formatted(day(i), i));
    assertThat(groups(text + "Total,1770,all\n")).containsExactly("-: north");
  }

  @Test
  void aGroupWithNumbersIsNoValue() throws ImportException {
    String wide =
        rows("date,region,a,b", i -> "%s,7,%d.5,%d.25%n".formatted(day(i), i % 9, i % 11));
    ImportedSeries guessed = CsvImporter.read(TextSource.of(wide), grouped("2"));
    assertThat(guessed.series().name()).isEqualTo("a");
    assertThat(guessed.group()).contains("7");
    assertThat(groups(CsvImporter.columns(TextSource.of(wide), grouped("region"))))
        .containsExactly("a: 7", "b: 7");
  }

  @Test
  void rowsThatAreSeriesHaveAGroupToo() throws ImportException {
    StringBuilder text = new StringBuilder("meter,region");
    for (int i = 0; i < DAYS; i++) {
      text.append(',').append(day(i));
    }
    for (String name : List.of("M0,north", "M1,south", "M2,north")) {
      text.append('\n').append(name);
      for (int i = 0; i < DAYS; i++) {
        text.append(',').append(i % 7);
      }
    }
    List<SeriesReading> all = CsvImporter.readAll(TextSource.of(text + "\n"), grouped("region"));
    assertThat(all).hasSize(3);
    List<Optional<String>> found = new ArrayList<>();
    for (SeriesReading each : all) {
      found.add(each.series().group());
    }
    assertThat(found)
        .containsExactly(Optional.of("north"), Optional.of("south"), Optional.of("north"));
  }

  @Test
  void withoutANamedColumnThereIsNoGroup() throws ImportException {
    String text = rows("date,kwh,region", i -> "%s,%d,north%n".formatted(day(i), i));
    assertThat(CsvImporter.read(TextSource.of(text), ImportOptions.defaults()).group()).isEmpty();
  }
}
