package io.hybridanomaly.cli;

/** How much of a table is judged. */
enum Extent {
  /** One series. */
  ONE,
  /** Each series of a table that holds several. */
  SERIES,
  /** Each value column. */
  COLUMNS,
  /** Each series if the table holds several, otherwise each value column. */
  ALL
}
