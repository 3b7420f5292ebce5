package io.hybridanomaly.spark;

import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Gives a series the networks of its group, or says why it trains its own. */
final class Assigning implements MapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final Map<String, GroupPlan> plans;

  /**
   * @param plans by the name of the group
   */
  Assigning(Map<String, GroupPlan> plans) {
    this.plans = plans;
  }

  @Override
  public Row call(Row read) {
    if (read.getAs(Tables.CONTENT) == null) {
      return read;
    }
    String group = read.getAs(Tables.GROUP);
    GroupPlan plan = plans.get(group);
    int points = read.getAs(Tables.POINT_COUNT);
    if (plan == null) {
      return own(
          read,
          group == null
              ? "It belongs to no group"
              : "Its group %s has no other series that is long enough".formatted(group));
    }
    if (!plan.fits(points)) {
      return own(
          read,
          "The window of its group %s, %d points, does not fit twice into its %d values"
              .formatted(group, plan.window(), points));
    }
    @Nullable Object[] cells = cells(read);
    cells[read.fieldIndex(Tables.FINGERPRINT)] =
        Hashes.of(read.<String>getAs(Tables.FINGERPRINT), plan.model(), group);
    cells[read.fieldIndex(Tables.MODEL)] = plan.model();
    return RowFactory.create(cells);
  }

  private static Row own(Row read, String reason) {
    @Nullable Object[] cells = cells(read);
    String notes = withNote(read.getAs(Tables.NOTES), reason);
    cells[read.fieldIndex(Tables.NOTES)] = notes;
    cells[read.fieldIndex(Tables.FINGERPRINT)] =
        Hashes.of(read.<String>getAs(Tables.FINGERPRINT), notes);
    return RowFactory.create(cells);
  }

  private static @Nullable Object[] cells(Row row) {
    @Nullable Object[] cells = new Object[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.get(i);
    }
    return cells;
  }

  /**
   * Notes with one more: that a series trains its own networks.
   *
   * @param reason the first half of the sentence
   */
  static String withNote(String notes, String reason) {
    String note = reason + ": it was judged with networks of its own.";
    return notes.isEmpty() ? note : notes + " " + note;
  }
}
