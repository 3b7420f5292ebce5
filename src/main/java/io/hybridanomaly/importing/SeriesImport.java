package io.hybridanomaly.importing;

import io.hybridanomaly.importing.layout.Head;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.Inspection;
import io.hybridanomaly.importing.profile.NumberReading;
import io.hybridanomaly.importing.profile.OrderChoice;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.profile.SeriesChoice;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.read.UsableRows;
import io.hybridanomaly.importing.shape.ShapedPoints;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateQuestion;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import io.hybridanomaly.importing.time.ZoneNames;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole file under the guesses made from its head, and once more under better ones if the
 * whole columns prove them wrong. Most files are read once, with all their series.
 */
final class SeriesImport {

  private final FileReadings readings;
  private final ImportOptions options;
  private final Inspection inspection;
  private Optional<DateQuestion> question = Optional.empty();

  private SeriesImport(FileReadings readings, ImportOptions options, Inspection inspection) {
    this.readings = readings;
    this.options = options;
    this.inspection = inspection;
  }

  static ImportedSeries read(CsvSource source, ImportOptions options) throws ImportException {
    try {
      SeriesImport run =
          new SeriesImport(
              new FileReadings(source, false), options, Inspection.of(source, options));
      return run.finish(run.settleSeries(run.settleCharset()));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static OriginalRows rows(CsvSource source, ImportOptions options) throws ImportException {
    try {
      SeriesImport run =
          new SeriesImport(
              new FileReadings(source, false), options, Inspection.of(source, options));
      return RowCollector.collect(
          source, options, run.settled(run.settleSeries(run.settleCharset())));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static List<SeriesReading> readAll(CsvSource source, ImportOptions options)
      throws ImportException {
    try {
      FileReadings readings = new FileReadings(source, true);
      ImportOptions open = options.withoutSeries();
      SeriesImport run = new SeriesImport(readings, open, Inspection.of(source, open));
      FileReading first = run.settleSeries(run.settleCharset());
      List<SeriesReading> all = new ArrayList<>();
      for (String name : first.series().map(SeriesChoice::names).orElse(List.of())) {
        ImportOptions chosen = options.withSeries(name);
        ReadPlan plan = first.plan().with(Optional.of(name));
        all.add(
            new SeriesReading(
                Optional.of(name),
                chosen,
                () -> new SeriesImport(readings, chosen, run.inspection).finishPlan(plan)));
      }
      return all.isEmpty()
          ? List.of(new SeriesReading(Optional.empty(), open, () -> run.finishPlan(first.plan())))
          : List.copyOf(all);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static ImportException unreadable(IOException e) {
    return new ImportException("The file could not be read (" + e.getMessage() + "): retry.", e);
  }

  private ImportedSeries finishPlan(ReadPlan plan) throws ImportException {
    try {
      return finish(readings.read(plan));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private FileReading settleCharset() throws ImportException, IOException {
    ReadPlan plan = inspection.plan(options);
    if (plan.columns().watched() >= 0) {
      // Only the whole file tells whether it holds the series that the user named.
      plan = plan.with(Optional.<String>empty());
    }
    try {
      return readings.read(plan);
    } catch (CharacterCodingException e) {
      Charset other = Head.WINDOWS_1252;
      if (options.format().charset().isPresent() || plan.charset().equals(other)) {
        throw new ImportException(
            "The file is not written in %s: choose another encoding."
                .formatted(plan.charset().displayName()),
            e);
      }
      return readings.read(plan.with(other));
    }
  }

  /** Series that stand below each other, so that the head shows only the first one. */
  private FileReading settleSeries(FileReading reading) throws ImportException, IOException {
    ReadPlan plan = reading.plan().with(options.series());
    if (reading.blocks()) {
      return readings.read(plan.with(plan.columns().withWatchedKey()));
    }
    return plan.equals(reading.plan()) ? reading : readings.read(plan);
  }

  private FileReading settleDecimal(FileReading reading) throws ImportException, IOException {
    if (options.format().settledDecimal() != DecimalSeparator.AUTO) {
      return reading;
    }
    ReadPlan plan = reading.plan();
    DecimalSeparator best = reading.numbers().evidence().decide(plan.layout().delimiter());
    NumberReading numbers = plan.numbers();
    return best == numbers.decimal() ? reading : readings.read(plan.with(numbers.with(best)));
  }

  /** Abbreviations of zones that settle each other only when the whole column is known. */
  private FileReading settleZones(FileReading reading) throws ImportException, IOException {
    TimeReader times = reading.times();
    DateReading dates = reading.plan().dates();
    if (times == null || dates == null || times.zoneWords().size() < 2) {
      return reading;
    }
    Map<String, Integer> zones = ZoneNames.decide(times.zoneWords());
    return zones.isEmpty() || zones.equals(dates.names().zones())
        ? reading
        : readings.read(reading.plan().with(dates.with(dates.names().withZones(zones))));
  }

  private FileReading settleOrder(FileReading reading) throws ImportException, IOException {
    TimeReader times = reading.times();
    if (times == null || options.format().dateOrder() != DateOrder.AUTO) {
      return reading;
    }
    List<DateOrder> best = times.orders().best();
    if (best.isEmpty()) {
      return reading;
    }
    List<FileReading> found = new ArrayList<>();
    for (DateOrder order : best) {
      found.add(order == order(reading) ? reading : readings.read(reading.plan().with(order)));
    }
    if (best.size() == 1) {
      return found.get(0);
    }
    List<OrderChoice.Run> runs = found.stream().map(SeriesImport::run).toList();
    DateOrder custom = times.orders().custom(best, reading.plan().layout().delimiter());
    OrderChoice choice = OrderChoice.between(runs, custom, inspection.dateExample());
    question = choice.question();
    return found.get(best.indexOf(choice.order()));
  }

  private static @Nullable DateOrder order(FileReading reading) {
    DateReading dates = reading.plan().dates();
    return dates == null ? null : dates.order();
  }

  private static OrderChoice.Run run(FileReading reading) {
    DateOrder order = order(reading);
    long[] instants = reading.points().instants();
    if (order == null || instants == null) {
      throw new IllegalStateException("a run needs dates");
    }
    return new OrderChoice.Run(order, instants);
  }

  /** A reading under the guesses that the whole columns confirm. */
  private FileReading settled(FileReading first) throws ImportException, IOException {
    return settleOrder(settleZones(settleDecimal(first)));
  }

  private ImportedSeries finish(FileReading first) throws ImportException, IOException {
    FileReading reading = settled(first);
    UsableRows.check(reading);
    ShapedPoints shaped = ShapedPoints.of(reading, options);
    return new SummaryBuilder(inspection, options, reading, shaped, question).build();
  }
}
