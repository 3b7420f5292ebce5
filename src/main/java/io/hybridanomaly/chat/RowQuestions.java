package io.hybridanomaly.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Questions about rows that repeat or are round, which no course over time shows: what the points
 * say of them, and where the rows are looked at.
 */
final class RowQuestions {

  private static final Pattern REPEATED =
      Pattern.compile(
          "\\b(?:exact copies|identical (?:%1$s)"
              .concat("|(?:paid|entered|booked|posted|billed|invoiced|recorded)")
              .concat(" (?:twice|double|doubly)|double (?:%1$s))\\b")
              .formatted(
                  "copies|rows?|lines?|records?|payments?|postings?|entr(?:y|ies)|bookings?"
                      + "|invoices?|amounts?|transactions?"));

  /** They say it alone, unless they are the name of the series. */
  private static final Pattern DUPLICATES = Pattern.compile("\\b(?:duplicat\\w*|doublets?)\\b");

  private static final Pattern ROUND =
      Pattern.compile("\\bround (?:amounts?|numbers?|values?|sums?|figures?)\\b");

  /** A month, where the data have no dates. */
  private static final Pattern MONTH =
      Pattern.compile("\\b(?:in|of|for|during|since|until) " + TimePhrases.MONTH + "\\b");

  /** Words that limit other questions, and not these. */
  private static final String[] OF_ROWS = {"row", "rows", "this", "same"};

  private static final String WHERE = "**Open the ledger view** below the data: ";

  private RowQuestions() {}

  /**
   * The answer.
   *
   * @param rest the question in lower case without its times
   * @param times that it names
   * @return empty if it asks for something else
   */
  static Optional<String> answer(String rest, List<TimePhrases.Phrase> times, Subject subject) {
    return ofRows(rest, subject).map(text -> text + note(rest, times, subject));
  }

  private static Optional<String> ofRows(String rest, Subject subject) {
    NameWords name = NameWords.of(subject.series().name());
    boolean duplicates =
        DUPLICATES.matcher(rest).results().anyMatch(word -> !name.have(word.group()));
    if (duplicates || says(REPEATED, rest, subject)) {
      return Optional.of(repeated(subject));
    }
    return says(ROUND, rest, subject)
        ? Optional.of(
            WHERE
                + "its tab “Round amounts” lists the rows with multiples of round numbers. Anomalies"
                + " are those of the course over time only.")
        : Optional.empty();
  }

  /** Whether a question says something otherwise than by the name of the series. */
  private static boolean says(Pattern words, String rest, Subject subject) {
    List<MatchResult> names =
        NameWords.whole(subject.series().name()).matcher(rest).results().toList();
    return words
        .matcher(rest)
        .results()
        .anyMatch(
            said ->
                names.stream()
                    .noneMatch(name -> name.start() <= said.start() && said.end() <= name.end()));
  }

  /** Rows of a time only are not looked for. */
  private static String note(String rest, List<TimePhrases.Phrase> times, Subject subject) {
    if (!times.isEmpty()) {
      return "\n\nThis is about the whole file, not only about %s."
          .formatted(
              times.stream()
                  .map(time -> "“%s”".formatted(subject.written(time)))
                  .collect(Collectors.joining(" and ")));
    }
    boolean limited =
        MONTH.matcher(rest).find() || !new QuestionWords(rest, subject).limitNothingBut(OF_ROWS);
    return limited
        ? "\n\nThis is about the whole file: what limits the question is not taken into account."
        : "";
  }

  private static String repeated(Subject subject) {
    double[] values = subject.series().values();
    Map<Double, Long> counts =
        Arrays.stream(values)
            // Adding 0 makes -0.0 equal to 0.0.
            .mapToObj(value -> value + 0.0)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long repeated = counts.values().stream().filter(count -> count > 1).mapToLong(n -> n).sum();
    int sameTime = subject.analysis().dataset().summary().duplicateTimes();
    return ("**%s of %s values** occur more than once, and %s. Whether rows repeat as a whole these"
            + " points do not tell. %sits tabs list the copies, and rows with the same amount, the"
            + " same amount and date, and the same amount and text of another column.")
        .formatted(
            subject.count(repeated),
            subject.count(values.length),
            sameTime == 0
                ? "no two points share their time"
                : subject.count(sameTime, "point")
                    + (sameTime == 1 ? " has" : " have")
                    + " the time of the one before",
            WHERE);
  }
}
