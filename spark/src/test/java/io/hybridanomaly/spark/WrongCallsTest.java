package io.hybridanomaly.spark;

import static io.hybridanomaly.spark.Calls.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.spark.Calls.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that cannot do what they say: one plain line each and status 2. */
class WrongCallsTest {

  private static Path folder = Path.of("");
  private static @Nullable SparkSession spark;

  @BeforeAll
  static void openOneSessionForAll(@TempDir Path given) throws IOException {
    folder = given;
    spark = Sessions.open(Sessions.conf());
    Files.createDirectories(given.resolve("files"));
    Files.writeString(given.resolve("files/short.csv"), "time,value\n2024-01-01,1\n");
    Files.createDirectories(given.resolve("nothing"));
  }

  @AfterAll
  static void close() {
    Objects.requireNonNull(spark).stop();
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  /** What a call of the files says, which writes nothing. */
  private static String refused(String... options) {
    return said(Calls.with(new String[] {file("files"), "--output", file("never")}, options));
  }

  private static String said(String... arguments) {
    Said said = job(arguments);
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).hasLineCount(1).endsWith("\n");
    assertThat(Path.of(file("never"))).doesNotExist();
    return said.err().strip();
  }

  @Test
  void missingAndUnknownArguments() {
    assertThat(said())
        .isEqualTo(
            "Missing required options and parameters: '--output=DIRECTORY', 'FILE|DIRECTORY';"
                + " spark --help lists the options.");
    assertThat(said("--output", file("never")))
        .isEqualTo("Missing required parameter: 'FILE|DIRECTORY'; spark --help lists the options.");
    assertThat(said(file("files"))).startsWith("Missing required option: '--output=DIRECTORY'");
    assertThat(refused("--output2", "x")).startsWith("Unknown option");
    assertThat(refused("--frobnicate"))
        .isEqualTo("Unknown option: '--frobnicate'; spark --help lists the options.");
    assertThat(refused("--sensitivity", "99")).contains("sensitivity");
  }

  @Test
  void optionsThatDoNotGoTogether() {
    assertThat(refused("--model", "borrowed"))
        .isEqualTo("The model \"borrowed\" does not exist: choose own or shared.");
    assertThat(refused("--reports"))
        .isEqualTo("--reports are linked from a page; add --overview FILE.html.");
    assertThat(refused("--group", "kind"))
        .isEqualTo("--group is about --model shared; add that or leave it out.");
    assertThat(refused("--model", "shared", "--fusion", "original"))
        .startsWith("--model shared and --fusion original do not go together");
    assertThat(refused("--id", "meter"))
        .isEqualTo("--id names columns of Parquet tables, and no input is one; leave it out.");
    assertThat(refused("--nodes")).startsWith("--nodes belongs to detect");
  }

  @Test
  void inputsThatAreNotThere() throws IOException {
    String output = file("never");
    assertThat(said("nothing.csv", "--output", output))
        .isEqualTo("nothing.csv: there is no such file; check the path.");
    assertThat(said(file("nothing"), "--output", output))
        .isEqualTo(
            file("nothing")
                + ": the folder has no file that ends in .csv or .parquet; name the files"
                + " outright.");
    assertThat(said("foo://there/series", "--output", output))
        .isEqualTo(
            "foo://there/series: Hadoop finds no store at this address (No FileSystem for scheme"
                + " \"foo\"); check it, or add the library for it.");
    assertThat(said("s3a://there/series", "--output", output))
        .startsWith("s3a://there/series: Hadoop finds no store at this address (Class ");
    Files.writeString(folder.resolve("text.parquet"), "time,value\n2024-01-01,1\n");
    assertThat(said(file("text.parquet"), "--output", file("text")))
        .isEqualTo(
            file("text.parquet")
                + ": the file is no Parquet, or damaged; mend it, or take it out.");
    // One bad part of several is noticed by the task that reads it.
    Objects.requireNonNull(spark).range(9).write().parquet(file("parts.parquet"));
    Files.writeString(folder.resolve("parts.parquet/zz.parquet"), "0123456789ab");
    assertThat(said(file("parts.parquet"), "--output", file("parts")))
        .isEqualTo(
            file("parts.parquet/zz.parquet")
                + ": the file is no Parquet, or damaged; mend it, or take it out.");
  }

  @Test
  void outputsThatCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file");
    for (String place : new String[] {"taken", "taken/below"}) {
      assertThat(said(file("files"), "--output", file(place)))
          .isEqualTo(
              file(place) + ": a file is in the way; name a folder, or a place for a new one.");
    }
    Files.createDirectories(folder.resolve("foreign/series"));
    assertThat(said(file("files"), "--output", file("foreign")))
        .isEqualTo(
            file("foreign")
                + "/series is there and not written by this command; choose another folder.");
    assertThat(said(file("files"), "--output", "foo://there"))
        .startsWith("foo://there: Hadoop finds no store at this address");
    assertThat(refused("--overview", file("nothing")))
        .isEqualTo(file("nothing") + ": this is a folder; name a file for the overview.");
  }

  @Test
  void inputsOfWhichNothingCanBeJudged() throws IOException {
    Files.writeString(folder.resolve("empty.csv"), "");
    assertThat(said(file("empty.csv"), file("files"), "--output", file("bad")))
        .isEqualTo(
            "Not one of 2 series could be judged; the column error of %s/series says why. The first: %s: The file is empty: choose a file with data."
                .formatted(file("bad"), file("empty.csv")));
  }
}
