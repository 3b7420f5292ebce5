package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.number.PlainNumber;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.series.Timestamps;
import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads the time of each row as one {@link DateReading} says, and counts what the column tells
 * about the order of day and month. Not thread-safe: the last time stands in its fields.
 */
public final class TimeReader {

  /** What the last time was. */
  public enum Status {
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
  private boolean finerThanNanos;

  private long localMicros;
  private int nanos;
  private int offsetSeconds;

  /** Reads times of one meaning. */
  public TimeReader(DateReading reading) {
    this.reading = reading;
    this.parser = new DateParser(reading.order());
  }

  /** Microseconds of the written wall clock since 1970. */
  public long localMicros() {
    return localMicros;
  }

  /** Nanoseconds behind the microseconds, below 1000. */
  public int nanos() {
    return nanos;
  }

  /** Seconds east of UTC, or {@link Timestamps#NO_OFFSET}. */
  public int offsetSeconds() {
    return offsetSeconds;
  }

  /** What the times so far say about the order of day, month and year. */
  public OrderEvidence orders() {
    return orders;
  }

  /** Whether a year had two digits. */
  public boolean twoDigitYears() {
    return twoDigitYears;
  }

  /** Whether digits behind the nanoseconds were cut off. */
  public boolean finerThanNanos() {
    return finerThanNanos;
  }

  /**
   * Reads the time of a row from one or more columns.
   *
   * @param cells the cell of each column, from 0
   */
  public Status read(IntFunction<String> cells, List<Integer> columns) {
    return switch (columns.size()) {
      case 1 -> read(cells.apply(columns.get(0)));
      case 2 -> read(cells.apply(columns.get(0)), cells.apply(columns.get(1)));
      default -> read(String.join(" ", columns.stream().map(cells::apply).toList()));
    };
  }

  /** Reads the time of a row from one cell. */
  public Status read(String cell) {
    return read(cell.toCharArray(), 0, cell.length());
  }

  /** Reads the time of a row from a part of a text. */
  public Status read(char[] text, int from, int to) {
    offsetSeconds = Timestamps.NO_OFFSET;
    nanos = 0;
    boolean read =
        reading.style() == DateReading.Style.CALENDAR
            ? readCalendar(text, from, to)
            : readNumber(text, from, to);
    if (read) {
      return Status.TIME;
    }
    return MissingTokens.isMissing(new String(text, from, to - from))
        ? Status.MISSING
        : Status.UNREADABLE;
  }

  /** Reads a date and a time of day from two cells, in either order. */
  Status read(String first, String second) {
    if (MissingTokens.isMissing(first) || MissingTokens.isMissing(second)) {
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
  private int timeNanos;

  private boolean readTimeOfDay(String cell) {
    boolean time = parser.parse(cell) && parser.granularity() == DateGranularity.TIME;
    timeOfDay = time ? parser.localMicros() : 0;
    timeNanos = time ? parser.nanos() : 0;
    return time;
  }

  private boolean addTo(String dateCell) {
    if (read(dateCell) != Status.TIME
        || Math.floorMod(localMicros, ClockTime.MICROS_PER_DAY) != 0) {
      return false;
    }
    localMicros += timeOfDay;
    nanos = timeNanos;
    return true;
  }

  private boolean readCalendar(char[] text, int from, int to) {
    boolean read = parser.parse(text, from, to);
    orders.count(parser);
    if (!read || parser.granularity() != reading.granularity()) {
      return false;
    }
    localMicros = parser.localMicros();
    nanos = parser.nanos();
    offsetSeconds = parser.offsetSeconds();
    twoDigitYears |= parser.twoDigitYear();
    finerThanNanos |= parser.finerThanNanos();
    return true;
  }

  private boolean readNumber(char[] text, int from, int to) {
    long whole = PlainNumber.digits(text, from, to);
    long unit =
        switch (reading.style()) {
          case EPOCH_MICROS -> 1;
          case EPOCH_MILLIS -> 1_000;
          case EPOCH_SECONDS -> 1_000_000;
          default -> 0;
        };
    if (unit > 0 && whole >= 0 && whole <= LAST_MICRO / unit) {
      localMicros = whole * unit;
      return true;
    }
    return readDecimal(Blanks.strip(new String(text, from, to - from)).replace(',', '.'));
  }

  private boolean readDecimal(String text) {
    if (!PlainNumber.matches(text)) {
      return false;
    }
    boolean excel = reading.style() == DateReading.Style.EXCEL_SERIAL;
    double micros =
        excel
            ? excelMicros(text)
            : Double.parseDouble(text) * Math.pow(10, decimalsToNanos()) / 1000;
    if (!(micros >= FIRST_MICRO && micros <= LAST_MICRO)) {
      return false;
    }
    if (excel || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      localMicros = Math.round(micros);
      return true;
    }
    BigInteger[] parts =
        PlainNumber.scaled(text, decimalsToNanos()).divideAndRemainder(BigInteger.valueOf(1000));
    // Before 1970 the remainder is negative: the nanoseconds count from the microsecond below.
    int remainder = parts[1].intValue();
    localMicros = parts[0].longValueExact() - (remainder < 0 ? 1 : 0);
    nanos = remainder < 0 ? remainder + 1000 : remainder;
    return true;
  }

  /** The power of ten that makes nanoseconds of a unit. */
  private int decimalsToNanos() {
    return switch (reading.style()) {
      case EPOCH_SECONDS -> 9;
      case EPOCH_MILLIS -> 6;
      case EPOCH_MICROS -> 3;
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
