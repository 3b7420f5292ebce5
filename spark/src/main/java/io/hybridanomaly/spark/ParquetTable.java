package io.hybridanomaly.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;

import io.hybridanomaly.cli.InputOptions;
import io.hybridanomaly.cli.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet table with many series: long, with columns that tell them apart, or wide, with a column
 * for each. Its rows are brought together series by series, in the order of the files.
 */
final class ParquetTable {

  private static final Set<String> TIME_NAMES = Set.of("time", "timestamp", "datetime", "date");
  private static final Pattern UNREADABLE =
      Pattern.compile("FAILED_READ_FILE.*? reading file (?:file:/*(?=/))?(.+?)\\. ");
  private static final String BETWEEN_KEYS = " / ";
  private static final String ID = "id";
  private static final String TIME = "time";
  private static final String VALUE = "value";
  private static final String PATH = "path";
  private static final String ROW = "row";

  private final Dataset<Row> table;
  private final String shown;
  private final @Nullable StructField time;
  private final List<String> ids;
  private final List<String> values;
  private final @Nullable String group;

  private ParquetTable(
      Dataset<Row> table,
      String shown,
      @Nullable StructField time,
      List<String> ids,
      List<String> values,
      @Nullable String group) {
    this.table = table;
    this.shown = shown;
    this.time = time;
    this.ids = ids;
    this.values = values;
    this.group = group;
  }

  /**
   * Plans the reading.
   *
   * @return rows as {@link Tables#READ}
   * @throws UsageException if it is no Parquet, or its columns leave open what is what
   */
  static Dataset<Row> read(
      SparkSession spark, JobInputs.Place place, JobCommand command, TaskOptions options)
      throws UsageException {
    Dataset<Row> table;
    try {
      table = spark.read().parquet(place.address());
    } catch (Exception e) {
      // Spark's exceptions of this kind are checked ones that its methods do not declare.
      if (e instanceof AnalysisException) {
        throw new UsageException(
            place.shown() + ": no Parquet table was found there; check the path.", e);
      }
      throw e;
    }
    return of(table, place.shown(), command).series(command.input(), options);
  }

  /** Why a job has failed, if it is a file that is no Parquet. */
  static Optional<String> unreadable(Throwable jobFailure) {
    return FailureText.find(UNREADABLE, jobFailure)
        .map("%s: the file is no Parquet, or damaged; mend it, or take it out."::formatted);
  }

  private static ParquetTable of(Dataset<Row> table, String shown, JobCommand command)
      throws UsageException {
    InputOptions input = command.input();
    StructType schema = table.schema();
    StructField time = time(schema, shown, input.dateColumn());
    List<String> ids =
        command.idColumns().isPresent()
            ? List.of(command.idColumns().get().split("\\+", -1))
            : names(schema, field -> field.dataType().equals(DataTypes.StringType), time);
    for (String name : ids) {
      require(schema, shown, "--id", name);
    }
    String group =
        command.groupColumn().isPresent()
            ? require(schema, shown, "--group", command.groupColumn().get()).name()
            : null;
    List<String> values;
    if (input.valueColumn().isPresent()) {
      values = List.of(require(schema, shown, "--value", input.valueColumn().get()).name());
    } else {
      values =
          names(schema, field -> field.dataType() instanceof NumericType, time).stream()
              .filter(name -> !ids.contains(name) && !name.equals(group))
              .toList();
    }
    if (values.isEmpty()) {
      throw new UsageException(shown + ": it has no column of numbers; name one with --value.");
    }
    if (!ids.isEmpty() && values.size() > 1) {
      throw new UsageException(
          "%s: its columns %s hold numbers; name the value with --value."
              .formatted(shown, String.join(", ", values)));
    }
    return new ParquetTable(table, shown, time, ids, values, group);
  }

