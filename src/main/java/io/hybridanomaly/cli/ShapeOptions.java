package io.hybridanomaly.cli;

import io.hybridanomaly.importing.options.Differencing;
import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.GapTreatment;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.MissingValues;
import io.hybridanomaly.importing.options.Resampling;
import io.hybridanomaly.importing.options.TimeRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What becomes of the points before the detection. Filled in by picocli. */
final class ShapeOptions {

  private static final Pattern STEP = Pattern.compile("(\\d{1,5})?\\s*(\\w+?)s?");

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First time that is kept, as in the file or in ISO-8601, or a row number.")
  private String from = "";

  @Option(names = "--to", paramLabel = "TIME", description = "Last time that is kept.")
  private String to = "";

  @Option(
      names = "--missing-values",
      paramLabel = "HOW",
      description = "leave-out (default), fill-previous or fill-linear.")
  private @Nullable String missingValues;

  @Option(
      names = "--equal-times",
      paramLabel = "HOW",
      description = "keep (default), mean, first, last or sum.")
  private @Nullable String equalTimes;

  @Option(
      names = "--differences",
      paramLabel = "HOW",
      description =
          "What was added since the point before instead of the value: none (default), change, or"
              + " counter, which begins at 0 again where it falls.")
  private @Nullable String differences;

  @Option(
      names = "--resample",
      paramLabel = "STEP",
      description =
          "Gather points in equal steps: 15minutes, hour, day, week, month (default: no).")
  private @Nullable String resample;

  @Option(
      names = "--resample-value",
      paramLabel = "HOW",
      description = "Value of a step: mean (default), sum or last.")
  private String resampleValue = "mean";

  @Option(
      names = "--gaps",
      paramLabel = "HOW",
      description = "keep (default), fill-previous, fill-linear, fill-zero or longest-stretch.")
  private @Nullable String gaps;

  ImportOptions apply(ImportOptions defaults) throws UsageException {
    ImportOptions options = defaults.withRange(TimeRange.of(from, to));
    if (missingValues != null) {
      options =
          options.withMissing(Choice.of("--missing-values", missingValues, MissingValues.class));
    }
    if (equalTimes != null) {
      options =
          options.withDuplicates(Choice.of("--equal-times", equalTimes, DuplicateTimes.class));
    }
    if (differences != null) {
      options =
          options.withDifferencing(Choice.of("--differences", differences, Differencing.class));
    }
    if (resample != null) {
      options = options.withResampling(step(resample));
    }
    return gaps == null ? options : options.withGaps(Choice.of("--gaps", gaps, GapTreatment.class));
  }

  private Resampling step(String text) throws UsageException {
    Matcher step = STEP.matcher(text.strip());
    Resampling.Aggregation value =
        Choice.of("--resample-value", resampleValue, Resampling.Aggregation.class);
    if (!step.matches()) {
      throw new UsageException(
          "--resample: \"%s\" is no step; give one such as 15minutes.".formatted(text));
    }
    Resampling.Unit unit = Choice.of("--resample", step.group(2), Resampling.Unit.class);
    try {
      return Resampling.every(
          step.group(1) == null ? 1 : Integer.parseInt(step.group(1)), unit, value);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--resample: " + e.getMessage() + ".", e);
    }
  }
}
