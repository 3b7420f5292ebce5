package io.hybridanomaly.chat;

import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.DetectorKind;
import io.hybridanomaly.detection.FalseAlarms;
import io.hybridanomaly.series.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers from the data alone, without a model: the same question about the same result always gets
 * the same answer. Understands what is asked by a few words; what it does not understand it answers
 * with what can be asked.
 */
final class OfflineExplainer {

  private static final int MOST_LISTED = 15;

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:anomaly|period|number|no\\.|#)\\s*#?(\\d{1,6})|(\\d{1,6})(?:st|nd|rd|th)");

  /** An anomaly by its number. */
  static final Pattern NUMBERED = Pattern.compile("\\banomal(?:y|ies) #?(\\d{1,6})\\b");

  private static final Pattern HOW_MANY =
      Pattern.compile(
          "how many (?:(?:(\\p{L}+) (?=anomal|outliers))?(anomal|are|of|were|periods|flag|outliers))?");

  private static final Pattern ANYTHING_WRONG =
      Pattern.compile(
          "\\b(?:any|some)thing (?:is |was |look\\w* )?(?:wrong|unusual|abnormal|strange|odd|suspicious|flagged)\\b");

  /** Of what is on the page, nothing else can be meant. */
  private static final Pattern WORST =
      Pattern.compile(
          "\\W*(?:which|what) (?:is|was) (?:the )?(?:worst|strongest|most serious)\\W*");

  private OfflineExplainer() {}

  /** What a visitor is told once in a conversation. */
  static String notice(Audience audience) {
    return switch (audience) {
      case OPERATOR ->
          "*Answered from the data alone, without a language model. For answers by Gemini: set the"
              + " environment variable GEMINI_API_KEY, or gemini.api-key in"
              + " application.properties, and start the server again.*";
      case GUEST -> "*Answered from the data alone, without a language model.*";
    };
  }

  /**
   * The answer, as Markdown.
   *
   * @param question the visitor's words
   * @param subject empty before there is a result
   */
  static String answer(String question, Optional<Subject> subject) {
    return subject
        .map(about -> answer(question, about.read(question), about))
        .orElse(
            "There is no result to talk about yet. Drop in a CSV file or pick a sample, press"
                + " Detect, and ask again.")
        .strip();
  }

  private static String answer(String question, String words, Subject subject) {
    if (OtherLanguage.isIn(words, subject)) {
      return OtherLanguage.notice(subject);
    }
    Optional<String> ofOther =
        WhichSeries.answer(words, subject).or(() -> OtherColumn.answer(question, subject));
    if (ofOther.isPresent()) {
      return ofOther.get();
    }
    return ofShownColumn(question, words, subject)
        .map(text -> text + OtherColumn.note(question, subject))
        .orElseGet(() -> notUnderstood(subject));
  }

  private static Optional<String> ofShownColumn(String question, String words, Subject subject) {
    List<TimePhrases.Phrase> times = TimePhrases.in(words, subject.series().times());
    String rest = TimePhrases.removedFrom(words, times);
    Optional<String> missing = noSuchAnomaly(rest, subject);
    if (missing.isPresent()) {
      return missing;
    }
    // What is asked then is not what the anomaly is.
    boolean leavesOut = Narrowing.leavesOut(rest) || OtherSensitivity.isNamed(rest);
    Optional<Segment> time = times.stream().flatMap(one -> one.points().stream()).findFirst();
    List<Anomaly> named =
        leavesOut || (!times.isEmpty() && time.isEmpty()) ? List.of() : named(rest, time, subject);
    Optional<String> early =
        RowQuestions.answer(rest, times, subject)
            .or(() -> AnomalyLength.answer(rest, named, time, subject))
            .or(() -> lost(rest, named, times, time, subject));
    if (early.isPresent()) {
      return early;
    }
    Optional<String> computed =
        named.isEmpty() ? ComputedAnswers.answer(question, words, subject) : Optional.empty();
    if (computed.isPresent()) {
      return computed;
    }
    return !named.isEmpty() || (times.isEmpty() && !leavesOut)
        ? aboutAnomalies(question, rest, named, subject)
        : Optional.empty();
  }

  /** Not of a time that the data do not have. */
  private static Optional<String> lost(
      String rest,
      List<Anomaly> named,
      List<TimePhrases.Phrase> times,
      Optional<Segment> time,
      Subject subject) {
    return times.isEmpty() || time.isPresent()
        ? LostAnswers.answer(rest, named, time, subject)
        : Optional.empty();
  }

