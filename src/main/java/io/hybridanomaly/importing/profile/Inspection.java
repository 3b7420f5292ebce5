package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.layout.Head;
import io.hybridanomaly.importing.layout.Layout;
import io.hybridanomaly.importing.layout.LayoutDetector;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.options.FormatChoices;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.options.MissingValues;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvSource;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.time.ClockTime;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateQuestion;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.TimeReader;
import io.hybridanomaly.series.Timestamps;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that the head of a file tells, with the user's choices applied. */
public final class Inspection {

  private static final int PREVIEW_ROWS = 20;
  private static final int LISTED_COLUMNS = 30;

  private final String fileName;
  private final Head head;
  private final HeadTable table;

  /** The columns to read, the order of the dates included. */
  private final ColumnChoice columns;

  private final NumberReading numbers;

  /** Whether the rows seen settle the order of day and month. */
  private final OrderChoice order;

  private Inspection(
      String fileName,
      Head head,
      HeadTable table,
      ColumnChoice columns,
      NumberReading numbers,
      OrderChoice order) {
    this.fileName = fileName;
    this.head = head;
    this.table = table;
    this.columns = columns;
    this.numbers = numbers;
    this.order = order;
  }

  /**
   * Reads the head of a file.
   *
   * @throws ImportException if it holds no table, or a choice does not fit it
   */
  public static Inspection of(CsvSource source, ImportOptions options) throws ImportException {
    Head head = Head.read(source, options.format().charset());
    HeadTable table = HeadTable.of(head, LayoutDetector.detect(head, options));
    ColumnChoice columns = ColumnChoice.of(table, options);
    NumberReading numbers = numbers(table, columns, options.format());
    if (columns.reading() != null) {
      DateReading settled = DashEnds.settle(table, columns.dates(), columns.reading());
      List<String> cells = table.joined(columns.dates());
      columns = columns.with(settled.with(settled.names().withMonthsOf(cells)));
    }
    OrderChoice order = order(table, columns, options.format().dateOrder());
    DateReading reading = columns.reading();
    if (reading != null) {
      columns = columns.with(reading.with(order.order()));
    }
    return new Inspection(source.name(), head, table, columns, numbers, order);
  }

  private static NumberReading numbers(HeadTable table, ColumnChoice columns, FormatChoices format)
      throws ImportException {
    ColumnFacts facts = columns.value() < 0 ? null : table.facts().get(columns.value());
    DecimalSeparator decimal = format.settledDecimal();
    if (decimal == DecimalSeparator.AUTO) {
      decimal = facts == null ? DecimalSeparator.POINT : facts.decimal();
    }
    String unit = facts == null ? "" : facts.units().single();
    boolean coded = facts != null && facts.coded() && format.decimal() == DecimalSeparator.AUTO;
    return new NumberReading(decimal, format.thousands(), unit, coded, format.codes());
  }

  private static OrderChoice order(HeadTable table, ColumnChoice columns, DateOrder chosen) {
    DateReading reading = columns.reading();
    if (reading == null) {
      return OrderChoice.settled(DateOrder.DAY_MONTH);
    }
    if (chosen != DateOrder.AUTO) {
      return OrderChoice.settled(chosen);
    }
    TimeReader first = new TimeReader(reading);
    run(table, columns, first, reading.order());
    List<DateOrder> best = first.orders().best();
    if (best.size() < 2) {
      return OrderChoice.settled(best.isEmpty() ? DateOrder.DAY_MONTH : best.get(0));
    }
    List<OrderChoice.Run> runs =
        best.stream()
            .map(order -> run(table, columns, new TimeReader(reading.with(order)), order))
            .toList();
    DateOrder custom = first.orders().custom(best, table.layout().delimiter());
    return OrderChoice.between(runs, custom, example(table, columns));
  }

  private static OrderChoice.Run run(
      HeadTable table, ColumnChoice columns, TimeReader times, DateOrder order) {
    long[] instants = new long[table.rows().size()];
    int count = 0;
    for (List<String> row : table.rows()) {
      if (times.read(row::get, columns.dates()) == TimeReader.Status.TIME) {
        int offset = times.offsetSeconds() == Timestamps.NO_OFFSET ? 0 : times.offsetSeconds();
        instants[count++] = times.localMicros() - offset * ClockTime.MICROS_PER_SECOND;
      }
    }
    return new OrderChoice.Run(order, Arrays.copyOf(instants, count));
  }

