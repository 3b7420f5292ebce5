package io.hybridanomaly.spark;

import io.hybridanomaly.detection.DetectionException;
import io.hybridanomaly.detection.SharedModel;
import io.hybridanomaly.detection.TrainingSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Trains the networks of groups from samples that are sorted by group and draw. Where that is not
 * possible the reason is kept in their place.
 */
final class Training implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final TaskOptions options;
  private final NetworkFiles files;

  Training(TaskOptions options, NetworkFiles files) {
    this.options = options;
    this.files = files;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> samples) {
    List<Row> trained = new ArrayList<>();
    @Nullable Row next = samples.hasNext() ? samples.next() : null;
    while (next != null) {
      String model = next.getAs(Tables.MODEL);
      int window = next.getAs(Tables.WINDOW);
      List<TrainingSample> group = new ArrayList<>();
      while (next != null && next.<String>getAs(Tables.MODEL).equals(model)) {
        group.add(Sampling.sample(next));
        next = samples.hasNext() ? samples.next() : null;
      }
      train(model, group, window);
      trained.add(RowFactory.create(model));
    }
    return trained.iterator();
  }

  private void train(String model, List<TrainingSample> group, int window) {
    try {
      if (!files.has(model)) {
        files.write(
            model, SharedModel.train(group, window, options.settings(), Judging.whenStopped()));
      }
    } catch (DetectionException e) {
      if (e.getCause() != null) {
        throw new MachineFailure(e.getMessage(), e);
      }
      fail(model, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      // A fault of the program in one group must not end the others.
      fail(model, "internal failure, please report it: " + e);
    }
  }

  private void fail(String model, String reason) {
    try {
      files.writeFailure(model, reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
