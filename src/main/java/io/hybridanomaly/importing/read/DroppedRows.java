package io.hybridanomaly.importing.read;

import java.util.List;

/**
 * The rows left out for one reason.
 *
 * @param reason why
 * @param count how many
 * @param firstLines the line numbers of the first ones, from 1; at most 5
 */
public record DroppedRows(DropReason reason, int count, List<Long> firstLines) {

  public DroppedRows {
    firstLines = List.copyOf(firstLines);
  }
}
