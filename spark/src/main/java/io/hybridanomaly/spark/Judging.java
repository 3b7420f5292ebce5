package io.hybridanomaly.spark;

import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.analysis.Dataset;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Cancellation;
import io.hybridanomaly.detection.ComponentScores;
import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Detectors;
import io.hybridanomaly.detection.ExpectedBand;
import io.hybridanomaly.detection.ProgressListener;
import io.hybridanomaly.detection.SharedModel;
import io.hybridanomaly.export.HtmlReport;
import io.hybridanomaly.export.ReportException;
import io.hybridanomaly.export.SeriesFile;
import io.hybridanomaly.export.Session;
import io.hybridanomaly.overview.SeriesDigest;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.LongAccumulator;
import org.jspecify.annotations.Nullable;

/** Judges a series that was read. One that cannot be judged becomes a row with the reason. */
final class Judging implements MapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final TaskOptions options;
  private final NetworkFiles networks;
  private final LongAccumulator done;

  /**
   * @param networks of groups, for series that are assigned to some
   * @param done counts what is judged
   */
  Judging(TaskOptions options, NetworkFiles networks, LongAccumulator done) {
    this.options = options;
    this.networks = networks;
    this.done = done;
  }

  @Override
  public Row call(Row read) {
    @Nullable Object[] judged = new Object[Tables.JUDGED.size()];
    for (int i = 0; i < Tables.FACT_COLUMNS; i++) {
      judged[i] = read.get(i);
    }
    byte[] content = read.getAs("content");
    if (content != null) {
      try {
        judge(SeriesFile.read(content, Integer.MAX_VALUE), read, judged);
      } catch (DetectionException e) {
        if (e.getCause() != null) {
          // The machine is at fault, not this series: another machine may do better.
          throw new MachineFailure(e.getMessage(), e);
        }
        judged[read.fieldIndex(Tables.ERROR)] = read.getString(0) + ": " + e.getMessage();
      } catch (ReportException e) {
        throw new IllegalStateException("this job has written it", e);
      } catch (CancellationException | UncheckedIOException e) {
        throw e;
      } catch (RuntimeException e) {
        // A fault of the program in one series of a hundred thousand must not end the others.
        judged[read.fieldIndex(Tables.ERROR)] =
            "%s: internal failure, please report it: %s".formatted(read.getString(0), e);
      }
    }
    done.add(1);
    return RowFactory.create(judged);
  }

  private void judge(Dataset dataset, Row read, @Nullable Object[] judged)
      throws DetectionException {
    TimeSeries series = dataset.series();
    SharedModel model = model(read, judged);
    DetectionResult result =
        model == null
            ? Detectors.detect(
                series.samples(), options.settings(), ProgressListener.NONE, whenStopped())
            : Detectors.detect(
                series.samples(), options.settings(), model, ProgressListener.NONE, whenStopped());
    ComponentScores components = result.components();
    ExpectedBand band = ExpectedBand.of(components);
    int column = Tables.FACT_COLUMNS;
    judged[column++] = components.window();
    judged[column++] = components.epochs();
    judged[column++] = result.threshold();
    judged[column++] = result.anomalies().size();
    judged[column++] = result.anomalies().stream().mapToDouble(Anomaly::severity).max().orElse(0);
    judged[column++] = result.flaggedShare();
    judged[column++] =
        components.applicability().level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    judged[column++] = model == null ? null : read.getAs(Tables.GROUP);
    judged[column++] =
        result.anomalies().stream()
            .map(anomaly -> anomaly(anomaly, series.times(), band))
            .toArray(Row[]::new);
    judged[column++] = options.wantsPoints() ? points(series, result, band) : null;
    judged[column++] = Digests.row(SeriesDigest.of(read.getAs(Tables.SERIES), series, result));
    judged[column] =
        options.wantsReports() && !result.anomalies().isEmpty() ? report(dataset, result) : null;
  }

  /** The report that a visitor of the page can save, which the page also opens. */
  private static String report(Dataset dataset, DetectionResult result) {
    StringBuilder text = new StringBuilder();
    try {
      HtmlReport.write(new Session(new Analysis(dataset, result), List.of(), Instant.now()), text);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return text.toString();
  }

  /** The networks of its group; null if it trains its own, with a note if those are missing. */
  private @Nullable SharedModel model(Row read, @Nullable Object[] judged) {
    String name = read.getAs(Tables.MODEL);
    if (name == null) {
      return null;
    }
    NetworkFiles.Content content;
    try {
      content = networks.read(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (content.problem() != null) {
      String reason =
          "The networks of its group %s could not be trained (%s)"
              .formatted(read.<String>getAs(Tables.GROUP), content.problem());
      judged[read.fieldIndex(Tables.NOTES)] = Assigning.withNote(read.getAs(Tables.NOTES), reason);
    }
    return content.model();
  }

  /** Ends the detection between two steps of a training when its task is ended. */
  static Cancellation whenStopped() {
    TaskContext task = TaskContext.get();
    return () -> task != null && task.isInterrupted();
  }

  private static Row anomaly(Anomaly anomaly, TimeAxis times, ExpectedBand band) {
    return RowFactory.create(
        times.text(anomaly.segment().from()),
        times.text(anomaly.segment().last()),
        times.text(anomaly.peak()),
        anomaly.length(),
        anomaly.severity(),
        anomaly.reconstructionShare(),
        anomaly.benfordShare(),
        anomaly.value(),
        anomaly.expected(),
        band.low(anomaly.peak(), anomaly.expected()),
        band.high(anomaly.peak(), anomaly.expected()));
  }

  private static Row[] points(TimeSeries series, DetectionResult result, ExpectedBand band) {
    ComponentScores components = result.components();
    int[] numbers = result.numbers();
    Row[] rows = new Row[series.size()];
    Arrays.setAll(
        rows,
        i ->
            RowFactory.create(
                series.times().text(i),
                series.values()[i],
                components.reconstruction()[i],
                components.benford()[i],
                result.score()[i],
                numbers[i] > 0 ? 1 : 0,
                components.expected()[i],
                band.low(i, components.expected()[i]),
                band.high(i, components.expected()[i]),
                numbers[i] > 0 ? numbers[i] : null));
    return rows;
  }
}
