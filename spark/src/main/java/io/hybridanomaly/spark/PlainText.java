package io.hybridanomaly.spark;

import io.hybridanomaly.export.PlainDecimal;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows as text, with numbers as {@code detect} writes them. */
final class PlainText {

  private PlainText() {}

  static Dataset<Row> of(Dataset<Row> rows) {
    StructType texts = new StructType();
    for (StructField field : rows.schema().fields()) {
      texts = texts.add(field.name(), DataTypes.StringType);
    }
    return rows.map((MapFunction<Row, Row>) PlainText::text, Tables.rows(texts));
  }

  private static Row text(Row row) {
    @Nullable Object[] cells = new Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      Object cell = row.get(i);
      cells[i] =
          cell == null
              ? null
              : cell instanceof Double number ? PlainDecimal.format(number) : cell.toString();
    }
    return RowFactory.create(cells);
  }
}
