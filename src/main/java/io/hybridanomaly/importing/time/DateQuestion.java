package io.hybridanomaly.importing.time;

import java.util.List;

/**
 * A date column whose order of day and month the file leaves open.
 *
 * @param possible the orders that read every date
 * @param assumed the one that is used as long as nobody answers
 * @param reason a plain sentence with an example
 */
public record DateQuestion(List<DateOrder> possible, DateOrder assumed, String reason) {

  public DateQuestion {
    possible = List.copyOf(possible);
  }
}
