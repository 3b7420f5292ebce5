package io.hybridanomaly.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Times since the start of a recording, which no calendar knows.
 *
 * @param micros microseconds since the start, ascending; not copied, must not be changed afterwards
 * @param nanos nanoseconds behind the microseconds of each point, 0 to 999, or null if all are 0
 * @param unit the unit in which the file counts, and in which times are shown
 */
public record ElapsedTimes(long[] micros, short @Nullable [] nanos, Unit unit) implements TimeAxis {

  /** Units of time. */
  public enum Unit {
    MILLISECOND("ms", 1_000L),
    SECOND("s", 1_000_000L),
    MINUTE("min", 60_000_000L),
    HOUR("h", 3_600_000_000L),
    DAY("d", 86_400_000_000L);

    private final String symbol;
    private final long micros;

    Unit(String symbol, long micros) {
      this.symbol = symbol;
      this.micros = micros;
    }

    /** As it stands behind a number. */
    public String symbol() {
      return symbol;
    }

    /** Its length in microseconds. */
    public long micros() {
      return micros;
    }
  }

  private static final int DECIMALS = 12;

  // Written out, because NullAway does not see the annotation through a compact constructor.
  public ElapsedTimes(long[] micros, short @Nullable [] nanos, Unit unit) {
    if (nanos != null && nanos.length != micros.length) {
      throw new IllegalArgumentException("nanoseconds for each time expected");
    }
    this.micros = micros;
    this.nanos = nanos;
    this.unit = unit;
  }

  @Override
  public int size() {
    return micros.length;
  }

  /** The number without its unit, as a decimal. */
  public String number(int index) {
    BigDecimal finer = BigDecimal.valueOf(nanos == null ? 0 : nanos[index]).movePointLeft(3);
    BigDecimal number =
        BigDecimal.valueOf(micros[index])
            .add(finer)
            .divide(BigDecimal.valueOf(unit.micros()), DECIMALS, RoundingMode.HALF_EVEN);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** {@inheritDoc} For example {@code 12.5 s}. */
  @Override
  public String text(int index) {
    return number(index) + " " + unit.symbol();
  }

  /** {@inheritDoc} In the unit of the file. */
  @Override
  public double position(int index) {
    return (micros[index] + (nanos == null ? 0 : nanos[index] / 1000.0)) / unit.micros();
  }

  @Override
  public double instant(int index) {
    return position(index);
  }
}
