package io.hybridanomaly.importing.layout;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.NumberParser;
import io.hybridanomaly.importing.time.DateOrder;
import io.hybridanomaly.importing.time.DateParser;

/** Tells numbers and dates from other texts, in whatever notation. Not thread-safe. */
final class CellTyper {

  private final NumberParser point = new NumberParser(DecimalSeparator.POINT);
  private final NumberParser comma = new NumberParser(DecimalSeparator.COMMA);
  private final DateParser dates = new DateParser(DateOrder.DAY_MONTH);

  boolean isNumber(String cell) {
    return isNumber(point, cell) || isNumber(comma, cell);
  }

  private static boolean isNumber(NumberParser parser, String cell) {
    parser.parse(cell);
    return parser.status() == NumberParser.Status.NUMBER
        || parser.status() == NumberParser.Status.INFINITE;
  }

  /** Whether a cell is a date or a time of day. */
  boolean isDate(String cell) {
    return dates.recognises(cell);
  }

  /** Whether a cell is a number or a date. */
  boolean isTyped(String cell) {
    return isNumber(cell) || isDate(cell);
  }
}
