package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.importing.time.JoinedTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Columns that a user may have meant and that were not read, in plain sentences. */
final class PassedOver {

  /** Two groups of digits with a mark between them, or a letter and digits of a year. */
  private static final Pattern LIKE_TIME =
      Pattern.compile("(?s).*\\d{1,4}\\s*[-/.:年 ]\\s*\\d{1,2}.*|.*\\d{4}\\p{L}+\\d+.*");

  private final HeadTable table;
  private final ColumnChoice columns;
  private final List<String> sentences = new ArrayList<>();

  private PassedOver(HeadTable table, ColumnChoice columns) {
    this.table = table;
    this.columns = columns;
  }

  static List<String> sentences(HeadTable table, ColumnChoice columns) {
    PassedOver passed = new PassedOver(table, columns);
    if (columns.dates().isEmpty() && columns.across() == null) {
      passed.times();
    }
    passed.value();
    passed.mixedUnits();
    passed.computed();
    return passed.sentences;
  }

  /** Why no column is fit to be the value, if units are in the way; empty otherwise. */
  static String units(HeadTable table) {
    for (int i = 0; i < table.facts().size(); i++) {
      if (isMixed(table, i)) {
        return "The cells of “%s” have several units (%s): write all of them in one unit."
            .formatted(name(table, i), units(table, i));
      }
    }
    return "";
  }

  /** A column that looks like times, or counts time without a date. */
  private void times() {
    for (int i = 0; i < table.facts().size(); i++) {
      ColumnFacts facts = table.facts().get(i);
      List<String> examples = table.column(i).examples();
      if (i == columns.value() || examples.isEmpty()) {
        continue;
      }
      if (facts.kind() == ColumnKind.TEXT && looksLikeTimes(i)) {
        sentences.add(
            ("The column “%s” looks like times, but “%s” cannot be read, so the rows were numbered:"
                    + " write times as 2024-01-31 12:00, or choose another date column.")
                .formatted(name(table, i), examples.get(0)));
        return;
      }
      if (facts.kind() == ColumnKind.TIME || facts.kind() == ColumnKind.CLOCK) {
        sentences.add(
            ("The column “%s” counts time without a date (“%s”), so the rows were numbered:"
                    + " add a column with the date, if their times matter.")
                .formatted(name(table, i), examples.get(0)));
        return;
      }
    }
  }

  private boolean looksLikeTimes(int column) {
    boolean named = ColumnNames.soundsLikeDate(table.layout().names().get(column));
    int filled = 0;
    int alike = 0;
    for (String cell : table.cells(column)) {
      if (!MissingTokens.isMissing(cell)) {
        filled++;
        boolean digits = cell.chars().anyMatch(Character::isDigit);
        boolean word = JoinedTime.monthNamed(cell.split("[^\\p{L}]", 2)[0]) > 0;
        boolean like = cell.length() <= 60 && LIKE_TIME.matcher(cell).matches();
        alike += like || (named && (digits || word)) ? 1 : 0;
      }
    }
    long kinds = table.cells(column).stream().distinct().count();
    return alike * 10 >= filled * 8 && (named || kinds * 2 >= filled);
  }

  /** A value that is a clock, taken because there is no other column of numbers. */
  private void value() {
    if (columns.value() < 0 || columns.across() != null) {
      return;
    }
    ColumnFacts facts = table.facts().get(columns.value());
    boolean clock = facts.kind() == ColumnKind.CLOCK || facts.kind() == ColumnKind.DATE;
    if (clock && !others(columns.value())) {
      sentences.add(
          "The column “%s” counts time, and was taken as the value because no other column has numbers."
              .formatted(name(table, columns.value())));
    }
    if (facts.kind() == ColumnKind.RUNNING_ID) {
      for (int i = 0; i < table.facts().size(); i++) {
        if (table.facts().get(i).kind() == ColumnKind.TEXT && startsWithDigits(i)) {
          sentences.add(
              "The column “%s” numbers the rows, and was taken as the value because “%s” holds no plain numbers (“%s”)."
                  .formatted(
                      name(table, columns.value()),
                      name(table, i),
                      table.column(i).examples().get(0)));
          return;
        }
      }
    }
  }

  private boolean startsWithDigits(int column) {
    List<String> filled =
        table.cells(column).stream().filter(cell -> !MissingTokens.isMissing(cell)).toList();
    long digits = filled.stream().filter(cell -> cell.strip().matches("(?s)[+-]?\\d.*")).count();
    return !filled.isEmpty() && digits * 10 >= filled.size() * 8L;
  }

  private boolean others(int value) {
    for (int i = 0; i < table.facts().size(); i++) {
      if (i != value && table.facts().get(i).kind() == ColumnKind.NUMBER) {
        return true;
      }
    }
    return false;
  }

  private void mixedUnits() {
    for (int i = 0; i < table.facts().size(); i++) {
      if (i != columns.value() && isMixed(table, i)) {
        sentences.add(
            "The column “%s” was passed over, because its cells have several units (%s)."
                .formatted(name(table, i), units(table, i)));
      }
    }
  }

  private void computed() {
    if (table.own().exists()) {
      sentences.add(
          "The file is an output of this program: its scores, expected values and anomalies are"
              + " passed over unless you choose one of them.");
    }
  }

  private static boolean isMixed(HeadTable table, int column) {
    ColumnFacts facts = table.facts().get(column);
    return facts.kind() == ColumnKind.TEXT && facts.units().mixed();
  }

  private static String units(HeadTable table, int column) {
    return String.join(", ", table.facts().get(column).units().counts().keySet());
  }

  private static String name(HeadTable table, int column) {
    return Blanks.shorten(table.layout().names().get(column));
  }
}
