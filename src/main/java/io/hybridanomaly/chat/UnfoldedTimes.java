package io.hybridanomaly.chat;

import static io.hybridanomaly.chat.TimePhrases.DAY;
import static io.hybridanomaly.chat.TimePhrases.MONTH;
import static io.hybridanomaly.chat.TimePhrases.OF_YEAR;
import static io.hybridanomaly.chat.TimePhrases.TO;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Questions in which each time is whole, so that {@link TimePhrases} finds it. */
final class UnfoldedTimes {

  /** "12 to 16 March 2024": the first day belongs to the same month. */
  private static final Pattern DAYS_FIRST =
      Pattern.compile(
          "\\b(" + MONTH + " )?" + DAY + TO + DAY + "((?: of)? " + MONTH + OF_YEAR + ")");

  /** "March 12 to 16, 2024". */
  private static final Pattern DAYS_AFTER =
      Pattern.compile(
          "\\b" + MONTH + " " + DAY + TO + DAY + "\\b(?!(?: of)? " + MONTH + ")" + OF_YEAR);

  private static final String CLOCK = "(\\d{1,2}:\\d{2})";
  private static final String DATE = "(\\d{4}-\\d{2}-\\d{2})";
  private static final String BETWEEN_CLOCKS =
      "(?:from|between) " + CLOCK + " (?:to|until|till|and) " + CLOCK;

  /** "Between 14:00 and 14:30 on 2024-03-12", and the other way round. */
  private static final Pattern CLOCKS_FIRST =
      Pattern.compile("\\b" + BETWEEN_CLOCKS + " (?:on |of )?" + DATE + "\\b");

  private static final Pattern CLOCKS_AFTER =
      Pattern.compile("\\b(?:on )?" + DATE + " " + BETWEEN_CLOCKS + "\\b");

  private static final Pattern CLOCK_ON =
      Pattern.compile(
          "\\bat %s (?:on |of )(%s|\\b%s(?: of)? %s%s|\\b%s %s%s)"
              .formatted(CLOCK, "\\d{4}-\\d{2}-\\d{2}", DAY, MONTH, OF_YEAR, MONTH, DAY, OF_YEAR));

  /** "On 2024-03-12 at 14:00". */
  private static final Pattern ISO_AT = Pattern.compile("\\b" + DATE + ",? at " + CLOCK);

  /** "3 pm", "3:30 p.m.". */
  private static final Pattern HALF_DAY =
      Pattern.compile("\\b(1[0-2]|0?[1-9])(?::([0-5]\\d))? ?([ap])\\.?m\\b\\.?");

  private static final Pattern NOON = Pattern.compile("\\bat (noon|midnight)\\b");

  /** "For the whole year 2024", "in the month of March". */
  private static final Pattern PERIOD_OF =
      Pattern.compile(
          "\\b(in|of|for|during|over) (?:the )?(?:(?:whole|entire|full) )?(?:year (?=\\d{4}\\b)|month of (?="
              + MONTH
              + "\\b))");

  private static final String YEAR = "((?:18|19|20|21)\\d{2})";

  /** "Q1 2020", "the first quarter of 2020", "2020-Q1", "in Q1". */
  private static final Pattern QUARTER =
      Pattern.compile(
          "\\b(?:the )?(?:q([1-4])|(first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) quarter)(?:,? (?:of |in )?%s\\b)"
                  .formatted(YEAR)
              + "|\\b%s[ -]q([1-4])\\b|(?<=\\b(?:in|of|for|during|and|with|than|vs|compare) )q([1-4])\\b"
                  .formatted(YEAR));

  private static final List<String> QUARTERS =
      List.of(
          "january%1$s to march%1$s",
          "april%1$s to june%1$s", "july%1$s to september%1$s", "october%1$s to december%1$s");

  /** "At Christmas 2023", "on Christmas Day 2023". */
  private static final Pattern CHRISTMAS =
      Pattern.compile(
          "\\b(?:(?:at|on|over|during|around|in) )?(?:the )?(?:christmas|xmas)(?: (day|eve|days|holidays?|time|season))?"
              + "(?: (?:of|in))? %s\\b".formatted(YEAR));

  private UnfoldedTimes() {}

  /**
   * A question in which both ends of a range are whole: "12 to 16 march" becomes "12 march to 16
   * march", "3 pm" "15:00".
   *
   * @param words in lower case
   */
  static String in(String words) {
    String dated = QUARTER.matcher(words).replaceAll(quarter -> months(quarter));
    dated = CHRISTMAS.matcher(dated).replaceAll(feast -> christmas(feast));
    String clocked = HALF_DAY.matcher(dated).replaceAll(time -> clock(time));
    clocked =
        NOON.matcher(clocked)
            .replaceAll(time -> time.group(1).equals("noon") ? "at 12:00" : "at 00:00");
    String unfolded =
        DAYS_FIRST
            .matcher(clocked)
            .replaceAll(
                days ->
                    // "March 12 to 16 April" is whole.
                    days.group(1) != null
                        ? days.group()
                        : "%1$s%3$s to %2$s%3$s"
                            .formatted(days.group(3), days.group(4), days.group(5)));
    unfolded =
        DAYS_AFTER
            .matcher(unfolded)
            .replaceAll(
                days -> {
                  String year = days.group(5) == null ? "" : " " + days.group(5);
                  return "%1$s %2$s%4$s to %1$s %3$s%4$s"
                      .formatted(days.group(1), days.group(2), days.group(3), year);
                });
    unfolded = CLOCKS_FIRST.matcher(unfolded).replaceAll("from $3 $1 to $3 $2");
    unfolded = CLOCKS_AFTER.matcher(unfolded).replaceAll("from $1 $2 to $1 $3");
    unfolded = PERIOD_OF.matcher(unfolded).replaceAll("$1 ");
    unfolded = CLOCK_ON.matcher(unfolded).replaceAll("on $2 $1");
    return ISO_AT.matcher(unfolded).replaceAll("$1 $2");
  }

  private static String months(MatchResult quarter) {
    String number =
        Stream.of(1, 2, 5, 6)
            .map(quarter::group)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    int index =
        switch (number.charAt(0)) {
          case 'f' -> number.equals("first") ? 0 : 3;
          case 's' -> 1;
          case 't' -> 2;
          case 'l' -> 3;
          default -> number.charAt(0) - '1';
        };
    String year = quarter.group(3) == null ? quarter.group(4) : quarter.group(3);
    return QUARTERS.get(index).formatted(year == null ? "" : " " + year);
  }

  /** The eve and both days after it, as most countries keep them. */
  private static String christmas(MatchResult feast) {
    String day = feast.group(1);
    String year = feast.group(2);
    if ("eve".equals(day) || "day".equals(day)) {
      return "on %s-12-%s".formatted(year, day.equals("eve") ? "24" : "25");
    }
    return "from %1$s-12-24 to %1$s-12-26".formatted(year);
  }

  private static String clock(MatchResult time) {
    int hour = Integer.parseInt(time.group(1)) % 12 + (time.group(3).equals("p") ? 12 : 0);
    return "%02d:%s".formatted(hour, time.group(2) == null ? "00" : time.group(2));
  }
}
