package io.hybridanomaly.importing;

import io.hybridanomaly.importing.layout.Head;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.Inspection;
import io.hybridanomaly.importing.profile.NumberReading;
import io.hybridanomaly.importing.profile.OrderChoice;
import io.hybridanomaly.importing.profile.ReadPlan;
import io.hybridanomaly.importing.read.FileReader;
import io.hybridanomaly.importing.read.FileReading;
import io.hybridanomaly.importing.read.UsableRows;
import io.hybridanomaly.importing.shape.ShapedPoints;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateQuestion;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.NameReading;
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
 * whole columns prove them wrong. Most files are read once.
 */
final class SeriesImport {

  private final CsvSource source;
  private final ImportOptions options;
  private final Inspection inspection;
  private Optional<DateQuestion> question = Optional.empty();

  private SeriesImport(CsvSource source, ImportOptions options) throws ImportException {
    this.source = source;
    this.options = options;
    this.inspection = Inspection.of(source, options);
  }

  static ImportedSeries read(CsvSource source, ImportOptions options) throws ImportException {
    try {
      SeriesImport run = new SeriesImport(source, options);
      FileReading reading =
          run.settleOrder(
              run.settleZones(run.settleDecimal(run.settleSeries(run.settleCharset()))));
      return run.finish(reading);
    } catch (IOException e) {
      throw new ImportException("The file could not be read (" + e.getMessage() + "): retry.", e);
    }
  }

  private FileReading settleCharset() throws ImportException, IOException {
    ReadPlan plan = inspection.plan(options);
    try {
      return FileReader.read(source, plan);
    } catch (CharacterCodingException e) {
      Charset other = Head.WINDOWS_1252;
      if (options.format().charset().isPresent() || plan.charset().equals(other)) {
        throw new ImportException(
            "The file is not written in %s: choose another encoding."
                .formatted(plan.charset().displayName()),
            e);
      }
      return FileReader.read(source, plan.with(other));
    }
  }

  /** Series that stand below each other, so that the head shows only the first one. */
  private FileReading settleSeries(FileReading reading) throws ImportException, IOException {
    ReadPlan plan = reading.plan();
    return reading.blocks()
        ? FileReader.read(source, plan.with(plan.columns().withWatchedKey()))
        : reading;
  }

  private FileReading settleDecimal(FileReading reading) throws ImportException, IOException {
    if (options.format().settledDecimal() != DecimalSeparator.AUTO) {
      return reading;
    }
    ReadPlan plan = reading.plan();
    DecimalSeparator best = reading.numbers().evidence().decide(plan.layout().delimiter());
    NumberReading numbers = plan.numbers();
    return best == numbers.decimal()
        ? reading
        : FileReader.read(source, plan.with(numbers.with(best)));
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
        : FileReader.read(
            source,
            reading.plan().with(dates.with(new NameReading(zones, dates.names().dashEnds()))));
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
    List<FileReading> readings = new ArrayList<>();
    for (DateOrder order : best) {
      readings.add(
          order == order(reading) ? reading : FileReader.read(source, reading.plan().with(order)));
    }
    if (best.size() == 1) {
      return readings.get(0);
    }
    List<OrderChoice.Run> runs = readings.stream().map(SeriesImport::run).toList();
    DateOrder custom = times.orders().custom(best, reading.plan().layout().delimiter());
    OrderChoice choice = OrderChoice.between(runs, custom, inspection.dateExample());
    question = choice.question();
    return readings.get(best.indexOf(choice.order()));
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

  private ImportedSeries finish(FileReading reading) throws ImportException {
    UsableRows.check(reading);
    ShapedPoints shaped = ShapedPoints.of(reading, options);
    return new SummaryBuilder(inspection, options, reading, shaped, question).build();
  }
}