  private static Optional<String> aboutAnomalies(
      String question, String words, List<Anomaly> named, Subject subject) {
    if (has(words, "compare", "differ", "versus", " vs")) {
      boolean ofAnomalies = !named.isEmpty() || has(words, "anomal", "them");
      return ofAnomalies ? Optional.of(compare(named, subject)) : Optional.empty();
    }
    if (!named.isEmpty()) {
      return Optional.of(
          named.stream()
              .map(new AnomalyText(subject)::explanation)
              .collect(Collectors.joining("\n")));
    }
    // A number that is not understood changes what is asked.
    if (words.matches("(?s).*\\d.*")) {
      return Optional.empty();
    }
    if (has(words, "benford", "digit")) {
      return Optional.of(benford(subject));
    }
    if (has(words, "score", "severity", "threshold", "sensitivity", "share")
        && !new QuestionWords(words, subject).nameOccasions()) {
      return Optional.of(score(subject));
    }
    QuestionWords left = new QuestionWords(words, subject);
    if (asksForList(words) && left.limitNothingBut("this", "would", "expected", "odd")) {
      return Optional.of(list(subject) + UnusedWords.note(question, words, subject, true));
    }
    return left.askWhyFlagged()
            && !PeriodRank.isIn(words)
            && has(
                words, "why", "expla", "happen", "cause", "flag", "reason", "abnormal", "unusual")
        ? Optional.of(explain(subject))
        : Optional.empty();
  }

  private static boolean asksForList(String words) {
    boolean anomalies = has(words, "anomal", "flag", "unusual", "abnormal", "found");
    boolean unfit = has(words, " not ", "n't", "longer", "shorter", "before", "after", "between");
    return !unfit
        && (has(words, "which anomalies", "all anomalies", "overview", "summar", "are there")
            || (anomalies && has(words, "list", "how many", "show", "what is", "what was"))
            || ANYTHING_WRONG.matcher(words).find())
        && HOW_MANY.matcher(words).results().allMatch(OfflineExplainer::areAnomalies);
  }

  /** A word of its own before them, as in "new anomalies", gets a note. */
  private static boolean areAnomalies(MatchResult howMany) {
    String word = howMany.group(1);
    return howMany.group(2) != null && (word == null || !KnownWords.have(word));
  }

  private static Optional<String> noSuchAnomaly(String words, Subject subject) {
    int count = subject.result().anomalies().size();
    Matcher number = NUMBERED.matcher(words);
    while (number.find()) {
      int n = Integer.parseInt(number.group(1));
      if (n < 1 || n > count) {
        String all =
            count == 0 ? "nothing is flagged" : "there are " + subject.count(count, "anomaly");
        return Optional.of(
            "There is no anomaly %d: %s.".formatted(n, count == 1 ? "there is 1 anomaly" : all));
      }
    }
    return Optional.empty();
  }

  private static String notUnderstood(Subject subject) {
    return "I can't answer that from the data.\n\n" + new Examples(subject).sentence();
  }

