package io.hybridanomaly.analysis;

import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.Reason;
import io.hybridanomaly.series.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs without a file behind them. */
public final class TestAnalyses {

  private TestAnalyses() {}

  /** A series as a file without oddities would give it. */
  public static Dataset dataset(String file, TimeSeries series, byte @Nullable [] labels) {
    return dataset(file, series, labels, List.of("another"));
  }

  /** The same beside other columns of the file. */
  public static Dataset dataset(
      String file, TimeSeries series, byte @Nullable [] labels, List<String> others) {
    int n = series.size();
    DataSummary summary =
        new DataSummary(
            series.name(),
            List.of("time"),
            others,
            n + 3,
            Optional.of(new DataSummary.Part("pumpA", n + 1)),
            3,
            List.of(new DataSummary.Dropped("no number", 3, List.of())),
            n,
            series.times().text(0),
            series.times().text(n - 1),
            2,
            1,
            Arrays.stream(series.values()).min().orElseThrow(),
            Arrays.stream(series.values()).max().orElseThrow(),
            Optional.of("1 hour"),
            Optional.of(new Gaps(2, 9, "2024-01-02T03:00:00", "2024-01-02T10:00:00")),
            List.of(
                new Guess(
                    Guess.Subject.VALUE,
                    "the value",
                    Reason.unsure("the first of 2 columns of numbers"),
                    List.of("another"),
                    List.of())),
            List.of("a note"),
            List.of());
    return new Dataset(
        new SourceFile(file, 1_234, "ab12"), ImportOptions.defaults(), summary, series, labels);
  }

  /** A run on what was read. */
  public static Analysis of(Dataset dataset, DetectionResult result) {
    return new Analysis(dataset, result);
  }

  /** A run on such a series. */
  public static Analysis of(String file, TimeSeries series, DetectionResult result) {
    return new Analysis(dataset(file, series, null), result);
  }
}
