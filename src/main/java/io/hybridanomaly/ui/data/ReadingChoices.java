package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.hybridanomaly.importing.CsvFormat;
import io.hybridanomaly.importing.CsvProfile;
import io.hybridanomaly.importing.DateOrder;
import io.hybridanomaly.importing.DecimalSeparator;
import io.hybridanomaly.importing.DuplicateTimes;
import io.hybridanomaly.importing.HeaderChoice;
import io.hybridanomaly.importing.ImportOptions;
import io.hybridanomaly.importing.MissingValues;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How the file is read: what was detected, and a list for each to choose something else. */
final class ReadingChoices extends Div {

  /** Hears a choice of the visitor as a change of the options. */
  @FunctionalInterface
  interface Listener {
    void onChoice(UnaryOperator<ImportOptions> change);
  }

  /**
   * One entry of a list.
   *
   * @param label as shown
   * @param chosen whether the file was read with it
   * @param change what it does to the options
   */
  private record Choice(String label, boolean chosen, UnaryOperator<ImportOptions> change) {}

  private static final Map<String, Character> DELIMITERS =
      new TreeMap<>(Map.of("Comma", ',', "Semicolon", ';', "Tab", '\t', "Vertical bar", '|'));

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private final Listener listener;
  private final Div grid = new Div();
  private final Map<String, Select<Choice>> selects = new HashMap<>();

  ReadingChoices(Listener listener) {
    this.listener = listener;
    grid.addClassName("reading-grid");
    Details details = new Details("How the file is read", grid);
    details.setId("reading-choices");
    add(details);
    setVisible(false);
  }

  /**
   * Shows what was detected for a file and what was chosen instead.
   *
   * @param profile the file as it was read
   * @param options the choices it was read with
   */
  void show(CsvProfile profile, ImportOptions options) {
    CsvFormat format = profile.format();
    addDelimiter(format, options);
    addCharset(format, options);
    HeaderChoice header = options.header();
    addDetected(
        "file-header",
        "First row",
        format.header() ? "names the columns" : "is data",
        o -> o.withHeader(HeaderChoice.AUTO),
        List.of(
            new Choice(
                "Names the columns",
                header == HeaderChoice.PRESENT,
                o -> o.withHeader(HeaderChoice.PRESENT)),
            new Choice(
                "Is data", header == HeaderChoice.ABSENT, o -> o.withHeader(HeaderChoice.ABSENT))));
    DecimalSeparator decimal = options.decimal();
    addDetected(
        "file-decimal",
        "Decimal separator",
        format.decimal() == DecimalSeparator.COMMA ? "comma" : "point",
        o -> o.withDecimal(DecimalSeparator.AUTO),
        List.of(
            new Choice(
                "Point: 1,234.5",
                decimal == DecimalSeparator.POINT,
                o -> o.withDecimal(DecimalSeparator.POINT)),
            new Choice(
                "Comma: 1.234,5",
                decimal == DecimalSeparator.COMMA,
                o -> o.withDecimal(DecimalSeparator.COMMA))));
    addDateOrder(profile, options);
    addDuplicates(options);
    addMissing(options);
    setVisible(true);
  }

  private void addDelimiter(CsvFormat format, ImportOptions options) {
    List<Choice> choices = new ArrayList<>();
    for (Map.Entry<String, Character> entry : DELIMITERS.entrySet()) {
      char delimiter = entry.getValue();
      choices.add(
          new Choice(
              entry.getKey(),
              options.delimiter().equals(Optional.of(delimiter)),
              o -> withoutDelimiter(o).withDelimiter(delimiter)));
    }
    addDetected(
        "file-delimiter",
        "Delimiter",
        format.delimiterText(),
        ReadingChoices::withoutDelimiter,
        choices);
  }

