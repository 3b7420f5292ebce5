package io.hybridanomaly.chat;

import io.hybridanomaly.series.Runs;
import io.hybridanomaly.series.Segment;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many values fulfil a condition, and when they do. */
final class LimitAnswers {

  private static final int MOST_NAMED = 5;

  private static final Pattern COUNT =
      Pattern.compile(
          "\\b(?:how (?:many|often)|count\\w*|number of|(?:is|are|was|were) there|share|per ?cent(?:age)?|proportion|fraction)\\b");

  private static final Pattern SHARE =
      Pattern.compile("\\b(?:share|per ?cent(?:age)?|proportion|fraction)\\b");

  private static final Pattern WHEN =
      Pattern.compile("\\b(?:when|where|which|what times?|list|show)\\b");

  /** Words that turn a condition round, with an apostrophe or without it. */
  private static final Pattern NEGATION =
      Pattern.compile(
          "\\b(?:not?|never|none|nothing|nowhere|nor|neither|cannot|without|hardly|rarely|barely|(?:other|rather) than|instead of|all but)\\b"
              + "|n['’ʼ`´]t\\b|\\b(?:do|does|did|ca|could|wo|would|should|must|is|are|was|were|ai|has|have|had)nt\\b");

  private static final Pattern UNIT =
      Pattern.compile(" ?([\\p{L}°µ][\\p{L}°µ²³/]{0,11})(?![\\p{L}°µ²³/])");

  private static final int LONGEST_UNIT = 2;

  private final Subject subject;
  private final ValueLimit limit;
  private final Segment stretch;

  private LimitAnswers(Subject subject, ValueLimit limit, Segment stretch) {
    this.subject = subject;
    this.limit = limit;
    this.stretch = stretch;
  }

  /**
   * The condition of a question that asks how many values fulfil it, or when.
   *
   * @param words the question in lower case
   * @param first time of the series, if it has dates
   * @param last time of the series
   */
  static Optional<ValueLimit> limit(
      String words, Optional<LocalDateTime> first, Optional<LocalDateTime> last) {
    return COUNT.matcher(words).find() || WHEN.matcher(words).find()
        ? ValueLimit.in(words, first, last)
        : Optional.empty();
  }

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times and its condition
   * @return empty if it asks for something else as well
   */
  static Optional<String> answer(
      String rest, Subject subject, ValueLimit limit, List<Segment> stretches) {
    QuestionWords left = new QuestionWords(rest, subject);
    Segment whole = new Segment(0, subject.series().size());
    LimitAnswers answers =
        new LimitAnswers(subject, limit, stretches.isEmpty() ? whole : stretches.getFirst());
    // Anomalies are not values: "how many anomalies above 5" is another question, and so is which
    // day has the most of them.
    if (stretches.size() > 1
        || NEGATION.matcher(rest).find()
        || PeriodRank.EXTREME.matcher(rest).find()
        || CalendarAnswers.ANOMALIES.matcher(rest).find()) {
      return Optional.empty();
    }
    if (COUNT.matcher(rest).find()) {
      return answers.counted(rest);
    }
    return left.limitNothingBut("hours", "rows", "first", "last")
            && !QuestionWords.asks(rest, "mean", "average", "median", "sum", "total")
        ? new PeriodAnswers(subject, answers.stretch)
            .count(rest, limit)
            .or(() -> Optional.of(answers.when(rest)))
        : Optional.empty();
  }

  private Optional<String> counted(String rest) {
    Optional<Narrowing> narrowing = Narrowing.in(rest, subject);
    String left = narrowing.map(Narrowing::rest).orElse(rest);
    if (!new QuestionWords(left, subject)
        .limitNothingBut("hours", "weeks", "months", "rows", "years", "percent", "share")) {
      return Optional.empty();
    }
    if (narrowing.isPresent()) {
      return CalendarUnit.in(left).filter(unit -> isOther(left)).isPresent()
          ? Optional.empty()
          : Optional.of(new NarrowedAnswers(subject, stretch).count(narrowing.get(), limit));
    }
    return new PeriodAnswers(subject, stretch)
        .count(rest, limit)
        .or(() -> Optional.of(count(rest)));
  }

