package io.hybridanomaly.spark;

import static io.hybridanomaly.spark.Calls.detect;
import static io.hybridanomaly.spark.Calls.job;
import static io.hybridanomaly.spark.Calls.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.export.PlainDecimal;
import io.hybridanomaly.spark.Calls.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The job on this machine's cores, against {@code detect} on the same files. */
class SparkToolTest {

  private static final int POINTS = 100;

  private static Path folder = Path.of("");
  private static @Nullable SparkSession spark;
  private static @Nullable Said files;

  @BeforeAll
  static void openOneSessionForAll(@TempDir Path given) throws IOException {
    folder = given;
    spark = Sessions.open(Sessions.conf());
    Files.createDirectories(folder.resolve("files"));
    StringBuilder table = new StringBuilder("meter,timestamp,kwh\n");
    StringBuilder wide = new StringBuilder("timestamp,a,b\n");
    double[][] values = {values(1), values(2), values(3)};
    for (int s = 0; s < values.length; s++) {
      StringBuilder file = new StringBuilder("timestamp,value\n");
      for (int i = 0; i < POINTS; i++) {
        file.append(time(i)).append(',').append(values[s][i]).append('\n');
        table.append("M%d,%s,%s%n".formatted(s, time(i), values[s][i]));
      }
      Files.writeString(file("files/s%d.csv".formatted(s)), file);
    }
    for (int i = 0; i < POINTS; i++) {
      wide.append("%s,%s,%s%n".formatted(time(i), values[0][i], values[1][i]));
    }
    Files.writeString(file("files/short.csv"), "timestamp,value\n2024-01-01,1\n2024-01-02,2\n");
    Files.writeString(file("long.csv"), table);
    Files.writeString(file("wide.csv"), wide);
    files = job(file("files").toString(), "--output", file("out").toString(), "--csv", "--points");
  }

  @AfterAll
  static void close() {
    spark().stop();
  }

  private static SparkSession spark() {
    return Objects.requireNonNull(spark);
  }

  private static Path file(String name) {
    return folder.resolve(name);
  }

  private static String time(int hour) {
    return "2024-01-%02d %02d:00:00".formatted(1 + hour / 24, hour % 24);
  }

  /** A wave with noise and one point far off. */
  private static double[] values(int seed) {
    Random random = new Random(seed);
    double[] values = new double[POINTS];
    Arrays.setAll(
        values, i -> 100 + 10 * Math.sin(i / 4.0) + random.nextGaussian() + (i == 60 ? 50 : 0));
    return values;
  }

  /** The rows of a table, without its header, in the order of its files. */
  private static List<String> rows(String output, String table) throws IOException {
    return Written.rows(file(output), table);
  }

  /** The rows of a series, without the columns that name it. */
  private static List<String> rowsOf(String series, List<String> rows) {
    String column = "," + series + ",";
    return rows.stream()
        .filter(row -> row.contains(column))
        .map(row -> row.substring(row.indexOf(column) + column.length()))
        .toList();
  }

  @Test
  void filesGiveWhatDetectGivesAndABadOneIsARowWithItsReason() throws IOException {
    Said job = Objects.requireNonNull(files);
    assertThat(job.err())
        .startsWith("1 of 4 series could not be judged; the column error of ")
        .contains("short.csv: The file has only 2 rows and 32 are needed")
        .hasLineCount(1);
    assertThat(job.status()).isZero();
    Said detected =
        detect(
            file("files").toString(),
            "--output",
            file("detected").toString(),
            "--report",
            file("report.json").toString());
    assertThat(detected.err()).contains("short.csv: The file has only 2 rows").hasLineCount(1);

    List<String> points = rows("out", "points");
    for (String series : List.of("s0", "s1", "s2")) {
      List<String> annotated = Files.readAllLines(file("detected/%s.csv".formatted(series)));
      assertThat(rowsOf(series, points)).isEqualTo(annotated.subList(1, annotated.size()));
      assertThat(Written.header(file("out"), "points"))
          .isEqualTo("file,series," + annotated.getFirst());
    }
    assertThat(Written.header(file("out"), "anomalies"))
        .isEqualTo("file,series," + String.join(",", names(file("report.json"))));
    assertThat(rows("out", "anomalies")).isEqualTo(anomalies(file("report.json")));
    List<String> series = rows("out", "series");
    assertThat(series).hasSize(4);
    assertThat(rowsOf("short", series).getFirst()).contains("The file has only 2 rows");
  }

