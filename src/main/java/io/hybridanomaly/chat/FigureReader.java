package io.hybridanomaly.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the figures in a text that can be right or wrong: not dates, times of day, years, ordinals,
 * numbers of list items, names such as COVID-19, nor small counts of nothing in particular.
 */
final class FigureReader {

  private static final String MONTH =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";

  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th)?";

  /** Numbers in these places are not figures. */
  private static final Pattern NOT_A_FIGURE =
      Pattern.compile(
          String.join(
              "|",
              "\\d{4}-\\d{2}(?:-\\d{2})?(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?",
              "\\b\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?",
              "\\b\\d{1,2}\\s?[ap]\\.?m\\b",
              MONTH
                  + "\\s+"
                  + DAY
                  + "(?:\\s?(?:–|-|to|and|,)\\s?"
                  + DAY
                  + "\\b)*(?:,?\\s+\\d{4}\\b)?",
              DAY
                  + "(?:\\s?(?:–|-|to|and|,)\\s?"
                  + DAY
                  + ")*\\s+(?:of\\s+)?"
                  + MONTH
                  + "(?:,?\\s+\\d{4}\\b)?",
              "\\b\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}\\b",
              "\\b\\d+(?:st|nd|rd|th)\\b",
              "(?m)^\\s*\\d{1,2}[.)]\\s",
              "(?:\\b(?:periods?|anomal(?:y|ies)|no\\.|numbers?|steps?|sections?|figures?|digits?|rows?"
                  + "|points?|level|version|week)|#)\\s*[“\"'(]?#?\\d+(?:\\s?(?:,|and|or|to|–|-|&)+\\s?\\d+)*\\b(?![.,]?\\d|\\s?%)",
              "\\b\\d+s\\b",
              "\\bp\\s*[<≤]\\s*[\\d.]+",
              "\\b\\d+(?:\\.\\d+)?\\s?%\\s(?:confidence|significance|level)",
              "\\bconfidence\\D{0,25}?\\d+\\s?%",
              "(?<![.,\\d])\\b\\d{1,3}\\s?/\\s?\\d{1,3}\\b",
              "\\b0\\s?(?:–|-|to)\\s?100?\\b",
              "\\b(?:out of|of) 100\\b",
              "[A-Za-z_]-?\\d[\\w.-]*"),
          Pattern.CASE_INSENSITIVE);

  /** Symbols of units that take a prefix; a word such as "minutes" begins with none of them. */
  private static final String UNIT_SYMBOL =
      "(?:Wh?|Wp|VAr?|var|V|Ah?|J|Hz|eV|bits?|bytes?|bps|bp|b|B|g|m|l|L|t|Pa|bar|N|s|mol|cal|lm|lx"
          + "|Ω|F|H|S|C|K|Bq|Sv|Gy|€|\\$|£)(?![\\p{L}\\d²³^])";

  /**
   * A number, a word or sign that scales it, and perhaps a prefix of a unit, which stays outside.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\w.])([-−+]?\\d+(?:[.,'’\\u00a0\\u202f]\\d+)*+(?:[eE][-+]?\\d{1,3}(?!\\d))?)"
              + "\\s?(%|(?i:percentage points?\\b|per\\s?cent\\b|thousand\\b|million\\b|billion\\b)"
              + "|k\\b)?(?=\\s?([kMGmµμ])"
              + UNIT_SYMBOL
              + ")?");

  /** Words before or behind a number that make it a share of one. */
  private static final Pattern SHARE_BEFORE =
      Pattern.compile("(?i)\\b(?:share|fraction|proportion)\\b\\D{0,16}$");

  private static final Pattern SHARE_AFTER =
      Pattern.compile(
          "(?i)^ ?(?:of (?:the|its|all)\\b|as (?:a )?(?:share|fraction|proportion)\\b)");

  /** What a small count must count to be checked. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "^\\W?\\s?(?:\\w+[ -]){0,2}?(?:abnormal |flagged )?(?:periods?|points?|values?|anomal|rows?|alarms?|epochs?|spikes?)");

  private static final Pattern APPROXIMATELY =
      Pattern.compile(
          "(?:about|around|roughly|approximately|nearly|almost|some|over|under|than|up to|circa|ca\\.|≈|~|close to)\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANOMALIES =
      Pattern.compile("^ ?(?:\\w+ ){0,2}?(?:periods|anomalies)");

  private static final Pattern DURATION =
      Pattern.compile("^[ -]?(?:second|minute|hour|day|week|month|year)");

  private static final int FEW = 10;
  private static final int BEFORE = 28;
  private static final int AFTER = 40;

  private FigureReader() {}

  /**
   * A figure in a text.
   *
   * @param start its first character
   * @param end the character after its last
   * @param readings what it can mean: 12.345 is a decimal or, in other languages, thousands
   * @param approximate whether the text says that it is not exact
   * @param unit what it counts
   */
  record Figure(int start, int end, List<Reading> readings, boolean approximate, Unit unit) {}

  /** What a figure counts, as far as it matters. */
  enum Unit {
    PERCENT,
    SHARE,
    TIME,
    ANOMALIES,
    OTHER
  }

  /**
   * One meaning of a figure.
   *
   * @param unit the place of its last significant digit
   */
  record Reading(double value, double unit) {

    Reading times(double factor) {
      return new Reading(factor * value, factor * unit);
    }
  }

  /** The figures of a text in their order. */
  static List<Figure> figures(String text) {
    String masked = mask(text);
    List<Figure> figures = new ArrayList<>();
    Matcher number = NUMBER.matcher(masked);
    while (number.find()) {
      String digits = number.group(1);
      String suffix = number.group(2) == null ? "" : number.group(2).toLowerCase(Locale.ROOT);
      String before = masked.substring(Math.max(0, number.start() - BEFORE), number.start());
      boolean approximate = APPROXIMATELY.matcher(before).find();
      String after =
          masked.substring(number.end(), Math.min(masked.length(), number.end() + AFTER));
      List<Reading> readings = readings(digits, scale(suffix), approximate);
      if (suffix.isEmpty() && number.group(3) != null) {
        // The data may be in the unit with its prefix or without.
        double prefix = prefix(number.group(3).charAt(0));
        List.copyOf(readings).forEach(reading -> readings.add(reading.times(prefix)));
      }
      if (!isYear(digits, suffix) && matters(digits, suffix, after)) {
        int end = suffix.isEmpty() ? number.end(1) : number.end(2);
        figures.add(
            new Figure(
                number.start(1), end, readings, approximate, unit(digits, suffix, before, after)));
      }
    }
    return figures;
  }

  private static String mask(String text) {
    StringBuilder masked = new StringBuilder(text);
    Matcher other = NOT_A_FIGURE.matcher(text);
    while (other.find()) {
      for (int i = other.start(); i < other.end(); i++) {
        masked.setCharAt(i, masked.charAt(i) == '\n' ? '\n' : ' ');
      }
    }
    return masked.toString();
  }

  private static boolean isYear(String digits, String suffix) {
    return suffix.isEmpty() && digits.matches("(?:19|20)\\d\\d");
  }

  private static boolean matters(String digits, String suffix, String after) {
    boolean small = digits.matches("[-−+]?\\d+") && Double.parseDouble(plain(digits)) <= FEW;
    return !small
        || !suffix.isEmpty()
        || COUNTED.matcher(after).find()
        || DURATION.matcher(after).find();
  }

  private static Unit unit(String digits, String suffix, String before, String after) {
    if (suffix.startsWith("%") || suffix.startsWith("per")) {
      return Unit.PERCENT;
    }
    if (digits.matches("0[.,]\\d+")
        && (SHARE_BEFORE.matcher(before).find() || SHARE_AFTER.matcher(after).find())) {
      return Unit.SHARE;
    }
    if (DURATION.matcher(after).find()) {
      return Unit.TIME;
    }
    return ANOMALIES.matcher(after).find() ? Unit.ANOMALIES : Unit.OTHER;
  }

  private static double scale(String suffix) {
    return switch (suffix) {
      case "k", "thousand" -> 1e3;
      case "million" -> 1e6;
      case "billion" -> 1e9;
      default -> 1;
    };
  }

  private static double prefix(char prefix) {
    return switch (prefix) {
      case 'G' -> 1e9;
      case 'M' -> 1e6;
      case 'k' -> 1e3;
      case 'm' -> 1e-3;
      default -> 1e-6;
    };
  }

  private static String plain(String digits) {
    return digits.replace('−', '-').replaceAll("['’\\u00a0\\u202f]", "");
  }

  private static List<Reading> readings(String digits, double scale, boolean approximate) {
    String plain = plain(digits);
    List<Reading> readings = new ArrayList<>();
    addReading(readings, plain.replace(",", ""), scale, approximate);
    boolean thousands = plain.matches("[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
    if ((plain.indexOf(',') >= 0 && !thousands) || plain.matches("[-+]?\\d{1,3}(?:\\.\\d{3})+")) {
      addReading(readings, plain.replace(".", "").replace(',', '.'), scale, approximate);
    }
    return readings;
  }

  private static void addReading(
      List<Reading> readings, String number, double scale, boolean approximate) {
    if (number.matches("[-+]?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3})?")) {
      readings.add(
          new Reading(scale * Double.parseDouble(number), scale * unit(number, approximate)));
    }
  }

  /**
   * The place of the last digit that means something. Zeros at the end of an integer may be
   * rounding, as long as two digits are left, or one of an approximate figure.
   */
  private static double unit(String number, boolean approximate) {
    int exponent = number.toLowerCase(Locale.ROOT).indexOf('e');
    String mantissa = exponent < 0 ? number : number.substring(0, exponent);
    int power =
        exponent < 0 ? 0 : Integer.parseInt(number.substring(exponent + 1).replace("+", ""));
    int point = mantissa.indexOf('.');
    if (point >= 0) {
      return Math.pow(10, power - (mantissa.length() - point - 1));
    }
    String digits = mantissa.replaceAll("[-+]", "");
    int zeros = digits.length() - digits.replaceAll("0+$", "").length();
    int kept = approximate ? 1 : 2;
    return Math.pow(10, power + Math.max(0, Math.min(zeros, digits.length() - kept)));
  }
}
