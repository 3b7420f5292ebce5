package io.hybridanomaly.chat;

import static io.hybridanomaly.chat.QuestionWords.asks;

import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Answers that are counted from the values: on a date, over a range, two ranges compared, the
 * highest day, what is flagged then, and whether it is higher than usual.
 */
final class ComputedAnswers {

  /** "Deviation" alone asks for a difference. */
  private static final Pattern DEVIATION = Pattern.compile("\\bstandard[ -]deviations?\\b");

  /** What a measurement is called that is asked for at a time. */
  private static final Pattern MEASURED =
      Pattern.compile(
          "\\b(?:how (?:much|high|low|large|big)|what) (?:was|were|is|are) (?:the )?(\\p{L}+)\\b"
              + "|\\bhow (?:much|many) (\\p{L}+)\\b");

  private static final Pattern HOW_MANY = Pattern.compile("\\bhow (?:many|much) (\\p{L}+)\\b");

  private final Subject subject;
  private final StretchText text;

  private ComputedAnswers(Subject subject) {
    this.subject = subject;
    this.text = new StretchText(subject);
  }

  /**
   * The answer, as Markdown.
   *
   * @param question as the visitor wrote it
   * @param asked the same in lower case, in English notation
   * @return empty if it does not ask for anything that can be counted
   */
  static Optional<String> answer(String question, String asked, Subject subject) {
    String words = DEVIATION.matcher(asked).replaceAll("stdev");
    Optional<ValueLimit> limit =
        LimitAnswers.limit(words, time(subject, 0), time(subject, subject.series().size() - 1));
    String unit = limit.map(one -> LimitAnswers.unitNote(words, one, subject)).orElse("");
    String unlimited =
        limit
            .map(found -> found.removedFrom(words))
            .map(left -> unit.isEmpty() ? left : LimitAnswers.withoutUnit(left, limit.get()))
            .orElse(words);
    List<TimePhrases.Phrase> named = TimePhrases.in(unlimited, subject.series().times());
    Optional<TimePhrases.Phrase> outside =
        named.stream().filter(phrase -> phrase.points().isEmpty()).findFirst();
    if (outside.isPresent()) {
      return Optional.of(new NoSuchTime(subject).answer(outside.get()));
    }
    String taken =
        named.stream()
            .filter(phrase -> !phrase.taken().isEmpty())
            .map(phrase -> "\n\n“%s”: %s".formatted(subject.written(phrase), phrase.taken()))
            .collect(Collectors.joining());
    String rest = TimePhrases.removedFrom(unlimited, named);
    List<Segment> stretches = named.stream().flatMap(phrase -> phrase.points().stream()).toList();
    return new ComputedAnswers(subject)
        .answer(rest, stretches, limit)
        .map(text -> text + taken)
        .map(text -> text + unit)
        .map(text -> text + UnusedWords.note(question, rest, subject, named.isEmpty()));
  }

  private static Optional<LocalDateTime> time(Subject subject, int point) {
    return subject.series().times() instanceof Timestamps stamps
        ? Optional.of(stamps.localDateTime(point))
        : Optional.empty();
  }

  private Optional<String> answer(
      String rest, List<Segment> stretches, Optional<ValueLimit> limit) {
    if (limit.isPresent()) {
      return LimitAnswers.answer(rest, subject, limit.get(), stretches);
    }
    QuestionWords left = new QuestionWords(rest, subject);
    boolean whole = stretches.isEmpty();
    Segment stretch = whole ? new Segment(0, subject.series().size()) : stretches.getFirst();
    if (asksWhyNot(rest) && !left.nameOccasions()) {
      return Optional.of(whole ? new NotFlagged(subject).elsewhere() : text.notFlagged(stretch));
    }
    if (stretches.size() >= 2) {
      boolean clear =
          asks(rest, "compare", "differ", "versus", "vs", "than", "and")
              && left.limitNothingBut("more", "less", "difference", "different", "from");
      return clear ? Optional.of(text.compare(stretches)) : Optional.empty();
    }
    Optional<String> ofData =
        left.nameOccasions() ? Optional.empty() : DataAnswers.answer(rest, subject, stretch);
    PeriodAnswers periods = new PeriodAnswers(subject, stretch);
    return ofData
        .or(() -> OtherSensitivity.answer(rest, subject))
        .or(() -> LevelChange.answer(rest, subject, stretch))
        .or(() -> periods.top(rest))
        .or(() -> periods.perPeriod(rest))
        .or(() -> new NarrowedAnswers(subject, stretch).answer(rest))
        .or(() -> MostUnusual.answer(rest, subject, stretch))
        .or(() -> CalendarAnswers.answer(rest, subject, stretch, text.when(stretch)))
        .or(() -> ExtremePeriods.answer(rest, subject, stretch))
        .or(() -> about(rest, left, stretch, !whole));
  }

