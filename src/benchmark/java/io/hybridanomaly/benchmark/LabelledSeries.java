package io.hybridanomaly.benchmark;

import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.Timestamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A series whose anomalies are known.
 *
 * @param name file name without its ending
 * @param family the part of the name before the first underscore
 * @param samples [points]
 * @param labels [points], 1 is abnormal
 */
public record LabelledSeries(String name, String family, Samples samples, byte[] labels) {

  private static final String ENDING = ".csv";

  /**
   * All series of a folder of CSV files {@code timestamp,value,label}, by name.
   *
   * @throws IOException if the folder or a file cannot be read
   */
  public static List<LabelledSeries> in(Path folder) throws IOException {
    List<LabelledSeries> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).sorted().toList()) {
        all.add(read(file));
      }
    }
    return all;
  }

  /** [points]. */
  public double[] values() {
    return samples.values();
  }

  /**
   * Where the series comes from, as far as its name tells: family and first word, without digits at
   * their end. Series of one source, such as two stretches of one ledger, are no independent
   * evidence.
   */
  public String source() {
    String[] words = name.split("_", 3);
    return (words[0] + "_" + (words.length > 1 ? words[1] : "")).replaceAll("[0-9]+$", "");
  }

  private static LabelledSeries read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    double[] values = new double[lines.size() - 1];
    long[] micros = new long[values.length];
    byte[] labels = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      String[] cells = lines.get(i + 1).split(",", -1);
      micros[i] = micros(cells[0]);
      values[i] = Double.parseDouble(cells[1]);
      labels[i] = (byte) Double.parseDouble(cells[2]);
    }
    String name = file.getFileName().toString();
    name = name.substring(0, name.length() - ENDING.length());
    Samples samples = new TimeSeries(name, new Timestamps(micros, null), values).samples();
    return new LabelledSeries(name, name.split("_", 2)[0], samples, labels);
  }

  private static long micros(String time) {
    return LocalDateTime.parse(time.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
  }
}
