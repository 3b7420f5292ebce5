package io.hybridanomaly.spark;

import io.hybridanomaly.detection.TrainingSample;
import io.hybridanomaly.export.ReportException;
import io.hybridanomaly.export.SeriesFile;
import io.hybridanomaly.series.Samples;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Draws windows of a series for the training of its group's networks. */
final class Sampling implements MapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private static final int HEXADECIMAL = 16;
  private static final int DIGITS_OF_A_LONG = 16;

  private final TaskOptions options;
  private final Map<String, GroupPlan> plans;

  /**
   * @param plans by the name of the group
   */
  Sampling(TaskOptions options, Map<String, GroupPlan> plans) {
    this.options = options;
    this.plans = plans;
  }

  @Override
  public Row call(Row read) {
    GroupPlan plan = Objects.requireNonNull(plans.get(read.<String>getAs(Tables.GROUP)));
    String draw = read.getAs(Tables.DRAW);
    Samples samples;
    try {
      byte[] content = read.getAs(Tables.CONTENT);
      samples = SeriesFile.read(content, Integer.MAX_VALUE).series().samples();
    } catch (ReportException e) {
      throw new IllegalStateException("this job has written it", e);
    }
    TrainingSample sample =
        TrainingSample.of(
            samples,
            options.settings(),
            plan.window(),
            plan.each(),
            Long.parseUnsignedLong(draw.substring(0, DIGITS_OF_A_LONG), HEXADECIMAL),
            Judging.whenStopped());
    return RowFactory.create(
        plan.model(), draw, plan.window(), bytes(sample.windows()), bytes(sample.halves()));
  }

  private static byte[] bytes(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  /** The sample that a row holds. */
  static TrainingSample sample(Row row) {
    return new TrainingSample(floats(row.getAs("windows")), floats(row.getAs("halves")));
  }

  private static float[] floats(byte[] bytes) {
    float[] numbers = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
    return numbers;
  }
}
