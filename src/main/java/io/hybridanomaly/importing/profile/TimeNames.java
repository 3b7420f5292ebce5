package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.time.DateReading;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a header says about a part of a time. A name counts only if every word in it speaks of time:
 * "Hour Ending" does, "hours worked" does not. The names of years, hours and the like come from the
 * platform's locale data.
 */
final class TimeNames {

  private static final List<Locale> LANGUAGES =
      Arrays.stream(
              "en de fr it es pt nl sv pl ru fi cs sk sl hu ro uk bg el tr et lv lt hr ca"
                  .split(" "))
          .map(Locale::of)
          .toList();

  private static final Set<String> YEARS =
      words(ChronoField.YEAR, "yyyy", "yy", "yr", "year", "anno", "ano");
  private static final Set<String> MONTHS =
      words(
          ChronoField.MONTH_OF_YEAR,
          "month",
          "mon",
          "mo",
          "mm",
          "mth",
          "mnth",
          "monthname",
          "monthnum");
  private static final Set<String> DAYS =
      Set.of(
          "day",
          "dd",
          "dy",
          "dom",
          "mday",
          "dayofmonth",
          "tag",
          "jour",
          "dia",
          "día",
          "giorno",
          "dag",
          "dzień",
          "dzien",
          "день",
          "päivä",
          "den",
          "nap",
          "gün");
  private static final Set<String> DAYS_OF_YEAR =
      Set.of("doy", "dayofyear", "yday", "jday", "julian", "ddd", "yearday");
  private static final Set<String> HOURS =
      words(ChronoField.HOUR_OF_DAY, "hour", "hr", "hh", "he", "hb", "h", "hourending");
  private static final Set<String> MINUTES =
      words(ChronoField.MINUTE_OF_HOUR, "minute", "minutes", "mi", "mn");
  private static final Set<String> SECONDS =
      words(ChronoField.SECOND_OF_MINUTE, "second", "seconds", "sec", "ss");
  private static final Set<String> WEEKS =
      words(IsoFields.WEEK_OF_WEEK_BASED_YEAR, "week", "wk", "kw", "weekofyear", "weeknum");
  private static final Set<String> QUARTERS = Set.of("quarter", "qtr", "quartal", "trimestre");
  private static final Set<String> WEEKDAYS =
      words(ChronoField.DAY_OF_WEEK, "weekday", "dow", "dayofweek", "wday");
  private static final Set<String> PERIODS =
      Set.of(
          "period",
          "settlement",
          "sp",
          "interval",
          "halfhour",
          "ptu",
          "mtu",
          "slot",
          "block",
          "quarterhour",
          "trading",
          "half",
          "hh",
          "periodo",
          "periode");
  private static final Set<String> CLOCKS =
      Set.of(
          "time", "hhmm", "hrmn", "hrmm", "hhmmss", "utc", "gmt", "clock", "uhrzeit", "zeit",
          "heure", "hora", "ora", "tijd", "czas", "tid", "время");
  private static final Set<String> ELAPSED =
      Set.of(
          "elapsed",
          "time",
          "t",
          "seconds",
          "second",
          "secs",
          "sec",
          "uptime",
          "laufzeit",
          "zeit",
          "since",
          "start",
          "runtime",
          "duration",
          "relative",
          "rel",
          "timestamp",
          "temps",
          "tiempo",
          "tempo",
          "tijd",
          "millis",
          "milliseconds",
          "minutes",
          "hours",
          "days",
          "begin");

  /** Words that say nothing about which part it is. */
  private static final Set<String> FILLERS =
      Set.of(
          "of",
          "the",
          "in",
          "local",
          "utc",
          "gmt",
          "lst",
          "lmt",
          "est",
          "cet",
          "standard",
          "number",
          "num",
          "nr",
          "no",
          "index",
          "idx",
          "start",
          "begin",
          "beginning",
          "ending",
          "end",
          "time",
          "name",
          "a",
          "delivery",
          "short",
          "st",
          "lt",
          "hour",
          "from",
          "to");