  /** What a report of {@code detect} calls the facts of an anomaly. */
  private static Collection<String> names(Path report) {
    return JsonMapper.shared()
        .readTree(report)
        .get("runs")
        .path(0)
        .path("anomalies")
        .path(0)
        .propertyNames();
  }

  /** The anomalies of a report of {@code detect} as the rows of the table anomalies. */
  private static List<String> anomalies(Path report) {
    List<String> rows = new ArrayList<>();
    for (JsonNode run : JsonMapper.shared().readTree(report).get("runs")) {
      String path = run.get("file").asString();
      String name = String.valueOf(Path.of(path).getFileName()).replace(".csv", "");
      for (JsonNode found : run.path("anomalies")) {
        rows.add(
            Stream.concat(
                    Stream.of(path, name),
                    found.properties().stream().map(each -> plain(each.getValue())))
                .collect(Collectors.joining(",")));
      }
    }
    return rows;
  }

  private static String plain(JsonNode value) {
    return value.isDouble() ? PlainDecimal.format(value.doubleValue()) : value.asString();
  }

  @Test
  void neitherTheOrderNorTheOtherInputsChangeARow() throws IOException {
    job(
        file("files/s2.csv").toString(),
        file("files/s0.csv").toString(),
        "--output",
        file("apart").toString(),
        "--csv",
        "--points");
    for (String table : List.of("series", "anomalies", "points")) {
      List<String> together = rows("out", table);
      assertThat(rows("apart", table))
          .isEqualTo(together.stream().filter(row -> row.matches(".*,s[02],.*")).toList());
    }
  }

  @Test
  void whatWasJudgedIsNotJudgedAgain() throws IOException {
    String output = file("resumed").toString();
    job(file("files/s0.csv").toString(), "--output", output, "--csv");
    List<Path> kept = Written.kept(Path.of(output));
    job(
        file("files/s0.csv").toString(),
        file("files/s1.csv").toString(),
        "--output",
        output,
        "--csv");
    List<Path> more = Written.kept(Path.of(output));
    assertThat(more).containsAll(kept).hasSizeGreaterThan(kept.size());
    assertThat(rows("resumed", "series")).hasSize(2);

    job(file("files/s1.csv").toString(), "--output", output, "--csv");
    assertThat(Written.kept(Path.of(output))).isEqualTo(more);
    assertThat(rows("resumed", "series")).hasSize(1);
  }

  @Test
  void aTableGivesEachOfItsSeriesAndParquetTheSame() throws IOException {
    Said csv =
        job(file("long.csv").toString(), "--output", file("tall").toString(), "--csv", "--points");
    assertThat(csv).isEqualTo(new Said(0, "", ""));
    spark()
        .read()
        .option("header", true)
        .schema("meter string, timestamp timestamp_ntz, kwh double")
        .csv(file("long.csv").toString())
        .repartition(3)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(file("long.parquet").toString());
    Said parquet =
        job(
            file("long.parquet").toString(),
            "--output",
            file("tall2").toString(),
            "--csv",
            "--points",
            "--overview",
            file("over view.html").toString(),
            "--reports");
    assertThat(parquet).isEqualTo(new Said(0, "", ""));
    detect(file("long.csv").toString(), "--series", "all", "--output", file("tall.csv").toString());
    for (String series : List.of("M0", "M1", "M2")) {
      List<String> annotated = Files.readAllLines(file("tall-%s.csv".formatted(series)));
      List<String> expected = annotated.subList(1, annotated.size());
      assertThat(rowsOf(series, rows("tall", "points"))).isEqualTo(expected);
      assertThat(rowsOf(series, rows("tall2", "points"))).isEqualTo(expected);
    }
    String page = Files.readString(file("over view.html"));
    for (String series : List.of("M0", "M1", "M2")) {
      String report =
          Objects.requireNonNull(
              page.replaceAll(
                  "(?s).*href=\"./(over%20view-reports/[^\"]*-" + series + ".html).*", "$1"));
      assertThat(Files.readString(file(report.replace("%20", " "))))
          .contains("long.parquet (" + series);
    }
  }

