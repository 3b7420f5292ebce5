package io.hybridanomaly.benchmark;

import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Ten million rows from a file on disk, in a Java heap of 1 GiB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ImportTenMillionRowsBenchmark {

  private static final int ROWS = 10_000_000;

  /** How the rows are written. */
  @Param({"ISO", "EPOCH"})
  public ImportRows layout;

  private Path file = Path.of("");

  /** Writes the file, row by row. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("ten-million", ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(layout.header());
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < ROWS; i++) {
        row.setLength(0);
        layout.append(row, i);
        out.append(row);
      }
    }
  }

  /** Removes the file. */
  @TearDown
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The whole import. */
  @Benchmark
  public ImportedSeries importer() throws ImportException {
    ImportedSeries imported = CsvImporter.read(new OnDisk(file), ImportOptions.defaults());
    if (imported.series().size() != ROWS) {
      throw new IllegalStateException("rows were lost");
    }
    return imported;
  }

  private record OnDisk(Path file) implements CsvSource {

    @Override
    public String name() {
      return "ten-million.csv";
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }
  }
}