  private static String example(HeadTable table, ColumnChoice columns) {
    return table.rows().isEmpty()
        ? ""
        : columns.dates().stream()
            .map(column -> Blanks.shorten(table.rows().get(0).get(column)))
            .collect(Collectors.joining(" "));
  }

  /** The date of the first row as written, shortened; empty without a row. */
  public String dateExample() {
    return example(table, columns);
  }

  /**
   * How to read the whole file.
   *
   * @throws ImportException if no column is fit to be the value
   */
  public ReadPlan plan(ImportOptions options) throws ImportException {
    if (columns.value() < 0) {
      throw noValueColumn();
    }
    return new ReadPlan(
        head.charset(),
        table.layout(),
        columns,
        numbers,
        options.series(),
        options.shape().missing() != MissingValues.LEAVE_OUT,
        options.limits());
  }

  private ImportException noValueColumn() {
    List<CsvColumn> all = allColumns();
    String list =
        all.stream()
            .limit(LISTED_COLUMNS)
            .map(
                column ->
                    "“%s” (column %d, %s)"
                        .formatted(
                            Blanks.shorten(column.name()), column.number(), column.kind().text()))
            .collect(Collectors.joining(", "));
    String units = PassedOver.units(table);
    if (!units.isEmpty()) {
      return new ImportException(units);
    }
    boolean label = all.stream().anyMatch(column -> column.kind() == ColumnKind.BINARY);
    return new ImportException(
        "No column can be analysed as numbers; %s %s%s: %s."
            .formatted(
                all.size() == 1 ? "the only column is" : "the columns are",
                list,
                all.size() > LISTED_COLUMNS ? ", …" : "",
                label
                    ? "name the value column if the one with 0 and 1 is meant"
                    : all.size() == 1
                        ? "choose the delimiter if there are more columns, or another file"
                        : "choose a file with a column of numbers"));
  }

  private List<CsvColumn> allColumns() {
    List<CsvColumn> all = new ArrayList<>();
    for (int i = 0; i < table.layout().width(); i++) {
      all.add(table.column(i));
    }
    return all;
  }

  /** The profile as far as the head tells. */
  public CsvProfile profile() {
    return profile(
        head.charset(), numbers.decimal(), columns.reading(), order.question(), Optional.empty());
  }

  /** What the head tells about columns that were passed over, in plain sentences. */
  public List<String> passedOver() {
    return PassedOver.sentences(table, columns);
  }

  /** Whether two cells of a column differ, as far as the head tells. */
  public boolean varies(CsvColumn column) {
    return table.facts().get(column.number() - 1).varies();
  }

  /** Why the date columns were taken. */
  public Reason dateReason(ImportOptions options) {
    return new ColumnReasons(table, columns, options).date();
  }

  /** Why the value column was taken. */
  public Reason valueReason(ImportOptions options) {
    return new ColumnReasons(table, columns, options).value();
  }

  /** The profile with what the whole file has settled. */
  public CsvProfile profile(
      Charset charset,
      DecimalSeparator settledDecimal,
      @Nullable DateReading reading,
      Optional<DateQuestion> question,
      Optional<SeriesChoice> series) {
    Layout layout = table.layout();
    List<CsvColumn> all = allColumns();
    return new CsvProfile(
        fileName,
        new CsvFormat(
            charset,
            head.byteOrderMark(),
            layout.delimiter(),
            layout.quote(),
            layout.header(),
            layout.titleLines(),
            settledDecimal),
        all,
        columns.dates().stream().map(all::get).toList(),
        columns.value() < 0 ? Optional.empty() : Optional.of(all.get(columns.value())),
        columns.label() < 0 ? Optional.empty() : Optional.of(all.get(columns.label())),
        columns.group() < 0 ? Optional.empty() : Optional.of(all.get(columns.group())),
        Optional.ofNullable(reading).map(DateReading::text),
        question,
        series,
        columns.across() != null,
        table.rows().stream().limit(PREVIEW_ROWS).toList());
  }
}
