package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.layout.AcrossHeader;
import io.hybridanomaly.importing.text.ImportException;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.importing.time.DateGranularity;
import io.hybridanomaly.importing.time.DateReading;
import io.hybridanomaly.importing.time.DateReadingChoice;
import io.hybridanomaly.importing.time.TimePart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Recognises tables whose times run across, by their header. */
final class AcrossFinder {

  private static final int MONTHS = 12;
  private static final int FEWEST_DAYS = 28;

  private final HeadTable table;
  private final List<String> names;

  private AcrossFinder(HeadTable table) {
    this.table = table;
    this.names = table.layout().names();
  }

  /**
   * A table read across.
   *
   * @param dates the columns with the date of a record; empty if a record is a whole series
   * @param reading how to read that date; null without one
   * @param keys the columns that tell several series apart
   */
  record Found(
      List<Integer> dates, @Nullable DateReading reading, List<Integer> keys, Across layout) {}

  /** How a table runs across; null if it does not. */
  static @Nullable Found find(HeadTable table) throws ImportException {
    return table.layout().header() && !table.rows().isEmpty()
        ? new AcrossFinder(table).find()
        : null;
  }

  private @Nullable Found find() throws ImportException {
    AcrossHeader.Run clock = numeric(AcrossHeader.timesOfDay(names));
    if (clock != null) {
      Found day = day(clock);
      if (day != null) {
        return day;
      }
    }
    AcrossHeader.Run months = numeric(AcrossHeader.months(names));
    if (months != null && months.columns().size() == MONTHS) {
      Found year = year(months);
      if (year != null) {
        return year;
      }
    }
    AcrossHeader.Run days = numeric(AcrossHeader.daysOfMonth(names));
    if (days != null && days.columns().size() >= FEWEST_DAYS) {
      Found month = month(days);
      if (month != null) {
        return month;
      }
    }
    AcrossHeader.Run times = numeric(AcrossHeader.times(names));
    return times == null ? null : series(times);
  }

  /** The run if its cells are numbers. */
  private AcrossHeader.@Nullable Run numeric(AcrossHeader.@Nullable Run run) {
    if (run == null) {
      return null;
    }
    boolean numbers = true;
    boolean any = false;
    for (int column : run.columns()) {
      ColumnFacts facts = table.facts().get(column);
      numbers &= facts.numeric() || facts.kind() == ColumnKind.EMPTY;
      any |= facts.numeric();
    }
    return numbers && any ? run : null;
  }

  private @Nullable Found day(AcrossHeader.Run run) throws ImportException {
    for (int i = 0; i < names.size(); i++) {
      ColumnFacts facts = table.facts().get(i);
      DateReading reading = facts.date();
      boolean date =
          facts.kind() == ColumnKind.DATE
              && reading != null
              && reading.granularity() == DateGranularity.DAY
              && !facts.hasClock();
      if (date && reading != null && !run.columns().contains(i)) {
        return found(List.of(i), reading, run, Across.Kind.DAY);
      }
    }
    TimeParts.Joined parts = partsOutside(run);
    return parts != null && parts.parts().contains(TimePart.DAY)
        ? found(parts.columns(), parts.reading(), run, Across.Kind.DAY)
        : null;
  }

  private TimeParts.@Nullable Joined partsOutside(AcrossHeader.Run run) {
    return new TimeParts(table, i -> !run.columns().contains(i)).fromYear();
  }

  private @Nullable Found year(AcrossHeader.Run run) {
    for (int i = 0; i < names.size(); i++) {
      HeadNumbers numbers = table.numbers(i);
      boolean years =
          table.facts().get(i).numeric()
              && numbers.allWhole()
              && numbers.within(1500, 2200)
              && (i < run.columns().get(0) || ColumnNames.soundsLikeYear(names.get(i)));
      if (years && !run.columns().contains(i)) {
        return found(List.of(i), DateReadingChoice.YEAR.reading(), run, Across.Kind.YEAR);
      }
    }
    return null;
  }

  private @Nullable Found month(AcrossHeader.Run run) {
    for (int i = 0; i < names.size(); i++) {
      DateReading reading = table.facts().get(i).date();
      boolean month = reading != null && reading.granularity() == DateGranularity.MONTH;
      if (month && reading != null && !run.columns().contains(i)) {
        return found(List.of(i), reading, run, Across.Kind.MONTH);
      }
    }
    TimeParts.Joined parts = partsOutside(run);
    boolean months = parts != null && parts.parts().equals(List.of(TimePart.YEAR, TimePart.MONTH));
    return months && parts != null
        ? found(parts.columns(), parts.reading(), run, Across.Kind.MONTH)
        : null;
  }

  private Found found(
      List<Integer> dates, DateReading reading, AcrossHeader.Run run, Across.Kind kind) {
    List<Integer> keys =
        SeriesKeys.find(table, dates, reading, column -> run.columns().contains(column));
    return new Found(dates, reading, keys, new Across(run.columns(), kind, run.offsets()));
  }

  private @Nullable Found series(AcrossHeader.Run run) {
    List<Integer> others =
        IntStream.range(0, names.size()).filter(i -> !run.columns().contains(i)).boxed().toList();
    for (int column : others) {
      ColumnFacts facts = table.facts().get(column);
      if (facts.kind() == ColumnKind.DATE && !facts.numeric()) {
        return null;
      }
    }
    List<Integer> keys = rowNames(others);
    boolean one = table.rows().size() == 1;
    return keys.isEmpty() && !one
        ? null
        : new Found(
            List.of(), null, keys, new Across(run.columns(), Across.Kind.SERIES, run.offsets()));
  }

  /** The columns that name a record: the first one alone if it is unique, or else all texts. */
  private List<Integer> rowNames(List<Integer> others) {
    List<Integer> texts = new ArrayList<>();
    for (int column : others) {
      ColumnKind kind = table.facts().get(column).kind();
      boolean name = kind == ColumnKind.TEXT || ColumnNames.soundsLikeEntity(names.get(column));
      if (name && isUnique(List.of(column))) {
        return List.of(column);
      }
      if (name && table.facts().get(column).varies()) {
        texts.add(column);
      }
    }
    List<Integer> any = others.isEmpty() ? List.of() : List.of(others.get(0));
    return texts.isEmpty() ? (isUnique(any) ? any : List.of()) : texts;
  }

  private boolean isUnique(List<Integer> columns) {
    long filled =
        table.joined(columns).stream().filter(cell -> !MissingTokens.isMissing(cell)).count();
    return filled > 0 && table.joined(columns).stream().distinct().count() == table.rows().size();
  }
}
