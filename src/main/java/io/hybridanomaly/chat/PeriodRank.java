package io.hybridanomaly.chat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Whether a question asks for the day, week, month, hour or year with the highest or the lowest
 * figure, and for nothing else. "The biggest drop" and "the highest median" are other questions, so
 * only words that are understood may stand there.
 */
final class PeriodRank {

  /** Words for the one with the highest figure. */
  static final String HIGH =
      "highest|largest|busiest|strongest|biggest|greatest|best|most|peak|maximum|maximal|max"
          + "|hottest|warmest|dearest|fullest|heaviest";

  /** Words for the one with the lowest. */
  static final String LOW =
      "lowest|smallest|quietest|weakest|worst|least|fewest|slowest|calmest|minimum|minimal|min"
          + "|cheapest|coldest|coolest|emptiest|lightest";

  /** One of both, as the first or the second group. */
  static final Pattern EXTREME = Pattern.compile("\\b(?:(" + HIGH + ")|(" + LOW + "))\\b");

  private static final Pattern OF_PERIODS =
      Pattern.compile("\\b(?:day|week|weekday|month|hour|year)s?\\b");

  /** How many points there are is not how high they are. */
  private static final Pattern NUMBER_OF_POINTS =
      Pattern.compile(
          "\\b(?:most|fewest|least|number of|many) (?:values?|points?|readings?|measurements?|data|numbers?)\\b");

  private static final Set<String> UNDERSTOOD =
      QuestionWords.words(
          """
          whole entire all overall ever time far could know want i let there sum total mean means
          average averages by where when expensive
          """);

  /** A word of its own behind these is a name, about which a note is added. */
  private static final Set<String> BEFORE_A_NAME = QuestionWords.words("at in for of from");

  private static final Pattern COUNTED_NOUN =
      Pattern.compile("\\b(?:had|has|have|with|there|saw) the (?:most|fewest|least) (\\p{L}+)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

  private PeriodRank() {}

  /**
   * Whether it names a period and the highest or lowest of something.
   *
   * @param rest the question in lower case without its times
   */
  static boolean isIn(String rest) {
    return OF_PERIODS.matcher(rest).find() && EXTREME.matcher(rest).find();
  }

  /**
   * Whether it asks for the highest or lowest and nothing else.
   *
   * @param rest the question in lower case without its times
   * @param left the same without the words for the period
   */
  static boolean isAllOf(String rest, String left, Subject subject) {
    QuestionWords words = new QuestionWords(left, subject);
    return EXTREME.matcher(rest).results().count() == 1
        && !NUMBER_OF_POINTS.matcher(rest).find()
        && words.limitNothingBut()
        && areUnderstood(left, words);
  }

  private static boolean areUnderstood(String left, QuestionWords words) {
    String counted =
        COUNTED_NOUN.matcher(left).results().map(noun -> noun.group(1)).findFirst().orElse("");
    List<String> all = WORD.matcher(left).results().map(MatchResult::group).toList();
    boolean opensName = false;
    for (String word : all) {
      boolean isName = !KnownWords.have(word) && (opensName || word.equals(counted));
      boolean isKnown =
          words.isPlainOrOwn(word)
              || UNDERSTOOD.contains(word)
              || EXTREME.matcher(word).matches()
              || isName;
      if (!isKnown) {
        return false;
      }
      // A name can have several words, and an article before it.
      opensName = isName || BEFORE_A_NAME.contains(word) || (opensName && word.equals("the"));
    }
    return true;
  }
}
