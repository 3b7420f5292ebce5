package io.hybridanomaly.importing;

import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.points.RawPoints;
import io.hybridanomaly.importing.points.Sampling;
import io.hybridanomaly.importing.profile.Across;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.profile.Inspection;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.read.Tally;
import io.hybridanomaly.importing.shape.ShapedPoints;
import io.hybridanomaly.importing.time.DateQuestion;
import io.hybridanomaly.series.Rests;
import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the finished points and what is to be said about them together. */
final class SummaryBuilder {

  private static final int SHORTEST_STRETCH = 10;
  private static final int STRETCHES_KEPT = 5;

  private final Inspection inspection;
  private final ImportOptions options;
  private final FileReading reading;
  private final ShapedPoints shaped;
  private final RawPoints points;
  private final Optional<DateQuestion> question;

  SummaryBuilder(
      Inspection inspection,
      ImportOptions options,
      FileReading reading,
      ShapedPoints shaped,
      Optional<DateQuestion> question) {
    this.inspection = inspection;
    this.options = options;
    this.reading = reading;
    this.shaped = shaped;
    this.points = shaped.points();
    this.question = question;
  }

  ImportedSeries build() {
    ReadPlan plan = reading.plan();
    TimeAxis axis = points.axis();
    TimeSeries series = new TimeSeries(name(plan), axis, points.values());
    CsvProfile profile =
        inspection.profile(
            plan.charset(), plan.numbers().decimal(), plan.dates(), question, reading.series());
    Optional<String> group = reading.groups().stream().filter(text -> !text.isEmpty()).findFirst();
    return new ImportedSeries(series, points.labels(), profile, summary(axis, profile), group);
  }

  /** The header of the value column; of a table read across, what stands there. */
  private String name(ReadPlan plan) {
    Across across = plan.columns().across();
    if (across == null) {
      return plan.name(plan.columns().value());
    }
    if (across.kind() == Across.Kind.SERIES && reading.series().isPresent()) {
      return reading.series().get().chosen();
    }
    String first = plan.name(across.columns().get(0));
    return first + " to " + plan.name(across.columns().get(across.columns().size() - 1));
  }

  private ImportSummary summary(TimeAxis axis, CsvProfile profile) {
    double minimum = Double.POSITIVE_INFINITY;
    double maximum = Double.NEGATIVE_INFINITY;
    double smallest = Double.POSITIVE_INFINITY;
    for (double value : points.values()) {
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
      smallest = value == 0 ? smallest : Math.min(smallest, Math.abs(value));
    }
    List<SuspectedCode> codes = MissingCodes.in(points.values());
    ImportNotes notes =
        new ImportNotes(options, reading, shaped, inspection.passedOver(), codes, question);
    double largest = Math.max(Math.abs(minimum), Math.abs(maximum));
    Tally tally = reading.tally();
    return new ImportSummary(
        tally.rows(),
        reading.series().filter(series -> !series.columns().isEmpty()).isPresent()
            ? reading.rowsOfSeries()
            : tally.rows(),
        tally.rowsDropped(),
        tally.dropped(),
        tally.problems(),
        reading.missingValues(),
        shaped.duplicates(),
        shaped.sorted(),
        axis.text(0),
        axis.text(axis.size() - 1),
        points.localMicros() == null
            ? Optional.empty()
            : Optional.ofNullable(Sampling.rhythm(points).step()),
        minimum,
        maximum,
        largest > 0 ? Math.log10(largest) - Math.log10(smallest) : 0,
        constantStretches(points.values()),
        question,
        Guesses.of(inspection, profile, options, reading, question),
        codes,
        notes.all(),
        notes.doubts());
  }

  /** The longest stretches of equal values, but for those where the series rests. */
  private static List<ConstantStretch> constantStretches(double[] values) {
    List<Segment> constant =
        Runs.of(values.length - 1, i -> values[i] == values[i + 1]).segments().stream()
            .map(pairs -> new Segment(pairs.from(), pairs.to() + 1))
            .filter(stretch -> stretch.length() >= SHORTEST_STRETCH)
            .toList();
    Rests rests = Rests.of(values, constant);
    return constant.stream()
        .filter(stretch -> !rests.isRest(stretch))
        .sorted(Comparator.comparingInt(Segment::length).reversed())
        .limit(STRETCHES_KEPT)
        .map(
            stretch ->
                // A zero has no sign.
                new ConstantStretch(stretch.from(), stretch.length(), values[stretch.from()] + 0.0))
        .toList();
  }
}