  @Test
  void aWideFileGivesEachOfItsColumns() throws IOException {
    job(file("wide.csv").toString(), "--output", file("wide").toString());
    assertThat(
            spark()
                .read()
                .parquet(file("wide").resolve("series").toString())
                .collectAsList()
                .stream()
                .map(row -> row.<String>getAs("series")))
        .containsExactly("a", "b");
    assertThat(spark().read().parquet(file("wide").resolve("anomalies").toString()).count())
        .isPositive();
  }

  @Test
  void aFolderTrainsOnceAndNeitherTheOrderNorTheTasksChangeARow() throws IOException {
    String[] shared = {"--model", "shared", "--csv", "--points", "--output"};
    Said all = job(with(shared, file("together").toString(), file("files").toString()));
    assertThat(all.status()).isZero();
    List<String> series = rows("together", "series");
    String folderName = file("files").toString();
    assertThat(series).filteredOn(row -> row.endsWith("," + folderName)).hasSize(3);
    assertThat(rows("together", "points")).isNotEqualTo(rows("out", "points"));
    assertThat(Written.networks(file("together"))).hasSize(1);

    job(
        with(
            shared,
            file("turned").toString(),
            file("files/s2.csv").toString(),
            file("files/s0.csv").toString(),
            file("files/s1.csv").toString()));
    assertThat(Written.networks(file("turned"))).isEqualTo(Written.networks(file("together")));
    for (String table : List.of("anomalies", "points")) {
      assertThat(rows("turned", table)).isEqualTo(rows("together", table));
    }

    // Nothing is trained or judged again.
    List<Path> kept = Written.kept(file("together"));
    job(with(shared, file("together").toString(), file("files").toString()));
    assertThat(Written.kept(file("together"))).isEqualTo(kept);
    assertThat(rows("together", "series")).isEqualTo(series);
  }

  @Test
  void aColumnNamesTheGroupsAndWhoCannotShareTrainsForItself() throws IOException {
    spark()
        .range(5 * POINTS)
        .selectExpr(
            "concat('M', id % 5) as meter",
            "element_at(array('waves', 'waves', 'flat', 'flat', 'alone'), int(id % 5) + 1) as kind",
            "cast(timestamp_seconds(3600 * floor(id / 5)) as timestamp_ntz) as time",
            "if(id % 5 in (2, 3), 5.0, sin(id / 20.0) + 0.01 * (hash(id) % 10)) as kwh")
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(file("kinds.parquet").toString());
    Said said =
        job(
            file("kinds.parquet").toString(),
            "--id",
            "meter",
            "--value",
            "kwh",
            "--model",
            "shared",
            "--group",
            "kind",
            "--csv",
            "--output",
            file("kinds").toString());
    assertThat(said).isEqualTo(new Said(0, "", ""));
    List<String> series = rows("kinds", "series");
    assertThat(series).filteredOn(row -> row.matches(".*,M[01],.*,waves")).hasSize(2);
    assertThat(series)
        .filteredOn(row -> row.matches(".*,M[23],.*"))
        .hasSize(2)
        .allMatch(
            row ->
                row.contains(
                    "The networks of its group flat could not be trained (All its series are"
                        + " constant: add one whose values change.): it was judged with networks"
                        + " of its own."));
    assertThat(series)
        .filteredOn(row -> row.matches(".*,M4,.*,"))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(
            "Its group alone has no other series that is long enough: it was judged with networks"
                + " of its own.");
    assertThat(Written.networks(file("kinds"))).hasSize(2);
  }

  @Test
  void tasksAreManyWhileSeriesAreFewAndFullWhenTheyAreMany() {
    assertThat(Job.tasks(3, 2)).isEqualTo(3);
    assertThat(Job.tasks(200, 2)).isEqualTo(16);
    assertThat(Job.tasks(100_000, 2)).isEqualTo(4000);
  }
}
