package io.hybridanomaly.importing.profile;

import java.util.List;

/**
 * A table that holds several series, of which one was read.
 *
 * @param columns the names of the columns that tell them apart; empty if a record is a series
 * @param names every series, in the order of the file; at most {@link #MOST}
 * @param chosen the one that was read
 */
public record SeriesChoice(List<String> columns, List<String> names, String chosen) {

  /** The most series whose names are kept. */
  public static final int MOST = 10_000;

  public SeriesChoice {
    columns = List.copyOf(columns);
    names = List.copyOf(names);
  }
}
