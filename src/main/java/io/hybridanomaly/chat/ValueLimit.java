package io.hybridanomaly.chat;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on values that a question names, such as "fewer than 100", "between 10 and 20" or
 * "negative".
 *
 * @param words as they can stand in an answer: {@code below 100}
 * @param holds whether a value fulfils it
 * @param start where it stands in the question
 * @param end the place after it
 */
record ValueLimit(String words, DoublePredicate holds, int start, int end) {

  private static final String NUMBER =
      "(-?(?:\\d{1,3}(?:,\\d{3})++|\\d++)(?:\\.\\d++)?+(?:e[+-]?\\d{1,3})?+|zero\\b)"
          + "(?: ?(k|thousand|million|billion)\\b)?+";

  /**
   * What follows a number that is not read to its end: a unit or a power that belongs to it,
   * another group of digits, or the rest of a sum.
   */
  private static final String WHOLE =
      "(?![\\p{L}\\d]|[,._'’\u00a0\u202f ]\\d{3}(?!\\d)|[,.]\\d"
          + "| ?(?:[%‰]|[/*×^+x] ?\\d|(?:per ?cent|pct|permille|percentile|hundred|dozen|thousand|million|billion|trillion|lakh|crore|bn|mn|mio|mrd)\\b))";

  /** What follows a number that is a day or a place in time, not a limit. */
  private static final String NO_DATE =
      "(?!st|nd|rd|th|-|:| (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))" + WHOLE;

  private static final Pattern BETWEEN =
      Pattern.compile("\\bbetween " + NUMBER + " and " + NUMBER + NO_DATE);
  private static final Pattern ONE =
      Pattern.compile(
          "(\\bat most|\\bno more than|\\bnot more than|<=|≤|\\bat least|\\bno fewer than|\\bno less than|\\bnot less than|>=|≥"
              + "|\\bfewer than|\\bless than|\\bbelow|\\bunder|\\blower than|\\bsmaller than|<"
              + "|\\bmore than|\\babove|\\bover|\\bgreater than|\\bhigher than|\\blarger than|\\bexceed(?:s|ed|ing)?|>"
              + "|\\bexactly|\\bequal to|\\bequals?) ?"
              + NUMBER
              + NO_DATE);

  /** "How many values are 0?" */
  private static final Pattern IS =
      Pattern.compile(
          "\\b(?:is|are|was|were|equals?|=) ?(not )?"
              + NUMBER
              + "(?= *(?:[?.!]*$|\\b(?:in|on|at|from|between|during)\\b))");

  /** "Zero" without a word that compares, and "negative". */
  private static final Pattern SIGN =
      Pattern.compile(
          "\\b(not |non[ -]?|isn['’]t |aren['’]t |wasn['’]t |weren['’]t )?(zeros?|zeroes|negative|positive)\\b");

  private static final Pattern YEAR = Pattern.compile("(?:18|19|20|21)\\d{2}");
  private static final Map<String, Double> FACTORS =
      Map.of("k", 1e3, "thousand", 1e3, "million", 1e6, "billion", 1e9);

  /**
   * The condition of a question.
   *
   * @param words in lower case
   * @param first time of the series, if it has dates: years within it are no limits
   * @param last time of the series
   */
  static Optional<ValueLimit> in(
      String words, Optional<LocalDateTime> first, Optional<LocalDateTime> last) {
    Matcher two = BETWEEN.matcher(words);
    if (two.find()) {
      if (isYear(two.group(1), first, last) && isYear(two.group(3), first, last)) {
        return Optional.empty();
      }
      double low = number(two.group(1), two.group(2));
      double high = number(two.group(3), two.group(4));
      String text = "between %s and %s, both included".formatted(two.group(1), two.group(3));
      return Optional.of(new ValueLimit(text, v -> v >= low && v <= high, two.start(), two.end()));
    }
    Matcher one = ONE.matcher(words);
    if (!one.find()) {
      return is(words).or(() -> sign(words));
    }
    double limit = number(one.group(2), one.group(3));
    String suffix = one.group(3) == null ? "" : " " + one.group(3);
    Kind kind = Kind.of(one.group(1));
    return Optional.of(
        new ValueLimit(
            kind.words + " " + one.group(2) + suffix,
            value -> kind.holds(value, limit),
            one.start(),
            one.end()));
  }

  private static Optional<ValueLimit> is(String words) {
    Matcher is = IS.matcher(words);
    if (!is.find()) {
      return Optional.empty();
    }
    double value = number(is.group(2), is.group(3));
    Kind kind = is.group(1) == null ? Kind.EQUAL : Kind.OTHER;
    String suffix = is.group(3) == null ? "" : " " + is.group(3);
    return Optional.of(
        new ValueLimit(
            kind.words + " " + is.group(2).replace("zero", "0") + suffix,
            other -> kind.holds(other, value),
            is.start(),
            is.end()));
  }

  private static Optional<ValueLimit> sign(String words) {
    Matcher sign = SIGN.matcher(words);
    if (!sign.find()) {
      return Optional.empty();
    }
    boolean not = sign.group(1) != null;
    Kind kind =
        switch (sign.group(2)) {
          case "negative" -> not ? Kind.AT_LEAST : Kind.BELOW;
          case "positive" -> not ? Kind.AT_MOST : Kind.ABOVE;
          default -> not ? Kind.OTHER : Kind.EQUAL;
        };
    return Optional.of(
        new ValueLimit(kind.words + " 0", value -> kind.holds(value, 0), sign.start(), sign.end()));
  }

  /** How many values of a part fulfil it. */
  int count(double[] part) {
    int count = 0;
    for (double value : part) {
      count += holds.test(value) ? 1 : 0;
    }
    return count;
  }

  /** The question without it. */
  String removedFrom(String question) {
    return question.substring(0, start) + " ".repeat(end - start) + question.substring(end);
  }

  private static boolean isYear(
      String digits, Optional<LocalDateTime> first, Optional<LocalDateTime> last) {
    if (first.isEmpty() || last.isEmpty() || !YEAR.matcher(digits).matches()) {
      return false;
    }
    int year = Integer.parseInt(digits);
    return year >= first.get().getYear() && year <= last.get().getYear();
  }

  private static double number(String digits, @Nullable String suffix) {
    if (digits.equals("zero")) {
      return 0;
    }
    double factor = suffix == null ? 1 : FACTORS.getOrDefault(suffix, 1.0);
    return Double.parseDouble(digits.replace(",", "")) * factor;
  }

  private enum Kind {
    BELOW("below"),
    AT_MOST("of at most"),
    ABOVE("above"),
    AT_LEAST("of at least"),
    EQUAL("of exactly"),
    OTHER("other than");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    static Kind of(String text) {
      return switch (text) {
        case "at most", "no more than", "not more than", "<=", "≤" -> AT_MOST;
        case "at least", "no fewer than", "no less than", "not less than", ">=", "≥" -> AT_LEAST;
        case "fewer than", "less than", "below", "under", "lower than", "smaller than", "<" ->
            BELOW;
        case "exactly", "equal to", "equal", "equals" -> EQUAL;
        default -> ABOVE;
      };
    }

    boolean holds(double value, double limit) {
      return switch (this) {
        case BELOW -> value < limit;
        case AT_MOST -> value <= limit;
        case ABOVE -> value > limit;
        case AT_LEAST -> value >= limit;
        case EQUAL -> value == limit;
        case OTHER -> value != limit;
      };
    }
  }
}