  private boolean isOther(String rest) {
    StepWord step = StepWord.of(subject.series().times());
    return step != StepWord.VALUE
        && QuestionWords.asks(rest, "day", "hour", "week", "month", "year", "minute")
        && !QuestionWords.asks(rest, step.noun());
  }

  private String count(String rest) {
    StepWord step = StepWord.of(subject.series().times());
    StretchText text = new StretchText(subject);
    double[] part = text.part(stretch);
    if (SHARE.matcher(rest).find()) {
      return "**%s %%** of the values %s are %s: %s of %s."
          .formatted(
              share(limit.count(part), part.length),
              text.when(stretch),
              subject.written(limit).replaceFirst("^of ", ""),
              subject.count(limit.count(part)),
              subject.count(part.length));
    }
    return "%s**%s of %s** %s %s a value %s."
        .formatted(
            isOther(rest) ? "The series has %s. ".formatted(step.rate()) : "",
            subject.count(limit.count(part)),
            step.count(part.length, subject.locale()),
            text.when(stretch),
            limit.count(part) == 1 ? "has" : "have",
            subject.written(limit));
  }

  /**
   * A sentence about the unit behind the number of a condition, if the name of the column does not
   * have it: 5 m of a column of centimetres would be 500. Words of three letters and more are noted
   * as words that were not taken into account.
   */
  static String unitNote(String words, ValueLimit limit, Subject subject) {
    Matcher unit = UNIT.matcher(words).region(limit.end(), words.length());
    if (!unit.lookingAt()) {
      return "";
    }
    String text = unit.group(1);
    boolean own = NameWords.of(subject.series().name()).have(text.replace("°", ""));
    boolean noted = text.length() > LONGEST_UNIT && text.chars().allMatch(Character::isLetter);
    return own || noted || KnownWords.have(text)
        ? ""
        : "\n\n“%s” does not stand in the name of **%s**: its values were compared with the number as they stand in the file."
            .formatted(Untrusted.markdown(text), Untrusted.markdown(subject.series().name()));
  }

  /** A question without its condition and without the unit behind that. */
  static String withoutUnit(String unlimited, ValueLimit limit) {
    Matcher unit = UNIT.matcher(unlimited).region(limit.end(), unlimited.length());
    return unit.lookingAt()
        ? unlimited.substring(0, limit.end()) + unlimited.substring(unit.end())
        : unlimited;
  }

  private String share(int count, int all) {
    return subject.value(Math.round(1_000.0 * count / all) / 10.0);
  }

  private String when(String rest) {
    double[] values = subject.series().values();
    List<Segment> places =
        Runs.of(stretch.length(), i -> limit.holds().test(values[stretch.from() + i]))
            .segments()
            .stream()
            .map(run -> new Segment(stretch.from() + run.from(), stretch.from() + run.to()))
            .toList();
    if (places.isEmpty()) {
      StretchText text = new StretchText(subject);
      return "No value %s is %s. %s %s"
          .formatted(
              text.when(stretch),
              subject.written(limit),
              text.extreme("lowest", text.when(stretch), stretch, false),
              text.extreme("highest", text.when(stretch), stretch, true));
    }
    boolean many = places.size() > MOST_NAMED;
    Stream<Segment> named =
        many
            ? Stream.concat(places.stream().limit(MOST_NAMED), Stream.of(places.getLast()))
            : places.stream();
    return "%s In %s%s:\n\n%s"
        .formatted(
            count(rest),
            subject.count(places.size(), "place"),
            many ? ", the first %d and the last".formatted(MOST_NAMED) : "",
            named.map(this::line).collect(Collectors.joining("\n")));
  }

  private String line(Segment place) {
    return "- %s, %s".formatted(subject.times(place), subject.count(place.length(), "point"));
  }
}
