package io.hybridanomaly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One page over many series, on the command line. */
class OverviewCommandTest {

  private static final int HOURS = 240;
  private static final Pattern NAME = Pattern.compile("<h3>(?:<a href=\"([^\"]*)\">)?([^<]*)<");

  private Detect last = new Detect(0, "", "");

  private Path folder;

  @BeforeEach
  void keepFolder(@TempDir Path temporary) throws IOException {
    folder = Files.createDirectory(temporary.resolve("in"));
  }

  @Test
  void aFolderIsOnePageWithALinkForEachFile() throws IOException {
    write("calm.csv", dated(0, -1));
    write("later #1.csv", dated(300, 120));
    write("rows <b>.csv", "v\n" + dated(0, 60).replaceAll("(?m)^.*,", "").substring(2));
    write("empty.csv", "");
    assertThat(run(folder.toString(), "--output", at("out"), "--overview", at("o.html")))
        .isEqualTo(2);
    assertThat(last.errors()).singleElement().asString().contains("empty.csv: The file is empty");
    String page = Files.readString(Path.of(at("o.html")));
    assertThat(page).contains("1 series could not be judged").doesNotContain("<script", "<b>");
    assertThat(names(page))
        .containsExactly("later #1.csv", "calm.csv", "rows &lt;b&gt;.csv", "empty.csv");
    assertThat(links(page))
        .containsExactly("./out/later%20%231.csv", "./out/calm.csv", "./out/rows%20%3Cb%3E.csv");
    assertThat(page).contains("By row", "The file is empty: choose a file with data.");
  }

  @Test
  void ofOneFileItShowsAllValueColumnsTheWorstFirst() throws IOException {
    String file = write("wide.csv", wide());
    assertThat(run(file, "--overview", at("o.html"))).isZero();
    assertThat(last.out()).isEmpty();
    assertThat(last.errors()).isEmpty();
    String page = Files.readString(Path.of(at("o.html")));
    assertThat(names(page)).hasSize(3).element(2).isEqualTo("calm");
    assertThat(names(page)).contains("one", "two");
    assertThat(page).contains("2 series at once").doesNotContain("<a href");
  }

  @Test
  void allValueColumnsHaveTheBytesOfEachAlone() throws IOException {
    String file = write("wide.csv", wide());
    assertThat(run(file, "--value", "all", "--output", at("o.csv"))).isZero();
    assertThat(run(file, "--value", "two", "--output", at("alone.csv"))).isZero();
    assertThat(Path.of(at("o-two.csv"))).hasSameBinaryContentAs(Path.of(at("alone.csv")));
    assertThat(Path.of(at("o-calm.csv"))).exists();
    assertThat(Path.of(at("o-time.csv"))).doesNotExist();
  }

  @Test
  void ofATableThatHoldsSeveralSeriesItShowsEach() throws IOException {
    StringBuilder text = new StringBuilder("date,store,sales\n");
    for (int i = 0; i < 60; i++) {
      String time = LocalDateTime.of(2024, 1, 1, 0, 0).plusDays(i).toLocalDate().toString();
      text.append("%s,north,%d\n%s,south,%d\n".formatted(time, 10 + i % 7, time, 90 + i % 7));
    }
    text.append("2024-06-01,short,1\n");
    String file = write("stores.csv", text.toString());
    assertThat(run(file, "--overview", at("o.html"))).isEqualTo(2);
    assertThat(names(Files.readString(Path.of(at("o.html")))))
        .containsExactly("north", "south", "short");
    assertThat(last.errors()).singleElement().asString().contains("stores.csv (short): ");
  }

