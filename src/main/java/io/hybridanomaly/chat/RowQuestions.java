package io.hybridanomaly.chat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Questions about rows that repeat or are round, which no course over time shows: what the points
 * say of them, and where the rows are looked at.
 */
final class RowQuestions {

  private static final Pattern REPEATED =
      Pattern.compile(
          "\\b(?:duplicat\\w*|(?:exact )?copies|doublets?"
              + "|(?:paid|entered|booked|posted|billed|invoiced|recorded) (?:twice|double|doubly)"
              + "|double (?:payments?|postings?|entr(?:y|ies)|bookings?|invoices?|amounts?))\\b");

  private static final Pattern ROUND =
      Pattern.compile("\\bround (?:amounts?|numbers?|values?|sums?|figures?)\\b");

  private static final String WHERE = "**Open the ledger view** below the data: ";

  private RowQuestions() {}

  /**
   * The answer.
   *
   * @param words the question in lower case
   * @return empty if it asks for something else
   */
  static Optional<String> answer(String words, Subject subject) {
    if (REPEATED.matcher(words).find()) {
      return Optional.of(repeated(subject));
    }
    return ROUND.matcher(words).find()
        ? Optional.of(
            WHERE
                + "its tab “Round amounts” lists the rows with multiples of round numbers. Anomalies"
                + " are those of the course over time only.")
        : Optional.empty();
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