  private static boolean has(String words, String... wanted) {
    for (String word : wanted) {
      if (words.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** The anomalies that a question names by number or by place. */
  private static List<Anomaly> named(String words, Optional<Segment> time, Subject subject) {
    List<Anomaly> anomalies = subject.result().ranked();
    List<Anomaly> named = new ArrayList<>();
    Matcher number = NUMBER.matcher(words);
    while (number.find()) {
      int n = Integer.parseInt(number.group(1) == null ? number.group(2) : number.group(1));
      add(named, anomalies, n - 1);
    }
    boolean ofAnomalies = has(words, "anomal", "period", "one");
    List<Anomaly> then =
        anomalies.stream()
            .filter(one -> time.isEmpty() || one.segment().overlaps(time.get()))
            .toList();
    for (int i = 0; i < ORDINALS.size() && ofAnomalies; i++) {
      if (has(words, ORDINALS.get(i) + " anomal", ORDINALS.get(i) + " one")) {
        add(named, then, i);
      }
    }
    if (ofAnomalies && has(words, "last anomal", "last one", "latest")) {
      then.stream().max(Comparator.comparingInt(one -> one.segment().from())).ifPresent(named::add);
    }
    boolean severe =
        has(words, "most severe")
            || WORST.matcher(words).matches()
            || (has(words, "anomal", " one", "outlier")
                && has(words, "worst", "biggest", "strongest", "largest"));
    // That of a time is found by MostUnusual.
    if (time.isEmpty() && severe) {
      mostSevere(subject).ifPresent(named::add);
    }
    return named.stream().distinct().toList();
  }

  private static void add(List<Anomaly> named, List<Anomaly> anomalies, int index) {
    if (index >= 0 && index < anomalies.size()) {
      named.add(anomalies.get(index));
    }
  }

  private static Optional<Anomaly> mostSevere(Subject subject) {
    return subject.result().anomalies().stream().max(Comparator.comparingDouble(Anomaly::severity));
  }

  private static String explain(Subject subject) {
    Optional<Anomaly> anomaly = subject.selected().or(() -> mostSevere(subject));
    return anomaly
        .map(
            chosen ->
                (subject.selected().isEmpty()
                        ? "No anomaly is selected, so this is about the most severe one.\n\n"
                        : "")
                    + new AnomalyText(subject).explanation(chosen))
        .orElseGet(() -> list(subject));
  }

  private static String list(Subject subject) {
    List<Anomaly> anomalies = subject.result().anomalies();
    if (anomalies.isEmpty()) {
      return new NotFlagged(subject).elsewhere();
    }
    AnomalyText text = new AnomalyText(subject);
    String lines =
        anomalies.stream()
            .sorted(Anomaly.MOST_SEVERE_FIRST)
            .limit(MOST_LISTED)
            .map(text::line)
            // Numbered by hand: Markdown would count on from the first number.
            .map(line -> "- " + line.replaceFirst("^(\\d+)\\. ", "anomaly $1, "))
            .collect(Collectors.joining("\n"));
    String rest =
        anomalies.size() > MOST_LISTED ? " These are the " + MOST_LISTED + " most severe:" : "";
    return "%s in %s.%s\n\n%s"
        .formatted(
            subject.count(anomalies.size(), "anomaly"),
            subject.count(subject.series().size(), "point"),
            rest,
            lines);
  }

  private static String benford(Subject subject) {
    DigitStatistics first =
        new Facts(subject, Detail.VALUES).firstDigits(new Segment(0, subject.series().size()));
    return """
    %s

    First digits of all values judged: χ² is %s, the mean absolute deviation from the law \
    %s (%s by Nigrini's bands). A law that does not apply has no say in the default score, \
    whatever its digits look like.
    """
        .formatted(
            subject.result().components().applicability().summary(subject.locale()),
            subject.value(first.chiSquare()),
            subject.value(first.mad()),
            first.conformity().label());
  }

  private static String otherMeaning(DetectorKind detector) {
    return detector instanceof DetectorKind.Original
        ? "In the original formula the sensitivity sets how many standard deviations above the mean"
            + " are flagged."
        : "How many false alarms a sensitivity means is known for the calibrated fusion only.";
  }

  private static String score(Subject subject) {
    DetectionSettings settings = subject.result().settings();
    OptionalDouble promised = FalseAlarms.expectedRate(settings);
    String meaning =
        promised.isEmpty()
            ? otherMeaning(settings.detector())
            : "Sensitivity %s accepts about %s false alarms per %s points of normal data; each step changes that rate by a factor of %s."
                .formatted(
                    subject.value(settings.sensitivity()),
                    subject.value(Facts.round(promised.getAsDouble())),
                    subject.count(10_000),
                    subject.value(1.8));
    return """
        The **anomaly score** of a point says how rare it is: 4 means that one such point is \
        expected among %s ordinary ones. It counts how unlike the rest of the series the curve \
        around the point is, how far the value itself is from its surroundings, and how unnatural \
        the leading digits are where Benford's law applies.

        Points above the **threshold**, here %s, form anomalies. **Severity** says how far the \
        highest score of an anomaly is above the threshold of the default sensitivity: 0 at it, 50 at \
        double its height, never above 100; it does not change with the sensitivity. The **shares** \
        say how much of the score came from the curve and from the digits.

        %s
        """
        .formatted(subject.count(10_000), subject.score(subject.result().threshold()), meaning);
  }

  private static String compare(List<Anomaly> named, Subject subject) {
    List<Anomaly> two = new ArrayList<>(named);
    subject.selected().filter(anomaly -> !two.contains(anomaly)).ifPresent(two::add);
    if (two.size() < 2) {
      subject.result().anomalies().stream()
          .sorted(Comparator.comparingDouble(Anomaly::severity).reversed())
          .filter(anomaly -> !two.contains(anomaly))
          .limit(2L - two.size())
          .forEach(two::add);
    }
    if (two.size() < 2) {
      return "There are not two anomalies to compare.\n\n" + list(subject);
    }
    AnomalyText text = new AnomalyText(subject);
    return two.stream()
        .limit(2)
        .map(text::explanation)
        .collect(Collectors.joining("\n---\n\n"))
        .replace("**Not in the data:** why it happened in the real world.", "");
  }
}
