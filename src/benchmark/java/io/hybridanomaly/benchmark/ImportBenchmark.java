package io.hybridanomaly.benchmark;

import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.ImportedSeries;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Rows per second of a whole import, beside Commons CSV that only iterates over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ImportBenchmark {

  private static final int ROWS = 1_000_000;

  /** How the rows are written. */
  @Param public ImportRows layout;

  private byte[] bytes = {};

  /** Writes the file to memory. */
  @Setup
  public void write() {
    StringBuilder text = new StringBuilder(ROWS * 32).append(layout.header());
    for (int i = 0; i < ROWS; i++) {
      layout.append(text, i);
    }
    bytes = text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Every record, no cell looked at. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public void commonsCsv(Blackhole sink) throws IOException {
    iterate(sink);
  }

  /**
   * Both in turn, by the time of this thread on a processor, which what else runs on the machine
   * does not lengthen.
   */
  @Benchmark
  @OperationsPerInvocation(2 * ROWS)
  public void inTurn(Blackhole sink, ProcessorTime time) throws IOException, ImportException {
    long start = ProcessorTime.now();
    iterate(sink);
    long middle = ProcessorTime.now();
    sink.consume(importer());
    time.add(middle - start, ProcessorTime.now() - middle);
  }

  /** Nanoseconds on a processor in one iteration, printed at its end as rows per second. */
  @State(Scope.Thread)
  public static class ProcessorTime {

    private long iterating;
    private long importing;
    private int rounds;

    static long now() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    void add(long iteratingNanos, long importingNanos) {
      iterating += iteratingNanos;
      importing += importingNanos;
      rounds++;
    }

    /** Prints million rows per second and starts anew. */
    @TearDown(Level.Iteration)
    public void print() {
      double millions = rounds * (ROWS / 1e6);
      System.out.printf(
          Locale.ROOT,
          "Commons CSV %.1f, import %.1f million rows per second of processor time, ratio %.2f; ",
          millions / (iterating / 1e9),
          millions / (importing / 1e9),
          (double) iterating / importing);
      iterating = 0;
      importing = 0;
      rounds = 0;
    }
  }

  private void iterate(Blackhole sink) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(layout.delimiter()).get();
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(
                new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))
            .setFormat(format)
            .get()) {
      for (CSVRecord row : parser) {
        sink.consume(row);
      }
    }
  }

  /** The whole import: detection, parsing, checks and summary. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public ImportedSeries importer() throws ImportException {
    return CsvImporter.read(new Bytes(bytes), ImportOptions.defaults());
  }

  private record Bytes(byte[] bytes) implements CsvSource {

    @Override
    public String name() {
      return "benchmark.csv";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
