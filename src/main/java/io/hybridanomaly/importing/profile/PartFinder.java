package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.time.JoinedTime;
import io.hybridanomaly.importing.time.TimePart;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out which part of a time a column holds, by its name and by its cells. */
final class PartFinder {

  /** Codes of statistics offices: M01 to M13, Q01 to Q05. */
  private static final Pattern MONTH_CODE = Pattern.compile("M(0[1-9]|1[0-3])");

  private static final Pattern QUARTER_CODE = Pattern.compile("Q0?[1-5]");
  private static final Pattern MONTH_DAY = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}\\.?");

  /** A time of day with points for its colons. */
  private static final Pattern POINTED =
      Pattern.compile("([01]?\\d|2[0-4])\\.[0-5]\\d(\\.[0-5]\\d)?");

  private static final int LAST_HOUR = 25;
  private static final int DAY_MINUTES = 1440;

  private final List<String> words;
  private final List<String> filled;
  private final HeadNumbers numbers;
  private final boolean numeric;

  /**
   * @param filled the first cells that are not empty, at least one
   */
  PartFinder(String name, List<String> filled, HeadNumbers numbers) {
    this.words = TimeNames.words(name);
    this.filled = filled;
    this.numbers = numbers;
    this.numeric = numbers.count() * 20 >= filled.size() * 19;
  }

  /** The part that a column holds, hours as they are written; null if none. */
  @Nullable TimePart part() {
    if (allMatch(MONTH_CODE)) {
      return TimePart.MONTH;
    }
    if (allMatch(QUARTER_CODE) && !TimeNames.isYear(words)) {
      return TimePart.QUARTER;
    }
    if (TimeNames.isClock(words) && allMatch(POINTED) && !numbers.strictlyAscending()) {
      return TimePart.CLOCK;
    }
    return numeric ? numericPart() : textPart();
  }

  private boolean allMatch(Pattern pattern) {
    return filled.stream().allMatch(cell -> pattern.matcher(cell).matches());
  }

  private @Nullable TimePart textPart() {
    if (readable(TimePart.MONTH)
        && filled.stream().noneMatch(cell -> Character.isDigit(cell.charAt(0)))) {
      return TimePart.MONTH;
    }
    if (TimeNames.isHour(words) && readable(TimePart.HOUR)) {
      return TimePart.HOUR;
    }
    boolean date =
        words.isEmpty()
            || words.stream().anyMatch(ColumnNames::soundsLikeDate)
            || words.stream().anyMatch(word -> TimeNames.isMonth(List.of(word)));
    boolean monthDay = date && allMatch(MONTH_DAY) && readable(TimePart.MONTH_DAY);
    return monthDay ? TimePart.MONTH_DAY : null;
  }

  private boolean readable(TimePart part) {
    return JoinedTime.countReadable(part, filled) * 20 >= filled.size() * 19;
  }

  private @Nullable TimePart numericPart() {
    if (TimeNames.isClock(words) && numbers.within(0, 1) && !numbers.allWhole()) {
      return TimePart.DAY_FRACTION;
    }
    if (!numbers.allWhole()) {
      return null;
    }
    if (TimeNames.isClock(words) && isTime()) {
      return numbers.within(0, 2400) ? TimePart.HHMM : TimePart.HHMMSS;
    }
    TimePart named = named();
    return named == null && numbers.within(0, 300) ? byCourse() : named;
  }

  /** Numbers that count the hours of a day or the months of a year again and again. */
  private @Nullable TimePart byCourse() {
    boolean fromOne = numbers.values()[0] > 0;
    return switch (numbers.cycle()) {
      case 12 -> fromOne && numbers.within(1, 12) ? TimePart.MONTH : null;
      case 24 -> numbers.within(0, 24) ? TimePart.HOUR : null;
      case 48 -> numbers.within(1, 48) ? TimePart.HALF_HOUR : null;
      case 96 -> numbers.within(1, 96) ? TimePart.QUARTER_HOUR : null;
      case 288 -> numbers.within(1, 288) ? TimePart.FIVE_MINUTES : null;
      default -> null;
    };
  }

  private @Nullable TimePart named() {
    if (TimeNames.isYear(words) && (numbers.within(1500, 2200) || numbers.within(0, 99))) {
      return TimePart.YEAR;
    }
    if (TimeNames.isMonth(words) && numbers.within(1, 13)) {
      return TimePart.MONTH;
    }
    if (TimeNames.isDay(words) && numbers.within(1, 31)) {
      return TimePart.DAY;
    }
    if (TimeNames.isDayOfYear(words) && numbers.within(1, 366)) {
      return TimePart.DAY_OF_YEAR;
    }
    if (TimeNames.isPeriod(words) && numbers.within(1, 300) && numbers.max() > LAST_HOUR) {
      return periodOfDay();
    }
    if ((TimeNames.isHour(words) || TimeNames.isPeriod(words)) && numbers.within(0, LAST_HOUR)) {
      return TimePart.HOUR;
    }
    if (TimeNames.isMinute(words) && numbers.within(0, 59)) {
      return TimePart.MINUTE;
    }
    if (TimeNames.isSecond(words) && numbers.within(0, 59)) {
      return TimePart.SECOND;
    }
    if (TimeNames.isWeek(words) && numbers.within(1, 53)) {
      return TimePart.WEEK;
    }
    return TimeNames.isQuarter(words) && numbers.within(1, 5) ? TimePart.QUARTER : null;
  }

  /** Half-hours, quarter-hours or five minutes of the day, by the greatest number. */
  private @Nullable TimePart periodOfDay() {
    double most = numbers.max();
    if (most <= 50) {
      return TimePart.HALF_HOUR;
    }
    if (most > 90 && most <= 100) {
      return TimePart.QUARTER_HOUR;
    }
    return most > 270 ? TimePart.FIVE_MINUTES : null;
  }

  /** Whether the numbers are times of day written without a colon; hours alone are none. */
  private boolean isTime() {
    boolean seconds = numbers.max() > 2400;
    if (numbers.max() <= LAST_HOUR || !numbers.within(0, seconds ? 235_959 : 2400)) {
      return false;
    }
    for (double value : numbers.values()) {
      int time = (int) value;
      if (time % 100 > 59 || (seconds && time / 100 % 100 > 59)) {
        return false;
      }
    }
    // A clock shows more than one hour and comes back to it.
    return !numbers.rising() || numbers.max() < DAY_MINUTES * 2;
  }
}
