package io.hybridanomaly.importing;

import io.hybridanomaly.series.Timestamps;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads the time of each row as one {@link DateReading} says, and counts what the column tells
 * about the order of day and month. Not thread-safe: the last time stands in its fields.
 */
final class TimeReader {

  enum Status {
    TIME,
    MISSING,
    UNREADABLE
  }

  private static final double EXCEL_EPOCH_DAY = -25_569;
  private static final long FIRST_MICRO = -62_135_596_800L * 1_000_000;
  private static final long LAST_MICRO = 253_402_300_799L * 1_000_000;

  private final DateReading reading;
  private final DateParser parser;
  private final OrderEvidence orders = new OrderEvidence();
  private boolean twoDigitYears;
  private boolean finerThanMicros;

  private long localMicros;
  private int offsetSeconds;

  TimeReader(DateReading reading) {
    this.reading = reading;
    this.parser = new DateParser(reading.order());
  }

  long localMicros() {
    return localMicros;
  }

  /** Seconds east of UTC, or {@link Timestamps#NO_OFFSET}. */
  int offsetSeconds() {
    return offsetSeconds;
  }

  OrderEvidence orders() {
    return orders;
  }

  boolean twoDigitYears() {
    return twoDigitYears;
  }

  boolean finerThanMicros() {
    return finerThanMicros;
  }

  /**
   * Reads the time of a row from one or more columns.
   *
   * @param cells the cell of each column, from 0
   */
  Status read(IntFunction<String> cells, List<Integer> columns) {
    return switch (columns.size()) {
      case 1 -> read(cells.apply(columns.get(0)));
      case 2 -> read(cells.apply(columns.get(0)), cells.apply(columns.get(1)));
      default -> read(String.join(" ", columns.stream().map(cells::apply).toList()));
    };
  }

  Status read(String cell) {
    offsetSeconds = Timestamps.NO_OFFSET;
    boolean read = reading.style() == DateStyle.CALENDAR ? readCalendar(cell) : readNumber(cell);
    if (read) {
      return Status.TIME;
    }
    return CellTyper.isMissing(cell) ? Status.MISSING : Status.UNREADABLE;
  }

  /** Reads a date and a time of day from two cells, in either order. */
  Status read(String first, String second) {
    if (CellTyper.isMissing(first) || CellTyper.isMissing(second)) {
      return Status.MISSING;
    }
    Status joined = read(first + " " + second);
    if (joined == Status.TIME) {
      return joined;
    }
    // Spreadsheets write a date column with midnight in every cell.
    boolean added = readTimeOfDay(second) && addTo(first);
    return added || (readTimeOfDay(first) && addTo(second)) ? Status.TIME : Status.UNREADABLE;
  }

  private long timeOfDay;

  private boolean readTimeOfDay(String cell) {
    boolean time = parser.parse(cell) && parser.granularity() == DateGranularity.TIME;
    timeOfDay = time ? parser.localMicros() : 0;
    return time;
  }

  private boolean addTo(String dateCell) {
    if (read(dateCell) != Status.TIME
        || Math.floorMod(localMicros, ClockTime.MICROS_PER_DAY) != 0) {
      return false;
    }
    localMicros += timeOfDay;
    return true;
  }

  private boolean readCalendar(String cell) {
    boolean read = parser.parse(cell);
    orders.count(parser);
    if (!read || parser.granularity() != reading.granularity()) {
      return false;
    }
    localMicros = parser.localMicros();
    offsetSeconds = parser.offsetSeconds();
    twoDigitYears |= parser.twoDigitYear();
    finerThanMicros |= parser.finerThanMicros();
    return true;
  }

  private boolean readNumber(String cell) {
    long whole = PlainNumber.digits(cell);
    if (whole >= 0 && reading.style() == DateStyle.EPOCH_MICROS && whole <= LAST_MICRO) {
      localMicros = whole;
      return true;
    }
    if (whole >= 0 && reading.style() == DateStyle.EPOCH_MILLIS && whole <= LAST_MICRO / 1000) {
      localMicros = whole * 1000;
      return true;
    }
    if (whole >= 0
        && reading.style() == DateStyle.EPOCH_SECONDS
        && whole <= LAST_MICRO / 1_000_000) {
      localMicros = whole * 1_000_000;
      return true;
    }
    return readDecimal(Blanks.strip(cell).replace(',', '.'));
  }

  private boolean readDecimal(String text) {
    if (!PlainNumber.matches(text)) {
      return false;
    }
    boolean excel = reading.style() == DateStyle.EXCEL_SERIAL;
    double micros =
        excel ? excelMicros(text) : Double.parseDouble(text) * Math.pow(10, decimalsToMicros());
    if (!(micros >= FIRST_MICRO && micros <= LAST_MICRO)) {
      return false;
    }
    boolean rounded = excel || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
    localMicros = rounded ? Math.round(micros) : PlainNumber.scaled(text, decimalsToMicros());
    return true;
  }

  /** The power of ten that makes microseconds of a unit. */
  private int decimalsToMicros() {
    return switch (reading.style()) {
      case EPOCH_SECONDS -> 6;
      case EPOCH_MILLIS -> 3;
      case EPOCH_NANOS -> -3;
      default -> 0;
    };
  }

  /**
   * A serial number has about 15 digits and is never meant to the microsecond: rounded to
   * milliseconds, or to seconds if few decimals were written.
   */
  private static double excelMicros(String text) {
    double micros = (Double.parseDouble(text) + EXCEL_EPOCH_DAY) * ClockTime.MICROS_PER_DAY;
    int point = text.indexOf('.');
    double unit = point < 0 || text.length() - point - 1 <= 6 ? 1e6 : 1e3;
    return Math.rint(micros / unit) * unit;
  }
}
