package io.hybridanomaly.importing.time;

import io.hybridanomaly.importing.number.PlainNumber;
import io.hybridanomaly.importing.text.Blanks;
import io.hybridanomaly.importing.text.CsvRow;
import io.hybridanomaly.importing.text.MissingTokens;
import io.hybridanomaly.series.Timestamps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Reads the time of each row as one {@link DateReading} says, and counts what the column tells
 * about the order of day and month. Not thread-safe: the last time stands in its fields.
 */
public final class TimeReader {

  /** What the last time was. */
  public enum Status {
    TIME,
    MISSING,
    UNREADABLE,
    /** A value for the whole year among months or quarters. */
    YEARLY
  }

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,19}\\.?\\d{0,20}|\\.\\d{1,20})([eE][+-]?\\d{1,2})?");
  private static final int LONGEST_ELAPSED = 40;
  private static final double EXCEL_EPOCH_DAY = -25_569;
  private static final long FIRST_MICRO = -62_135_596_800L * 1_000_000;
  private static final long LAST_MICRO = 253_402_300_799L * 1_000_000;

  private final DateReading reading;
  private final long unitMicros;
  private final DecimalYears decimalYears;
  private final DateParser parser;
  private final JoinedTime joined;
  private final OrderEvidence orders = new OrderEvidence();
  private final OrderChange orderChange;
  private final Set<String> zoneWords = new LinkedHashSet<>();
  private String lastZone = "";
  private boolean intervals;
  private boolean openZone;
  private boolean twoDigitYears;
  private boolean finerThanNanos;

  private long localMicros;
  private int nanos;
  private int offsetSeconds;

  /** Reads times of one meaning. */
  public TimeReader(DateReading reading) {
    this.reading = reading;
    this.unitMicros = reading.style().microsPerUnit();
    this.decimalYears = new DecimalYears(reading.granularity());
    this.parser = new DateParser(reading.order(), reading.names());
    this.orderChange = new OrderChange(reading.order());
    this.joined = new JoinedTime(parser, reading.names().months());
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

  /** Whether that order changes within the column. */
  public OrderChange orderChange() {
    return orderChange;
  }

  /** Whether a year had two digits. */
  public boolean twoDigitYears() {
    return twoDigitYears;
  }

  /** Whether digits behind the nanoseconds were cut off. */
  public boolean finerThanNanos() {
    return finerThanNanos;
  }

  /** The abbreviations of zones so far, in small letters. */
  public Set<String> zoneWords() {
    return zoneWords;
  }

  /** Whether a zone was passed over because its name has several meanings. */
  public boolean openZone() {
    return openZone;
  }

  /** Whether intervals were read, of which the start counts. */
  public boolean intervals() {
    return intervals;
  }

  /** Reads the time of a row from a record. */
  public Status read(CsvRow row, int[] columns) {
    if (columns.length == 1) {
      return read(row.text(), row.from(columns[0]), row.to(columns[0]));
    }
    if (reading.parts().isEmpty()) {
      return read(row::get, Arrays.stream(columns).boxed().toList());
    }
    joined.start();
    for (int i = 0; i < columns.length; i++) {
      Status status = take(i, row.text(), row.from(columns[i]), row.to(columns[i]));
      if (status != Status.TIME) {
        return status;
      }
    }
    return finishJoined();
  }

  /**
   * Reads the time of a row from one or more columns.
   *
   * @param cells the cell of each column, from 0
   */
  public Status read(IntFunction<String> cells, List<Integer> columns) {
    if (!reading.parts().isEmpty()) {
      joined.start();
      for (int i = 0; i < columns.size(); i++) {
        char[] text = cells.apply(columns.get(i)).toCharArray();
        Status status = take(i, text, 0, text.length);
        if (status != Status.TIME) {
          return status;
        }
      }
      return finishJoined();
    }
    return switch (columns.size()) {
      case 1 -> read(cells.apply(columns.get(0)));
      case 2 -> read(cells.apply(columns.get(0)), cells.apply(columns.get(1)));
      default -> read(String.join(" ", columns.stream().map(cells::apply).toList()));
    };
  }

  private Status take(int index, char[] text, int from, int to) {
    TimePart part = reading.parts().get(index);
    Status status = joined.take(part, text, from, to);
    if (part == TimePart.DATE) {
      orders.count(parser);
      noteDate();
    } else if (part == TimePart.CLOCK) {
      noteDate();
    }
    return status;
  }

  private Status finishJoined() {
    Status status = joined.finish();
    localMicros = joined.localMicros();
    nanos = joined.nanos();
    offsetSeconds = joined.offsetSeconds();
    twoDigitYears |= joined.twoDigitYear();
    return status;
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
    boolean dash = readTimeOfDay(second) && parser.interval();
    Status joinedText = dash ? Status.UNREADABLE : read(first + " " + second);
    if (joinedText == Status.TIME) {
      return joinedText;
    }
    // Spreadsheets write a date column with midnight in every cell.
    boolean added = readTimeOfDay(second) && addTo(first);
    return added || (readTimeOfDay(first) && addTo(second)) ? Status.TIME : Status.UNREADABLE;
  }

  private long timeOfDay;
  private int timeNanos;

  private boolean readTimeOfDay(String cell) {
    boolean time = parser.parse(cell) && parser.granularity() == DateGranularity.TIME;
    intervals |= time && parser.interval();
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
    orderChange.see(parser, read);
    if (!read || parser.granularity() != reading.granularity()) {
      return false;
    }
    localMicros = parser.localMicros();
    nanos = parser.nanos();
    offsetSeconds = parser.offsetSeconds();
    noteDate();
    return true;
  }

  /** Keeps what the last date tells about the column. */
  private void noteDate() {
    if (parser.isPlain()) {
      return;
    }
    twoDigitYears |= parser.twoDigitYear();
    finerThanNanos |= parser.finerThanNanos();
    intervals |= parser.interval();
    String zone = parser.zoneWord();
    if (!zone.isEmpty()) {
      openZone |= parser.offsetSeconds() == Timestamps.NO_OFFSET;
      if (!zone.equals(lastZone)) {
        lastZone = zone;
        zoneWords.add(zone);
      }
    }
  }

  private boolean readNumber(char[] text, int from, int to) {
    long whole = PlainNumber.digits(text, from, to);
    if (unitMicros > 0 && whole >= 0 && whole <= LAST_MICRO / unitMicros) {
      localMicros = whole * unitMicros;
      return true;
    }
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
      return reading.style().isElapsed() && readElapsed(text);
    }
    if (reading.style().isElapsed()) {
      return readElapsed(text);
    }
    boolean scale =
        reading.style() != DateReading.Style.EXCEL_SERIAL
            && reading.style() != DateReading.Style.DECIMAL_YEAR;
    double micros =
        switch (reading.style()) {
          case EXCEL_SERIAL -> excelMicros(text);
          case DECIMAL_YEAR -> decimalYears.micros(Double.parseDouble(text));
          default -> Double.parseDouble(text) * Math.pow(10, decimalsToNanos()) / 1000;
        };
    if (!(micros >= FIRST_MICRO && micros <= LAST_MICRO)) {
      return false;
    }
    if (!scale || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      localMicros = Math.round(micros);
      return true;
    }
    return setNanos(PlainNumber.scaled(text, decimalsToNanos()));
  }

  private boolean setNanos(BigInteger all) {
    BigInteger[] parts = all.divideAndRemainder(BigInteger.valueOf(1000));
    // Before 1970 the remainder is negative: the nanoseconds count from the microsecond below.
    int remainder = parts[1].intValue();
    localMicros = parts[0].longValueExact() - (remainder < 0 ? 1 : 0);
    nanos = remainder < 0 ? remainder + 1000 : remainder;
    return true;
  }

  /** A time since the start, to the nanosecond. */
  private boolean readElapsed(String text) {
    BigDecimal number;
    try {
      number = text.length() > LONGEST_ELAPSED ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return false;
    }
    if (number == null || Math.abs(number.doubleValue()) * unitMicros > LAST_MICRO) {
      return false;
    }
    BigDecimal nanosecond =
        number.multiply(BigDecimal.valueOf(unitMicros * 1000L)).setScale(0, RoundingMode.HALF_EVEN);
    return setNanos(nanosecond.toBigInteger());
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

  private static double excelMicros(String text) {
    double micros = (Double.parseDouble(text) + EXCEL_EPOCH_DAY) * ClockTime.MICROS_PER_DAY;
    return rounded(micros, text.toCharArray(), 0, text.length());
  }

  /**
   * A serial number has about 15 digits and is never meant to the microsecond: rounded to
   * milliseconds, or to seconds if few decimals were written.
   */
  static long rounded(double micros, char[] text, int from, int to) {
    int point = from;
    while (point < to && text[point] != '.' && text[point] != ',') {
      point++;
    }
    double unit = to - point - 1 <= 6 ? 1e6 : 1e3;
    return (long) (Math.rint(micros / unit) * unit);
  }

  /** A plain decimal; NaN for any other text. */
  static double decimal(char[] text, int from, int to) {
    String number = new String(text, from, to - from).replace(',', '.');
    return NUMBER.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
  }
}