  private void addCharset(CsvFormat format, ImportOptions options) {
    List<Choice> choices = new ArrayList<>();
    for (Charset charset : CHARSETS) {
      choices.add(
          new Choice(
              charset.displayName(),
              options.charset().equals(Optional.of(charset)),
              o -> withoutCharset(o).withCharset(charset)));
    }
    addDetected(
        "file-charset",
        "Encoding",
        format.charset().displayName(),
        ReadingChoices::withoutCharset,
        choices);
  }

  /** Another table: what was chosen for the columns of the old one does not hold. */
  private static ImportOptions withoutDelimiter(ImportOptions options) {
    ImportOptions fresh = ImportOptions.defaults().withMaxRows(options.maxRows());
    return options.charset().map(fresh::withCharset).orElse(fresh);
  }

  private static ImportOptions withoutCharset(ImportOptions options) {
    ImportOptions fresh = ImportOptions.defaults().withMaxRows(options.maxRows());
    return options.delimiter().map(fresh::withDelimiter).orElse(fresh);
  }

  private void addDateOrder(CsvProfile profile, ImportOptions options) {
    addDetected(
        "file-date-order",
        "Dates",
        profile.dateFormat().orElse("none"),
        o -> o.withDateOrder(DateOrder.AUTO),
        List.of(
            dateOrder("Day, month, year", DateOrder.DAY_MONTH, options),
            dateOrder("Month, day, year", DateOrder.MONTH_DAY, options),
            dateOrder("Year first", DateOrder.YEAR_FIRST, options)));
  }

  private static Choice dateOrder(String label, DateOrder order, ImportOptions options) {
    return new Choice(label, options.dateOrder() == order, o -> o.withDateOrder(order));
  }

  private void addDuplicates(ImportOptions options) {
    addSelect(
        "equal-times",
        "Equal times",
        List.of(
            duplicates("Keep every row", DuplicateTimes.KEEP, options),
            duplicates("One row: mean", DuplicateTimes.MEAN, options),
            duplicates("One row: the first", DuplicateTimes.FIRST, options),
            duplicates("One row: the last", DuplicateTimes.LAST, options),
            duplicates("One row: sum", DuplicateTimes.SUM, options)));
  }

  private static Choice duplicates(String label, DuplicateTimes rule, ImportOptions options) {
    return new Choice(label, options.duplicates() == rule, o -> o.withDuplicates(rule));
  }

  private void addMissing(ImportOptions options) {
    addSelect(
        "missing-values",
        "Missing values",
        List.of(
            missing("Leave out", MissingValues.LEAVE_OUT, options),
            missing("Fill: value before", MissingValues.FILL_PREVIOUS, options),
            missing("Fill: straight line", MissingValues.FILL_LINEAR, options)));
  }

  private static Choice missing(String label, MissingValues rule, ImportOptions options) {
    return new Choice(label, options.missing() == rule, o -> o.withMissing(rule));
  }

  private void addDetected(
      String id,
      String label,
      String detected,
      UnaryOperator<ImportOptions> back,
      List<Choice> choices) {
    boolean overridden = choices.stream().anyMatch(Choice::chosen);
    List<Choice> all = new ArrayList<>();
    all.add(new Choice(overridden ? "Detect" : "Detected: " + detected, !overridden, back));
    all.addAll(choices);
    addSelect(id, label, all);
  }

  /** The lists stay in the page from file to file, so that none loses the keyboard's focus. */
  private void addSelect(String id, String label, List<Choice> choices) {
    Select<Choice> select = selects.computeIfAbsent(id, key -> newSelect(key, label));
    select.setItems(choices);
    choices.stream().filter(Choice::chosen).findFirst().ifPresent(select::setValue);
  }

  private Select<Choice> newSelect(String id, String label) {
    Select<Choice> select = new Select<>();
    select.setId(id);
    select.setLabel(label);
    select.setItemLabelGenerator(Choice::label);
    select.setWidthFull();
    select.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            listener.onChoice(event.getValue().change());
          }
        });
    grid.add(select);
    return select;
  }
}
