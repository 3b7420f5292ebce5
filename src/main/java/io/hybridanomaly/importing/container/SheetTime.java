package io.hybridanomaly.importing.container;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook's number format says about a number that is a date or a time.
 *
 * @param date whether the format shows a day, month or year
 * @param clock whether it shows hours, minutes or seconds
 * @param elapsed whether hours or minutes go on beyond a day
 * @param fraction whether it shows parts of a second
 */
record SheetTime(boolean date, boolean clock, boolean elapsed, boolean fraction) {

  private static final long DAY_MILLIS = 86_400_000L;

  /** Sums of fractions of days drift by less than this; it is no time that anybody wrote. */
  private static final long DRIFT_MILLIS = 2;

  private static final LocalDateTime EPOCH_1904 = LocalDate.of(1904, 1, 1).atStartOfDay();

  /** Day 60 of a workbook is 29 February 1900, which never was; days count right behind it. */
  private static final LocalDateTime EPOCH_1900 = LocalDate.of(1899, 12, 30).atStartOfDay();

  private static final int LEAP_DAY = 60;

  /** What a format means; null if it shows no time. */
  static @Nullable SheetTime of(@Nullable String format) {
    if (format == null || format.equalsIgnoreCase("General")) {
      return null;
    }
    // Literal text, blanks as wide as a character, colours and locales say nothing about time.
    String letters =
        format
            .split(";", -1)[0]
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
            .replaceAll("\\[(?![hHmMsS]+\\])[^\\]]*\\]", "")
            .toLowerCase(Locale.ROOT);
    boolean clock = letters.matches(".*(h|s|\\[m+\\]).*");
    boolean date = letters.matches(".*(y|d).*") || (letters.contains("m") && !clock);
    return clock || date
        ? new SheetTime(
            date, clock, letters.matches(".*\\[[hms]+\\].*"), letters.matches(".*s+\\]?\\.0.*"))
        : null;
  }

  /**
   * A number of days as text.
   *
   * @param days since the workbook's first day
   * @param from1904 whether that is in 1904, as on old Apple computers
   * @return ISO-8601; a time alone if there is no date
   */
  String text(BigDecimal days, boolean from1904) {
    long millis =
        days.multiply(BigDecimal.valueOf(DAY_MILLIS))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValue();
    long offSecond = Math.floorMod(millis + 500, 1000L) - 500;
    if (!fraction && Math.abs(offSecond) <= DRIFT_MILLIS) {
      millis -= offSecond;
    }
    // A time of day; from one day on it is a date of which the format shows the clock only.
    if (!date && days.signum() >= 0 && (elapsed || millis < DAY_MILLIS)) {
      return clock(Duration.ofMillis(millis));
    }
    LocalDateTime first = from1904 ? EPOCH_1904 : EPOCH_1900;
    boolean before = !from1904 && millis < LEAP_DAY * DAY_MILLIS;
    LocalDateTime time = first.plusDays(before ? 1 : 0).plus(Duration.ofMillis(millis));
    boolean midnight = Math.floorMod(millis, DAY_MILLIS) == 0;
    return midnight && !clock
        ? time.toLocalDate().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }

  private static String clock(Duration time) {
    String whole =
        String.format(
            Locale.ROOT,
            "%02d:%02d:%02d",
            time.toHours(),
            time.toMinutesPart(),
            time.toSecondsPart());
    return time.toMillisPart() == 0
        ? whole
        : whole + String.format(Locale.ROOT, ".%03d", time.toMillisPart());
  }
}
