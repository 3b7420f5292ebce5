package io.hybridanomaly.importing.profile;

import java.util.Optional;

/** Which column of a labelled file holds the truth. */
public final class LabelColumn {

  private LabelColumn() {}

  /**
   * The first column of zeros and ones that has one of the usual names. What this program has
   * flagged before is not the truth.
   */
  public static Optional<CsvColumn> guess(CsvProfile profile) {
    return profile.columns().stream()
        .filter(column -> column.kind() == ColumnKind.BINARY)
        .filter(column -> ColumnNames.soundsLikeLabel(column.name()))
        .filter(column -> !profile.isComputed(column))
        .findFirst();
  }
}