  @Test
  void equalNamesAreToldApartByTheirFolders() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    Files.createDirectory(folder.resolve("b"));
    String one = write("a/x.csv", dated(0, -1));
    String two = write("b/x.csv", dated(0, -1));
    assertThat(run(one, two, "--overview", at("o.html"))).isZero();
    assertThat(names(Files.readString(Path.of(at("o.html")))))
        .containsExactly("a/x.csv", "b/x.csv");
  }

  @Test
  void anEmptyFolderIsAPageToo() throws IOException {
    assertThat(run(folder.toString(), "--overview", at("o.html"))).isEqualTo(2);
    assertThat(last.errors()).singleElement().asString().contains("no file that ends in .csv");
    assertThat(Files.readString(Path.of(at("o.html"))))
        .contains("No series could be judged.", "name the files outright");
  }

  @Test
  void contradictionsAreSaidBeforeAnyWork() throws IOException {
    String file = write("wide.csv", wide());
    assertThat(run(file, "--overview", file)).isEqualTo(2);
    assertThat(last.errors()).singleElement().asString().contains("overwrite an input");
    assertThat(run(file, "--overview", at("o"), "--report", at("o"))).isEqualTo(2);
    assertThat(last.errors()).singleElement().asString().contains("--overview", "the same file");
    assertThat(run(file, "--value", "all", "--series", "all", "--output", at("o"))).isEqualTo(2);
    assertThat(last.errors()).singleElement().asString().contains("do not go together");
    assertThat(run(file, "--value", "all")).isEqualTo(2);
    assertThat(last.errors()).singleElement().asString().contains("--output");
  }

  @Test
  void progressSaysWhichOfAll() throws IOException {
    String file = write("wide.csv", wide());
    assertThat(run(file, "--overview", at("o.html"), "--progress")).isZero();
    // Two run at a time: whether a later number is told depends on which of them ends first.
    assertThat(last.err()).contains("1 of 3: wide.csv (");
  }

  @Test
  void onATerminalEachFileIsToldWithWhatItHolds() throws IOException {
    String file = write("wide.csv", wide());
    assertThat(run(file, "--value", "all", "--output", at("each"), "--progress")).isZero();
    assertThat(last.err()).containsPattern("wide\\.csv \\(\\w+\\): (nothing abnormal|\\d+ anomal)");
    assertThat(folder.resolveSibling("each")).doesNotExist();
    try (Stream<Path> written = Files.list(folder.getParent())) {
      assertThat(written.map(path -> path.getFileName().toString()))
          .filteredOn(name -> name.startsWith("each"))
          .hasSize(3)
          .allMatch(name -> name.endsWith(".csv"));
    }
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String at(String name) {
    return folder.resolveSibling(name).toString();
  }

  private static List<String> names(String page) {
    return NAME.matcher(page).results().map(found -> found.group(2)).toList();
  }

  private static List<String> links(String page) {
    List<String> links = new ArrayList<>();
    for (MatchResult found : NAME.matcher(page).results().toList()) {
      if (found.group(1) != null) {
        links.add(found.group(1));
      }
    }
    return links;
  }

  private static String dated(int firstHour, int spike) {
    StringBuilder text = new StringBuilder("time,v\n");
    LocalDateTime start = LocalDateTime.of(2024, 3, 1, 0, 0).plusHours(firstHour);
    for (int i = 0; i < HOURS; i++) {
      text.append("%s,%.2f\n".formatted(start.plusHours(i), value(i, i == spike)));
    }
    return text.toString();
  }

  /** A calm column, and two with an incident at the same time. */
  private static String wide() {
    StringBuilder text = new StringBuilder("time,calm,one,two\n");
    LocalDateTime start = LocalDateTime.of(2024, 3, 1, 0, 0);
    for (int i = 0; i < HOURS; i++) {
      boolean incident = i >= 150 && i < 156;
      text.append(
          "%s,%.2f,%.2f,%.2f\n"
              .formatted(
                  start.plusHours(i),
                  value(i, false),
                  2 + value(i, incident),
                  5 + value(i + 3, incident)));
    }
    return text.toString();
  }

  private static double value(int i, boolean abnormal) {
    return 10 + 3 * Math.sin(i / 24.0 * 2 * Math.PI) + 0.1 * (i * 7 % 11) + (abnormal ? 12 : 0);
  }

  private int run(String... arguments) {
    last = Detect.call(arguments);
    return last.status();
  }
}
