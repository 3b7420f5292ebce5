package io.hybridanomaly.chat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a question that are left when its times are taken out. A word that limits what is
 * asked and is not understood forbids an answer: it would be the answer of another question.
 */
final class QuestionWords {

  /** Times that come again. */
  private static final Set<String> OCCASIONS =
      words(
          """
          monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
          thursdays fridays saturdays sundays weekend weekends weekday weekdays morning
          mornings afternoon afternoons evening evenings night nights noon midnight holiday
          holidays christmas easter summer winter spring autumn
          """);

  /** Words that change what is asked, which no answer takes into account. */
  private static final Set<String> LIMITING =
      words(
          """
          before after since until next previous
          prior yesterday today tomorrow ago last first this except without excluding ignoring
          not if would will forecast predict trend growth grow correlation why percent
          percentile quantile deviation variance per each every quarter week weeks month
          months hour hours fewer less more below above under row rows weather longest
          shortest consecutive range difference change rate ratio score sensitivity top bottom
          moving rolling unflagged isn wasn aren weren didn negative positive odd even zero
          empty missing distinct unique different random usual expected benford digit digits
          year years square squared logarithm error absolute second third fourth fifth two
          three four five six seven eight nine ten
          """);

  /** Words of a question for what there is at a time. */
  private static final Set<String> PLAIN =
      words(
          """
          a about an and are at be between can data day describe did do during e figure figures for
          from get give had happen happened happening has have how in is it like look looked
          many me much number numbers of on overview please point points reading readings s
          see series show statistics summarise summarize summary tell that the there to value
          values was we were what which with you measurement measurements then
          """);

  /** Words of a question why something is flagged. */
  private static final Set<String> EXPLAINING =
      words(
          """
          why flagged flag explain cause caused causes reason reasons abnormal unusual anomaly
          anomalies this marked detected found so selected most severe one here peak does
          alarm anomalous strange outlier stretch period happens alert being been or
          """);

  /** What is measured or found in the values, and is not their mean, sum or extreme. */
  private static final Set<String> FINDINGS =
      words(
          """
          drop drops dropped fall falls fell fallen rise rises rose risen spike spikes spiked
          jump jumps jumped dip dips shock shocks outage outages increase increases increased
          decrease decreases decreased decline declines declined surge surges slump slumps
          plunge plunges crash crashes swing swings variation variations variability
          volatility volatile fluctuation fluctuations movement movements severity severe
          threshold share shares score scores sensitivity anomaly anomalies anomalous alarm
          alarms alert alerts outlier outliers flag flags flagged abnormal unusual unusually
          strange strangely suspicious weird irregular gap gaps interruption interruptions
          detected marked normal normally typical typically
          """);

  /** Tried once for each run of dots, however long it is. */
  private static final Pattern OUTER_DOTS = Pattern.compile("^\\.+|(?<!\\.)\\.+$");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\d.]+");

  private final List<String> words;
  private final Set<String> column;
  private final NameWords name;

  /**
   * @param rest the question in lower case without its times
   */
  QuestionWords(String rest, Subject subject) {
    this.words = split(rest);
    this.column = new HashSet<>(split(subject.series().name().toLowerCase(Locale.ROOT)));
    this.name = NameWords.of(subject.series().name());
  }

  /** The words of a text, for lists of them. */
  static Set<String> words(String text) {
    return Set.of(text.strip().split("\\s+"));
  }

  /** Whether a question has one of some words, or a longer word that begins so. */
  static boolean asks(String words, String... wanted) {
    return Arrays.stream(wanted)
        .anyMatch(word -> words.matches("(?s).*\\b" + word + "[a-z]*\\b.*"));
  }

  /** Whether a word changes what is asked. */
  static boolean isLimiting(String word) {
    return LIMITING.contains(word) || OCCASIONS.contains(word);
  }

  /** Whether a word belongs to a question for what there is at a time. */
  static boolean isPlain(String word) {
    return PLAIN.contains(word);
  }

  private static List<String> split(String text) {
    return NO_WORD
        .splitAsStream(text)
        .map(word -> OUTER_DOTS.matcher(word).replaceAll(""))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** Whether nothing is left that would change what is asked, beside words that are understood. */
  boolean limitNothingBut(String... understood) {
    Set<String> known = Set.of(understood);
    return words.stream()
        .filter(word -> !column.contains(word) && !known.contains(word))
        .noneMatch(word -> isLimiting(word) || word.matches("\\d.*"));
  }

  /**
   * Whether a mean, a sum or an extreme that it asks for is one of the values: "the highest
   * severity" and "the mean length of the outages" are not.
   */
  boolean askOnlyForFigures() {
    return limitNothingBut()
        && words.stream().noneMatch(word -> FINDINGS.contains(word) && !isOfName(word));
  }

  /** Whether times that come again limit what is asked, such as weekends. */
  boolean nameOccasions() {
    return words.stream().anyMatch(word -> OCCASIONS.contains(word) && !column.contains(word));
  }

  /** Whether it asks what there is at a time, and nothing else. */
  boolean arePlain() {
    return words.stream().allMatch(this::isPlainOrOwn);
  }

  /** Whether a word says what there is, or is one of the column's name. */
  boolean isPlainOrOwn(String word) {
    return PLAIN.contains(word) || KnownWords.isMeasure(word) || isOfName(word);
  }

  /** Whether it asks why something is flagged, and nothing else. */
  boolean askWhyFlagged() {
    return words.stream()
        .allMatch(word -> PLAIN.contains(word) || EXPLAINING.contains(word) || isOfName(word));
  }

  private boolean isOfName(String word) {
    return column.contains(word) || name.have(word);
  }
}
