package io.hybridanomaly.spark;

import static io.hybridanomaly.spark.Calls.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.spark.Calls.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups of like series that a column names, whatever the kind of table. */
class GroupColumnJobTest {

  private static final int POINTS = 80;

  private static Path folder = Path.of("");
  private static @Nullable SparkSession spark;

  @BeforeAll
  static void openOneSessionForAll(@TempDir Path given) {
    folder = given;
    spark = Sessions.open(Sessions.conf());
  }

  @AfterAll
  static void close() {
    Objects.requireNonNull(spark).stop();
  }

  /** The rows of one series: time, value and what stands behind. */
  private static String series(String before, int seed, String after) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < POINTS; i++) {
      double value = 100 + 10 * Math.sin(i / 4.0) + random.nextGaussian() + (i == 60 ? 50 : 0);
      text.append(before)
          .append("2024-01-%02d %02d:00:00,".formatted(1 + i / 24, i % 24))
          .append(value)
          .append(after)
          .append('\n');
    }
    return text.toString();
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static Said shared(String input, String output, String... more) {
    return job(
        Calls.with(
            new String[] {
              input, "--output", file(output), "--csv", "--points", "--model", "shared"
            },
            more));
  }

  /** The series of a job with the group whose networks judged them. */
  private static List<String> groups(String output) throws IOException {
    return Written.rows(folder.resolve(output), "series").stream()
        .map(row -> row.split(",", -1)[1] + row.substring(row.lastIndexOf(',')))
        .toList();
  }

  private static String row(String output, String series) throws IOException {
    return Written.rows(folder.resolve(output), "series").stream()
        .filter(row -> row.contains("," + series + ","))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLongTableGivesTheSameAsCsvAndAsParquetAndANewNameIsNoNewTraining() throws IOException {
    String mixed = series("M3,", 4, ",north").replaceFirst("north\n$", "south\n");
    String rows =
        series("M0,", 1, ",north") + series("M1,", 2, ",north") + series("M2,", 3, ",") + mixed;
    Files.writeString(Path.of(file("long.csv")), "meter,time,kwh,region\n" + rows);
    Objects.requireNonNull(spark)
        .read()
        .option("header", true)
        .schema("meter string, time timestamp_ntz, kwh double, region string")
        .csv(file("long.csv"))
        .repartition(3)
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(file("long.parquet"));

    Said csv = shared(file("long.csv"), "csv", "--group", "region");
    Said parquet = shared(file("long.parquet"), "parquet", "--group", "region", "--id", "meter");
    for (Said said : List.of(csv, parquet)) {
      assertThat(said.status()).isZero();
      assertThat(said.err()).startsWith("1 of 4 series could not be judged").hasLineCount(1);
    }
    for (String output : List.of("csv", "parquet")) {
      assertThat(groups(output)).containsExactly("M0,north", "M1,north", "M2,", "M3,");
      assertThat(row(output, "M2"))
          .contains("It belongs to no group: it was judged with networks of its own.");
      assertThat(row(output, "M3")).contains(", such as “north” and “south”: give all rows one");
    }
    assertThat(Written.networks(folder.resolve("parquet")))
        .hasSize(1)
        .isEqualTo(Written.networks(folder.resolve("csv")));
    for (String table : List.of("points", "anomalies")) {
      assertThat(unnamed("parquet", table)).isNotEmpty().isEqualTo(unnamed("csv", table));
    }

    List<String> networks = Written.networks(folder.resolve("csv"));
    Files.writeString(
        Path.of(file("long.csv")), "meter,time,kwh,region\n" + rows.replace("north", "nord"));
    shared(file("long.csv"), "csv", "--group", "region");
    assertThat(groups("csv")).containsExactly("M0,nord", "M1,nord", "M2,", "M3,");
    assertThat(Written.networks(folder.resolve("csv"))).isEqualTo(networks);
  }

  /** The rows of a table without the file's name. */
  private static List<String> unnamed(String output, String table) throws IOException {
    return Written.rows(folder.resolve(output), table).stream()
        .map(row -> row.substring(row.indexOf(',')))
        .toList();
  }

  @Test
  void aFileOfAFolderHasOneGroupOrIsARowWithItsReason() throws IOException {
    Files.createDirectories(Path.of(file("files")));
    String[] regions = {"north", "south", "north", "south"};
    for (int i = 0; i < regions.length; i++) {
      Files.writeString(
          Path.of(file("files/s%d.csv".formatted(i))),
          "time,value,region\n" + series("", i, "," + regions[i]));
    }
    String mixed = series("", 7, ",north").replaceFirst("north\n$", "south\n");
    Files.writeString(Path.of(file("files/mixed.csv")), "time,value,region\n" + mixed);
    Files.writeString(Path.of(file("files/none.csv")), "time,value\n" + series("", 8, ""));

    Said said = shared(file("files"), "folder", "--group", "region");
    assertThat(said.status()).isZero();
    assertThat(said.err()).startsWith("2 of 6 series could not be judged").hasLineCount(1);
    assertThat(groups("folder")).contains("s0,north", "s1,south", "s2,north", "s3,south");
    assertThat(row("folder", "mixed"))
        .contains("several groups in the column “region”, such as “north” and “south”");
    assertThat(row("folder", "none")).contains("There is no column “region”");
    assertThat(Written.networks(folder.resolve("folder"))).hasSize(2);

    assertThat(shared(file("files"), "nowhere", "--group", "country"))
        .satisfies(none -> assertThat(none.status()).isEqualTo(2))
        .extracting(Said::err, InstanceOfAssertFactories.STRING)
        .startsWith("Not one of 6 series could be judged")
        .contains("There is no column “country”")
        .hasLineCount(1);
  }

  @Test
  void theColumnsOfAWideTableAreOneGroup() throws IOException {
    String[] a = series("", 1, "").split("\n", -1);
    String[] b = series("", 2, "").split("\n", -1);
    StringBuilder wide = new StringBuilder("time,a,b,site\n");
    for (int i = 0; i < POINTS; i++) {
      wide.append(a[i]).append(b[i].substring(b[i].indexOf(','))).append(",7\n");
    }
    Files.writeString(Path.of(file("wide.csv")), wide);
    assertThat(shared(file("wide.csv"), "wide", "--group", "site")).isEqualTo(new Said(0, "", ""));
    assertThat(groups("wide")).containsExactly("a,7", "b,7");

    Files.writeString(
        Path.of(file("wide.csv")),
        Stream.of(wide.toString().split("\n", -1))
            .map(line -> line.replaceAll(",[^,]*$", ""))
            .reduce("", (all, line) -> all + line + "\n"));
    assertThat(shared(file("wide.csv"), "wide")).isEqualTo(new Said(0, "", ""));
    assertThat(groups("wide")).containsExactly("a," + folder, "b," + folder);
  }
}
