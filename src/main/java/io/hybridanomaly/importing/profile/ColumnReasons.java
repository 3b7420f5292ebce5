package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.time.DateReading;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Why a column was taken for the date or the value. */
final class ColumnReasons {

  private final HeadTable table;
  private final ColumnChoice columns;
  private final ImportOptions options;

  ColumnReasons(HeadTable table, ColumnChoice columns, ImportOptions options) {
    this.table = table;
    this.columns = columns;
    this.options = options;
  }

  Reason value() {
    if (options.valueColumn().isPresent()) {
      return Reason.CHOSEN;
    }
    if (columns.across() != null) {
      return Reason.likely("the columns are named by times");
    }
    int value = columns.value();
    if (value < 0 || kind(value) != ColumnKind.NUMBER) {
      return Reason.unsure("no other column has numbers");
    }
    OwnOutput own = table.own();
    if (own.analysed(value)) {
      return Reason.likely("it is what this program analysed before");
    }
    IntPredicate free =
        i ->
            kind(i) == ColumnKind.NUMBER
                && !own.computed(i)
                && !columns.dates().contains(i)
                && !columns.keys().contains(i)
                && i != columns.label();
    long numbers = count(free);
    if (numbers == 1) {
      return Reason.certain("the only column of numbers");
    }
    if (soundsLikeValue(value)) {
      return count(free.and(this::soundsLikeValue)) == 1
          ? Reason.likely("the name is that of a value")
          : Reason.unsure(
              "the first of %d columns of numbers whose name is that of a value"
                  .formatted(count(free.and(this::soundsLikeValue))));
    }
    return Reason.unsure("the first of %d columns of numbers".formatted(numbers));
  }

  Reason date() {
    if (!(options.dateColumns() instanceof ColumnSelection.Auto)) {
      return Reason.CHOSEN;
    }
    DateReading reading = columns.reading();
    if (reading == null || columns.dates().isEmpty()) {
      return columns.across() != null
          ? Reason.likely("the times run across")
          : PassedOver.sentences(table, columns).isEmpty()
              ? Reason.likely("no column holds dates")
              : Reason.unsure("no column can be read as dates");
    }
    if (columns.dates().size() > 1) {
      return Reason.likely("together they tell the rows apart");
    }
    int date = columns.dates().get(0);
    boolean named = ColumnNames.soundsLikeDate(table.layout().names().get(date));
    if (reading.style().isElapsed()) {
      return Reason.likely("the name counts time");
    }
    if (table.facts().get(date).numeric()) {
      String range = "numbers that fit " + reading.text();
      return named
          ? Reason.likely(range + ", and the name says so")
          : Reason.unsure(range + " and ascend");
    }
    long dates = count(i -> kind(i) == ColumnKind.DATE && !table.facts().get(i).numeric());
    if (dates <= 1) {
      return Reason.certain("the only column of dates");
    }
    return named
        ? Reason.likely("the name says so, among %d columns of dates".formatted(dates))
        : Reason.unsure("the first of %d columns of dates".formatted(dates));
  }

  private long count(IntPredicate wanted) {
    return IntStream.range(0, table.facts().size()).filter(wanted).count();
  }

  private ColumnKind kind(int column) {
    return table.facts().get(column).kind();
  }

  private boolean soundsLikeValue(int column) {
    return ColumnNames.soundsLikeValue(table.layout().names().get(column));
  }
}