  private TimeNames() {}

  /** The words of a header in small letters, cut at marks, digits and capitals. */
  static List<String> words(String name) {
    return Arrays.stream(
            name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  static boolean isYear(List<String> words) {
    return is(words, YEARS);
  }

  static boolean isMonth(List<String> words) {
    return is(words, MONTHS);
  }

  static boolean isDay(List<String> words) {
    return is(words, DAYS) || String.join(" ", words).equals("day of month");
  }

  static boolean isDayOfYear(List<String> words) {
    return is(words, DAYS_OF_YEAR) || String.join(" ", words).equals("day of year");
  }

  static boolean isHour(List<String> words) {
    return is(words, HOURS) || String.join(" ", words).equals("hour of day");
  }

  static boolean isMinute(List<String> words) {
    return is(words, MINUTES);
  }

  static boolean isSecond(List<String> words) {
    return is(words, SECONDS);
  }

  static boolean isWeek(List<String> words) {
    return is(words, WEEKS) || String.join(" ", words).equals("week of year");
  }

  static boolean isQuarter(List<String> words) {
    return is(words, QUARTERS);
  }

  static boolean isWeekday(List<String> words) {
    return is(words, WEEKDAYS) || String.join(" ", words).equals("day of week");
  }

  static boolean isPeriod(List<String> words) {
    return is(words, PERIODS);
  }

  static boolean isClock(List<String> words) {
    return is(words, CLOCKS) || is(words, HOURS);
  }

  /** Whether a name says that an hour from 1 to 24 is named by its start. */
  static boolean saysBeginning(List<String> words) {
    return words.contains("beginning")
        || words.contains("begin")
        || words.contains("start")
        || words.contains("hb");
  }

  /** Every word speaks of time, and one names the part. */
  private static boolean is(List<String> words, Set<String> part) {
    return words.stream().anyMatch(part::contains)
        && words.stream().allMatch(word -> part.contains(word) || FILLERS.contains(word));
  }

  /**
   * The unit of a column that counts from the start of a recording; null if its name is no such
   * one. Without a unit, seconds.
   */
  static DateReading.@Nullable Style elapsed(String name) {
    List<String> words = words(name);
    DateReading.Style unit = DateReading.Style.ELAPSED_SECONDS;
    boolean named = false;
    for (String word : words) {
      DateReading.Style style = unit(word);
      unit = style == null ? unit : style;
      named |= ELAPSED.contains(word);
      if (style == null && !ELAPSED.contains(word) && !FILLERS.contains(word)) {
        return null;
      }
    }
    return named ? unit : null;
  }

  /** Whether a header names the unit in which time is counted. */
  static boolean namesUnit(String name) {
    return words(name).stream().anyMatch(word -> unit(word) != null);
  }

  private static DateReading.@Nullable Style unit(String word) {
    return switch (word) {
      case "ms", "msec", "millis", "milliseconds" -> DateReading.Style.ELAPSED_MILLIS;
      case "s", "sec", "secs", "seconds", "second", "sekunden" -> DateReading.Style.ELAPSED_SECONDS;
      case "min", "minutes", "mins", "minuten" -> DateReading.Style.ELAPSED_MINUTES;
      case "h", "hr", "hrs", "hours", "stunden" -> DateReading.Style.ELAPSED_HOURS;
      case "d", "days", "tage" -> DateReading.Style.ELAPSED_DAYS;
      default -> null;
    };
  }

  private static Set<String> words(TemporalField field, String... more) {
    Set<String> names = new HashSet<>(Arrays.asList(more));
    for (Locale language : LANGUAGES) {
      List<String> name = words(field.getDisplayName(language));
      names.addAll(name.size() == 1 ? name : List.of());
    }
    // An hour in Danish.
    names.remove("time");
    return Set.copyOf(names);
  }
}
