package io.hybridanomaly.ui.data;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.importing.Guess;
import io.hybridanomaly.importing.ImportSummary;
import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.ThousandsSeparator;
import io.hybridanomaly.importing.options.ColumnSelection;
import io.hybridanomaly.importing.options.HeaderChoice;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.profile.CsvFormat;
import io.hybridanomaly.importing.profile.CsvProfile;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateReadingChoice;
import io.hybridanomaly.ui.base.TextTable;
import io.hybridanomaly.ui.data.ChoiceLists.Choice;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the file is read: what was detected, and a list for each to choose something else. */
final class FormatPanel extends Details {

  private static final Map<String, Character> DELIMITERS =
      new TreeMap<>(
          Map.of("Comma", ',', "Semicolon", ';', "Tab", '\t', "Vertical bar", '|', "Blanks", ' '));

  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private final Div guesses = new Div();
  private final ChoiceLists lists;

  FormatPanel(ChoiceLists.Listener listener) {
    setSummaryText("How the file is read");
    setId("reading-choices");
    lists = new ChoiceLists(listener);
    guesses.addClassName("preview");
    guesses.setId("import-guesses");
    guesses.getElement().setAttribute("tabindex", "0");
    guesses.getElement().setAttribute("role", "region");
    guesses.getElement().setAttribute("aria-label", "What was guessed, why, and how sure it is");
    add(guesses, lists);
    setVisible(false);
  }

  /**
   * Shows what was detected for a file and what was chosen instead.
   *
   * @param profile the file as it was read
   * @param summary with what was guessed
   * @param options the choices it was read with
   */
  void show(CsvProfile profile, ImportSummary summary, ImportOptions options) {
    guesses.removeAll();
    guesses.add(table(summary));
    CsvFormat format = profile.format();
    showDelimiter(format, options);
    showCharset(format, options);
    showHeader(format, options);
    showNumbers(format, options);
    showDates(profile, options);
    setVisible(true);
  }

  private static TextTable table(ImportSummary summary) {
    TextTable table = new TextTable("What", "Read as", "Why", "How sure");
    for (Guess guess : summary.guesses()) {
      table.add(
          guess.subject().text(),
          guess.found(),
          guess.reason().text(),
          guess.reason().certainty().text());
    }
    return table;
  }

  private void showDelimiter(CsvFormat format, ImportOptions options) {
    List<Choice> choices = new ArrayList<>();
    for (Map.Entry<String, Character> entry : DELIMITERS.entrySet()) {
      char delimiter = entry.getValue();
      choices.add(
          new Choice(
              entry.getKey(),
              options.format().delimiter().equals(Optional.of(delimiter)),
              o -> withoutDelimiter(o).withDelimiter(delimiter)));
    }
    lists.showDetected(
        "file-delimiter",
        "Delimiter",
        format.delimiterText(),
        FormatPanel::withoutDelimiter,
        choices);
  }

  private void showCharset(CsvFormat format, ImportOptions options) {
    List<Choice> choices = new ArrayList<>();
    for (Charset charset : CHARSETS) {
      choices.add(
          new Choice(
              charset.displayName(),
              options.format().charset().equals(Optional.of(charset)),
              o -> withoutCharset(o).withCharset(charset)));
    }
    lists.showDetected(
        "file-charset",
        "Encoding",
        format.charset().displayName(),
        FormatPanel::withoutCharset,
        choices);
  }

  /** Another table: what was chosen for the columns of the old one does not hold. */
  private static ImportOptions withoutDelimiter(ImportOptions options) {
    ImportOptions fresh = ImportOptions.defaults().withLimits(options.limits());
    return options.format().charset().map(fresh::withCharset).orElse(fresh);
  }

  private static ImportOptions withoutCharset(ImportOptions options) {
    ImportOptions fresh = ImportOptions.defaults().withLimits(options.limits());
    return options.format().delimiter().map(fresh::withDelimiter).orElse(fresh);
  }

  private void showHeader(CsvFormat format, ImportOptions options) {
    HeaderChoice header = options.format().header();
    lists.showDetected(
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
  }

  private void showNumbers(CsvFormat format, ImportOptions options) {
    lists.showDetected(
        "file-decimal",
        "Decimal separator",
        format.decimal() == DecimalSeparator.COMMA ? "comma" : "point",
        o -> o.withDecimal(DecimalSeparator.AUTO),
        List.of(
            decimal("Point: 0.5", DecimalSeparator.POINT, options),
            decimal("Comma: 0,5", DecimalSeparator.COMMA, options)));
    lists.showDetected(
        "file-thousands",
        "Thousands separator",
        "whatever parts groups of three digits",
        o -> o.withThousands(ThousandsSeparator.AUTO),
        List.of(
            thousands("None", ThousandsSeparator.NONE, options),
            thousands("Comma: 1,234", ThousandsSeparator.COMMA, options),
            thousands("Point: 1.234", ThousandsSeparator.POINT, options),
            thousands("Space: 1 234", ThousandsSeparator.SPACE, options),
            thousands("Apostrophe: 1'234", ThousandsSeparator.APOSTROPHE, options)));
  }

  private static Choice decimal(String label, DecimalSeparator separator, ImportOptions options) {
    return new Choice(
        label, options.format().decimal() == separator, o -> o.withDecimal(separator));
  }

  private static Choice thousands(
      String label, ThousandsSeparator separator, ImportOptions options) {
    return new Choice(
        label, options.format().thousands() == separator, o -> o.withThousands(separator));
  }

  private void showDates(CsvProfile profile, ImportOptions options) {
    lists.showDetected(
        "file-dates",
        "Dates are",
        profile.dateFormat().orElse("none"),
        o -> o.withDates(DateReadingChoice.AUTO),
        List.of(
            dates("Calendar dates", DateReadingChoice.CALENDAR, options),
            dates("Years", DateReadingChoice.YEAR, options),
            dates("Seconds since 1970", DateReadingChoice.EPOCH_SECONDS, options),
            dates("Milliseconds since 1970", DateReadingChoice.EPOCH_MILLIS, options),
            dates("Microseconds since 1970", DateReadingChoice.EPOCH_MICROS, options),
            dates("Nanoseconds since 1970", DateReadingChoice.EPOCH_NANOS, options),
            dates("Excel's day numbers", DateReadingChoice.EXCEL_SERIAL, options)));
    lists.showDetected(
        "file-date-order",
        "Order of day and month",
        "from the whole column",
        o -> o.withDateOrder(DateOrder.AUTO),
        List.of(
            order("Day, month, year", DateOrder.DAY_MONTH, options),
            order("Month, day, year", DateOrder.MONTH_DAY, options),
            order("Year first", DateOrder.YEAR_FIRST, options)));
    boolean dated = !profile.dateColumns().isEmpty();
    boolean guessed = options.dateColumns() instanceof ColumnSelection.Auto;
    lists.setListVisible("file-dates", dated || guessed);
    lists.setListVisible("file-date-order", dated);
  }

  private static Choice dates(String label, DateReadingChoice reading, ImportOptions options) {
    return new Choice(label, options.format().dates() == reading, o -> o.withDates(reading));
  }

  private static Choice order(String label, DateOrder order, ImportOptions options) {
    return new Choice(label, options.format().dateOrder() == order, o -> o.withDateOrder(order));
  }
}
