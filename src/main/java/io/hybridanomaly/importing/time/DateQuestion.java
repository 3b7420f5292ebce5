package io.hybridanomaly.importing.time;

import java.util.List;

/**
 * A date column whose order of day and month the file leaves open.
 *
 * @param possible the orders that read every date
 * @param assumed the one that is used as long as nobody answers
 * @param reason a plain sentence with an example
 * @param previews the first and the last date in each of the orders, such as "1 February 2024 … 3
 *     December 2024"
 */
public record DateQuestion(
    List<DateOrder> possible, DateOrder assumed, String reason, List<String> previews) {

  public DateQuestion {
    possible = List.copyOf(possible);
    previews = List.copyOf(previews);
  }

  /** The first and the last date in the order that is assumed. */
  public String assumedPreview() {
    return previews.get(possible.indexOf(assumed));
  }
}
