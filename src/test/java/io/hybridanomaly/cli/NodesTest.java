package io.hybridanomaly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.jobs.StoredJobs;
import io.hybridanomaly.jobs.TestJobs;
import io.hybridanomaly.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code detect --nodes}: the same bytes, whoever does the work. */
class NodesTest {

  private static final String URL = "spring.datasource.url";
  private static final int FILES = 6;

  private Path folder;
  private Path plain;
  private String url;

  @BeforeEach
  void writeSeries(@TempDir Path temporary) throws IOException {
    folder = temporary.resolve("input");
    plain = temporary.resolve("plain");
    Files.createDirectories(folder);
    Random random = new Random(7);
    for (int i = 0; i < FILES; i++) {
      StringBuilder text = new StringBuilder("value\n");
      for (int j = 0; j < 60 + i; j++) {
        text.append(j == 40 ? 30 : random.nextGaussian()).append('\n');
      }
      Files.writeString(folder.resolve(i + ".csv"), text);
    }
    url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    System.setProperty(URL, url);
    assertThat(Detect.call(folder.toString(), "--output", plain.toString()).status()).isZero();
  }

  @AfterEach
  void forgetDatabase() {
    System.clearProperty(URL);
  }

  private Detect callNodes() throws IOException {
    Path output = folder.resolveSibling("nodes");
    Detect call = Detect.call(folder.toString(), "--nodes", "--output", output.toString());
    assertThat(call.status()).as(call.err()).isZero();
    for (int i = 0; i < FILES; i++) {
      assertThat(output.resolve(i + ".csv")).hasSameBinaryContentAs(plain.resolve(i + ".csv"));
    }
    return call;
  }

  @Test
  void nodesDoTheWork() throws IOException {
    Database database = Database.open(JdbcConnectionPool.create(url, "sa", ""));
    AtomicInteger detections = new AtomicInteger();
    try (StoredJobs node =
        TestJobs.of(
            database,
            (values, settings, progress, cancellation) -> {
              detections.incrementAndGet();
              return Detectors.detect(values, settings, progress, cancellation);
            },
            2,
            0,
            1)) {
      Detect call = callNodes();
      assertThat(call.err()).doesNotContain("--nodes");
      assertThat(detections).hasValue(FILES);
      assertThat(node.waitingCount()).isZero();
    }
    assertThat(database.sql().sql("select count(*) from job").query(Integer.class).single())
        .isZero();
  }

  @Test
  void withoutNodesItSaysSoAndWorksItself() throws IOException {
    assertThat(callNodes().errors()).filteredOn(line -> line.startsWith("--nodes")).hasSize(1);
  }

  @Test
  void whatANodeSaysOfASeriesIsToldOfItsFile() throws IOException {
    Files.writeString(folder.resolve("0.csv"), "value\n" + "1\n2\n".repeat(20));
    Database database = Database.open(JdbcConnectionPool.create(url, "sa", ""));
    try (StoredJobs node = TestJobs.of(database, Detectors::detect, 1, 0, 1)) {
      Detect call =
          Detect.call(folder.toString(), "--nodes", "--window", "25", "--output", plain.toString());
      assertThat(call.status()).isEqualTo(CommandLineTool.WRONG_INPUT);
      assertThat(call.errors())
          .singleElement()
          .asString()
          .contains("0.csv: A window of 25 points does not fit");
      assertThat(node.runningCount()).isZero();
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsTold() {
    System.setProperty(URL, "jdbc:postgresql://localhost:1/none");
    Detect call = Detect.call(folder.toString(), "--nodes", "--output", plain.toString());
    assertThat(call.status()).isEqualTo(CommandLineTool.WRONG_INPUT);
    assertThat(call.errors())
        .singleElement()
        .asString()
        .contains("jdbc:postgresql://localhost:1/none", "spring.datasource.url");
  }
}
