package io.hybridanomaly.spark;

import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of what the job reads, keeps and writes. Their order is the order of the rows. */
final class Tables {

  static final String FILE = "file";
  static final String SERIES = "series";
  static final String FINGERPRINT = "fingerprint";
  static final String ERROR = "error";
  static final String ANOMALIES = "found";
  static final String POINTS = "scored";
  static final String DIGEST = "digest";
  static final String REPORT = "report";
  static final String GROUP = "group";
  static final String CONTENT = "content";
  static final String WINDOW = "window";
  static final String POINT_COUNT = "points";
  static final String NOTES = "notes";

  /** A hash of a series that puts those of a group in an order, and says which are sampled. */
  static final String DRAW = "draw";

  /** Which networks judge a series; null if it trains its own. */
  static final String MODEL = "model";

  private static final StructType NAMES =
      new StructType().add(FILE, DataTypes.StringType).add(SERIES, DataTypes.StringType);

  /** A CSV file: as it was named, where it is, and whether it is the only input. */
  static final StructType CSV_FILE =
      new StructType()
          .add("shown", DataTypes.StringType)
          .add("address", DataTypes.StringType)
          .add("alone", DataTypes.BooleanType);

  /** What is known of a series that was read, whether it can be judged or not. */
  private static final StructType FACTS =
      NAMES
          .add(FINGERPRINT, DataTypes.StringType)
          .add(POINT_COUNT, DataTypes.IntegerType)
          .add("first", DataTypes.StringType)
          .add("last", DataTypes.StringType)
          .add("rows_left_out", DataTypes.IntegerType)
          .add(NOTES, DataTypes.StringType)
          .add(ERROR, DataTypes.StringType);

  /** Number of columns in {@link #FACTS}: a judged row begins with them. */
  static final int FACT_COLUMNS = FACTS.size();

  /**
   * A series that was read; without content if it cannot be judged. What follows the content is
   * null if each series trains its own networks; the window is the one that the series would
   * choose.
   */
  static final StructType READ =
      FACTS
          .add(CONTENT, DataTypes.BinaryType)
          .add(GROUP, DataTypes.StringType)
          .add(WINDOW, DataTypes.IntegerType)
          .add(DRAW, DataTypes.StringType)
          .add(MODEL, DataTypes.StringType);

  /** Windows of a series that a group's networks are trained on. */
  static final StructType SAMPLE =
      new StructType()
          .add(MODEL, DataTypes.StringType)
          .add(DRAW, DataTypes.StringType)
          .add(WINDOW, DataTypes.IntegerType)
          .add("windows", DataTypes.BinaryType)
          .add("halves", DataTypes.BinaryType);

  /** The names of networks. */
  static final StructType MODELS = new StructType().add(MODEL, DataTypes.StringType);

  private static final StructType VERDICT =
      FACTS
          .add(WINDOW, DataTypes.IntegerType)
          .add("epochs", DataTypes.IntegerType)
          .add("threshold", DataTypes.DoubleType)
          .add("anomalies", DataTypes.IntegerType)
          .add("worst_severity", DataTypes.DoubleType)
          .add("flagged_share", DataTypes.DoubleType)
          .add("benford", DataTypes.StringType)
          .add(GROUP, DataTypes.StringType);

  /** The columns of the table series. */
  static final String[] SERIES_COLUMNS = VERDICT.fieldNames();

  /** An anomaly, with the names of the JSON report. */
  static final StructType ANOMALY =
      new StructType()
          .add("start", DataTypes.StringType)
          .add("end", DataTypes.StringType)
          .add("peak", DataTypes.StringType)
          .add("points", DataTypes.IntegerType)
          .add("severity", DataTypes.DoubleType)
          .add("lstm_share", DataTypes.DoubleType)
          .add("benford_share", DataTypes.DoubleType)
          .add("value", DataTypes.DoubleType)
          .add("expected", DataTypes.DoubleType)
          .add("expected_low", DataTypes.DoubleType)
          .add("expected_high", DataTypes.DoubleType);

  /** A point, with the names of the annotated CSV. */
  static final StructType POINT =
      new StructType()
          .add("timestamp", DataTypes.StringType)
          .add("value", DataTypes.DoubleType)
          .add("reconstruction_score", DataTypes.DoubleType)
          .add("benford_score", DataTypes.DoubleType)
          .add("anomaly_score", DataTypes.DoubleType)
          .add("is_anomaly", DataTypes.IntegerType)
          .add("expected", DataTypes.DoubleType)
          .add("expected_low", DataTypes.DoubleType)
          .add("expected_high", DataTypes.DoubleType)
          .add("anomaly", DataTypes.IntegerType);

  /** A judged series with all that belongs to it, in one row, so that it is there whole or not. */
  static final StructType JUDGED =
      VERDICT
          .add(ANOMALIES, DataTypes.createArrayType(ANOMALY))
          .add(POINTS, DataTypes.createArrayType(POINT))
          .add(DIGEST, Digests.COLUMNS)
          .add(REPORT, DataTypes.StringType);

  private Tables() {}

  static Encoder<Row> rows(StructType columns) {
    return Encoders.row(columns);
  }
}
