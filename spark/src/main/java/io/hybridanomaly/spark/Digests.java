package io.hybridanomaly.spark;

import io.hybridanomaly.overview.AbnormalTime;
import io.hybridanomaly.overview.AxisKind;
import io.hybridanomaly.overview.SeriesDigest;
import io.hybridanomaly.overview.Span;
import io.hybridanomaly.overview.Sparkline;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What an overview keeps of a series, as columns. */
final class Digests {

  private static final DataType NUMBERS = DataTypes.createArrayType(DataTypes.DoubleType, false);

  private static final StructType SPAN =
      new StructType().add("from", DataTypes.DoubleType).add("to", DataTypes.DoubleType);

  private static final StructType ABNORMAL =
      SPAN.add("severity", DataTypes.DoubleType).add("text", DataTypes.StringType);

  static final StructType COLUMNS =
      new StructType()
          .add("kind", DataTypes.StringType)
          .add("from", DataTypes.DoubleType)
          .add("to", DataTypes.DoubleType)
          .add("step", DataTypes.DoubleType)
          .add("shift", DataTypes.DoubleType)
          .add("points", DataTypes.IntegerType)
          .add("abnormal", DataTypes.createArrayType(ABNORMAL))
          .add("missing", DataTypes.createArrayType(SPAN))
          .add("places", NUMBERS)
          .add("heights", NUMBERS);

  private Digests() {}

  static Row row(SeriesDigest digest) {
    return RowFactory.create(
        digest.kind().name(),
        digest.span().from(),
        digest.span().to(),
        digest.step(),
        digest.shift(),
        digest.points(),
        digest.anomalies().stream()
            .map(a -> RowFactory.create(a.time().from(), a.time().to(), a.severity(), a.text()))
            .toArray(Row[]::new),
        digest.missing().stream()
            .map(gap -> RowFactory.create(gap.from(), gap.to()))
            .toArray(Row[]::new),
        boxed(digest.line().places()),
        boxed(digest.line().heights()));
  }

  private static Double[] boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }

  /**
   * @param name what tells the series apart from the others
   */
  static SeriesDigest digest(String name, Row row) {
    List<AbnormalTime> abnormal =
        row.<Row>getList(6).stream()
            .map(a -> new AbnormalTime(span(a), a.getDouble(2), a.getString(3)))
            .toList();
    return new SeriesDigest(
        name,
        AxisKind.valueOf(row.getString(0)),
        new Span(row.getDouble(1), row.getDouble(2)),
        row.getDouble(3),
        row.getDouble(4),
        row.getInt(5),
        abnormal,
        row.<Row>getList(7).stream().map(Digests::span).toList(),
        new Sparkline(numbers(row, 8), numbers(row, 9), Double.NaN, Double.NaN));
  }

  private static Span span(Row row) {
    return new Span(row.getDouble(0), row.getDouble(1));
  }

  private static double[] numbers(Row row, int column) {
    return row.<Double>getList(column).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