  private static @Nullable StructField time(StructType schema, String shown, Optional<String> named)
      throws UsageException {
    if (named.isPresent()) {
      return named.get().equalsIgnoreCase("none")
          ? null
          : require(schema, shown, "--date", named.get());
    }
    List<StructField> fields = List.of(schema.fields());
    return fields.stream()
        .filter(field -> isTime(field.dataType()))
        .findFirst()
        .or(
            () ->
                fields.stream()
                    .filter(field -> TIME_NAMES.contains(field.name().toLowerCase(Locale.ROOT)))
                    .findFirst())
        .orElse(null);
  }

  private static boolean isTime(DataType type) {
    return type.equals(DataTypes.TimestampType)
        || type.equals(DataTypes.TimestampNTZType)
        || type.equals(DataTypes.DateType);
  }

  private static List<String> names(
      StructType schema,
      java.util.function.Predicate<StructField> kind,
      @Nullable StructField except) {
    return Arrays.stream(schema.fields())
        .filter(field -> kind.test(field) && !field.equals(except))
        .map(StructField::name)
        .toList();
  }

  private static StructField require(StructType schema, String shown, String option, String name)
      throws UsageException {
    return Arrays.stream(schema.fields())
        .filter(field -> field.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "%s: %s: there is no column \"%s\"; there is %s."
                        .formatted(
                            shown,
                            option,
                            name,
                            Arrays.stream(schema.fieldNames())
                                .map(each -> '"' + each + '"')
                                .collect(Collectors.joining(", ")))));
  }

  private Dataset<Row> series(InputOptions input, TaskOptions options) {
    Dataset<Row> rows = ids.isEmpty() ? wide() : tall();
    if (input.seriesName().isPresent()) {
      rows = rows.filter(col(ID).equalTo(input.seriesName().get()));
    }
    return rows.repartition(col(ID))
        .sortWithinPartitions(ID, PATH, ROW)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                new GroupedReading(options, shown, time != null, isTextTime()),
            Tables.rows(Tables.READ));
  }

  private boolean isTextTime() {
    return time != null && time.dataType().equals(DataTypes.StringType);
  }

  private Dataset<Row> tall() {
    Column[] keys = ids.stream().map(name -> quoted(name).cast("string")).toArray(Column[]::new);
    return table.select(
        concat_ws(BETWEEN_KEYS, keys).as(ID),
        timeText().as(TIME),
        number(values.getFirst()).as(VALUE),
        groupText().as(Tables.GROUP),
        path(),
        row());
  }

  private Dataset<Row> wide() {
    List<Column> columns =
        new ArrayList<>(List.of(timeText().as(TIME), groupText().as(Tables.GROUP), path(), row()));
    for (int i = 0; i < values.size(); i++) {
      columns.add(number(values.get(i)).as(values.get(i)));
    }
    return table
        .select(columns.toArray(Column[]::new))
        .unpivot(
            new Column[] {col(TIME), col(Tables.GROUP), col(PATH), col(ROW)},
            values.stream().map(ParquetTable::quoted).toArray(Column[]::new),
            ID,
            VALUE)
        .select(ID, TIME, VALUE, Tables.GROUP, PATH, ROW);
  }

  private Column groupText() {
    return group == null ? lit("") : quoted(group).cast("string");
  }

  /** Within a file rows have their order, between files there is that of the names. */
  private static Column path() {
    return col("_metadata.file_path").as(PATH);
  }

  private static Column row() {
    return col("_metadata.row_index").as(ROW);
  }

  private Column timeText() {
    if (time == null) {
      return lit("");
    }
    Column written = quoted(time.name());
    if (time.dataType().equals(DataTypes.TimestampType)) {
      return date_format(written, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
    }
    return time.dataType().equals(DataTypes.TimestampNTZType)
        ? date_format(written, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS")
        : written.cast("string");
  }

  /** A number; one of single precision as it is written, not with the digits that follow. */
  private Column number(String name) {
    Column written = quoted(name);
    boolean single = table.schema().apply(name).dataType().equals(DataTypes.FloatType);
    return (single ? written.cast("string") : written).cast("double");
  }

  private static Column quoted(String name) {
    return col('`' + name.replace("`", "``") + '`');
  }
}
