package io.hybridanomaly.chat;

import io.hybridanomaly.chat.CalendarMeans.By;
import io.hybridanomaly.series.Timestamps;
import io.hybridanomaly.windowing.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions that have an answer in the data at hand. */
final class Examples {

  private final Subject subject;
  private final Optional<Timestamps> dates;

  Examples(Subject subject) {
    this.subject = subject;
    this.dates =
        subject.series().times() instanceof Timestamps stamps
            ? Optional.of(stamps)
            : Optional.empty();
  }

  /** In the middle of the series, a month is whole in most. */
  String mean() {
    return dates
        .map(times -> times.localDateTime(times.size() / 2))
        .map(time -> "What was the mean in %s %d?".formatted(By.MONTH.name(time), time.getYear()))
        .orElse("What is the mean?");
  }

  /** About the first anomaly, or about why there is none. */
  String why() {
    return subject.result().anomalies().isEmpty()
        ? "Why is nothing flagged?"
        : "Why was anomaly 1 flagged?";
  }

  /** A sentence with some of them. */
  String sentence() {
    List<String> questions = new ArrayList<>();
    questions.add(mean());
    questions.add(
        "How many values are above %s?"
            .formatted(subject.value(Facts.round(Quantiles.median(subject.series().values())))));
    if (dates.filter(By.WEEKDAY::suits).isPresent()) {
      questions.add("Which weekday is the strongest?");
    }
    return "You can ask, for example: “%s” or “%s”."
        .formatted(String.join("”, “", questions), why());
  }
}