  private Optional<String> about(String rest, QuestionWords left, Segment stretch, boolean named) {
    boolean clear = left.askOnlyForFigures() && !PeriodRank.isIn(rest);
    boolean flags =
        asks(
            rest, "flag", "anomal", "abnormal", "unusual", "wrong", "strange", "suspicious", "odd");
    if (named && flags && left.limitNothingBut("why", "odd")) {
      return Optional.of(
          asks(rest, "why", "explain") ? text.explained(stretch) : text.flagged(stretch));
    }
    if (named
        && asks(rest, "usual", "expected", "normal")
        && left.limitNothingBut("usual", "expected", "more", "less", "difference", "why")) {
      return Optional.of(text.againstUsual(stretch));
    }
    if (named
        && asks(rest, "score", "sensitivity")
        && left.limitNothingBut("score", "sensitivity", "would")) {
      return Optional.of(text.notFlagged(stretch));
    }
    Optional<String> one = clear ? oneFigure(rest, stretch) : Optional.empty();
    if (one.isPresent()) {
      return one;
    }
    Optional<String> sum = clear ? sumOfCounted(rest, stretch) : Optional.empty();
    if (sum.isPresent()) {
      return sum;
    }
    String measured = MEASURED.matcher(rest).replaceFirst(" ");
    boolean plain =
        left.arePlain() || (isNamed(rest) && new QuestionWords(measured, subject).arePlain());
    return named && plain ? Optional.of(text.describe(stretch)) : Optional.empty();
  }

  /**
   * Whether the noun in "how much was the price" is a word of its own, about which a note is added.
   */
  private static boolean isNamed(String rest) {
    Matcher noun = MEASURED.matcher(rest);
    return noun.find() && !KnownWords.have(noun.group(1) == null ? noun.group(2) : noun.group(1));
  }

  /** Whether it asks how many there are of what the column counts, and for nothing else. */
  static boolean countsItself(String rest, Subject subject) {
    Matcher counted = HOW_MANY.matcher(rest);
    NameWords name = NameWords.of(subject.series().name());
    return counted.find()
        && name.have(counted.group(1))
        && !KnownWords.isCommon(counted.group(1))
        && new QuestionWords(rest, subject).arePlain();
  }

  /** "How many trips" of a column of trips are their sum. */
  private Optional<String> sumOfCounted(String rest, Segment stretch) {
    return countsItself(rest, subject)
        ? Optional.of(
            "The sum of **%s** %s is **%s**, over %s."
                .formatted(
                    Untrusted.markdown(subject.series().name()),
                    text.when(stretch),
                    subject.calculated(Figure.SUM.of(text.part(stretch))),
                    subject.count(stretch.length(), "value")))
        : Optional.empty();
  }

  /** Why something is not flagged, or nothing else. */
  private static boolean asksWhyNot(String rest) {
    return asks(rest, "why", "how come")
        && rest.matches("(?s).*(\\b(not|never|nothing|no|else|only|missed)\\b|n['’]t\\b).*")
        && asks(
            rest,
            "flag",
            "anomal",
            "detect",
            "found",
            "mark",
            "unusual",
            "abnormal",
            "else",
            "missed",
            "nothing");
  }

  private Optional<String> oneFigure(String words, Segment stretch) {
    double[] part = text.part(stretch);
    String when = text.when(stretch);
    return Figure.in(words)
        .map(
            figure ->
                switch (figure) {
                  case MINIMUM -> text.extreme("lowest", when, stretch, false);
                  case MAXIMUM -> text.extreme("highest", when, stretch, true);
                  case COUNT ->
                      "There %s **%s** %s."
                          .formatted(
                              part.length == 1 ? "is" : "are",
                              subject.count(part.length, "value"),
                              when);
                  case DEVIATION, MEAN, MEDIAN, SUM ->
                      "The %s %s is **%s**."
                          .formatted(figure.noun(), when, subject.calculated(figure.of(part)));
                });
  }
}
