package io.hybridanomaly.export;

import io.hybridanomaly.series.ElapsedTimes;
import io.hybridanomaly.series.RowNumbers;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.Timestamps;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Times, values, component scores and labels as text: compressed and in base 64. Numbers come back
 * exactly, so that a restored result has the same anomalies to the point.
 *
 * @param times the axis, [points]
 * @param labels 0 or 1, [points]; null without
 * @param columns the series and its component scores, [columns × points]
 */
record SeriesBlock(TimeAxis times, byte @Nullable [] labels, double[][] columns) {

  private static final int BUFFER = 1 << 16;
  private static final int MAX_NANOS = 999;
  private static final byte ROWS = 0;
  private static final byte LOCAL_TIMES = 1;
  private static final byte ZONED_TIMES = 2;
  private static final byte ELAPSED_TIMES = 3;
  private static final byte INFERRED_ZONES = 4;

  /** The block as base 64 without line breaks. */
  String encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new GZIPOutputStream(bytes, BUFFER), BUFFER))) {
      out.writeInt(times.size());
      switch (times) {
        case RowNumbers rows -> {
          out.writeByte(ROWS);
          writeLongs(out, differences(widened(rows.rows())));
        }
        case Timestamps stamps -> {
          int[] offsets = stamps.offsetSeconds();
          byte zoned = stamps.offsetsInferred() ? INFERRED_ZONES : ZONED_TIMES;
          out.writeByte(offsets == null ? LOCAL_TIMES : zoned);
          writeLongs(out, differences(stamps.localMicros()));
          if (offsets != null) {
            writeLongs(out, differences(widened(offsets)));
          }
          writeNanos(out, stamps.nanos());
        }
        case ElapsedTimes elapsed -> {
          out.writeByte(ELAPSED_TIMES);
          writeLongs(out, differences(elapsed.micros()));
          out.writeUTF(elapsed.unit().name());
          writeNanos(out, elapsed.nanos());
        }
      }
      out.writeBoolean(labels != null);
      if (labels != null) {
        out.write(labels);
      }
      for (double[] column : columns) {
        long[] bits = new long[column.length];
        Arrays.setAll(bits, i -> Double.doubleToRawLongBits(column[i]));
        writeLongs(out, bits);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * Reads a block that anybody may have written.
   *
   * @param columnCount how many columns it must have
   * @param maxPoints more are refused before memory is taken for them
   * @throws ReportException if it is damaged or too long
   */
  static SeriesBlock decode(String text, int columnCount, int maxPoints) throws ReportException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(
                    new ByteArrayInputStream(Base64.getDecoder().decode(text)), BUFFER),
                BUFFER))) {
      int n = in.readInt();
      if (n < 1) {
        throw ReportException.damaged("the number of points is " + n);
      }
      if (n > maxPoints) {
        throw new ReportException(
            "The report holds %,d points, more than the %,d that this server takes: load it on your"
                    .formatted(n, maxPoints)
                + " own machine with a higher limits.max-rows.");
      }
      TimeAxis times = readTimes(in, n);
      byte @Nullable [] labels = null;
      if (in.readBoolean()) {
        labels = new byte[n];
        in.readFully(labels);
      }
      double[][] columns = new double[columnCount][n];
      for (double[] column : columns) {
        long[] bits = readLongs(in, n);
        for (int i = 0; i < n; i++) {
          column[i] = Double.longBitsToDouble(bits[i]);
          if (!Double.isFinite(column[i])) {
            throw ReportException.damaged("a number in it is not finite");
          }
        }
      }
      if (in.read() >= 0) {
        throw ReportException.damaged("something follows its numbers");
      }
      return new SeriesBlock(times, labels, columns);
    } catch (EOFException e) {
      throw ReportException.damaged("it ends too early");
    } catch (IOException | IllegalArgumentException e) {
      throw ReportException.damaged(String.valueOf(e.getMessage()));
    }
  }

  private static TimeAxis readTimes(DataInputStream in, int n) throws IOException, ReportException {
    byte kind = in.readByte();
    long[] numbers = sums(readLongs(in, n));
    return switch (kind) {
      case ROWS -> new RowNumbers(narrowed(numbers));
      case LOCAL_TIMES -> new Timestamps(numbers, null, readNanos(in, n));
      case ZONED_TIMES ->
          new Timestamps(numbers, narrowed(sums(readLongs(in, n))), readNanos(in, n));
      case INFERRED_ZONES ->
          new Timestamps(numbers, narrowed(sums(readLongs(in, n))), readNanos(in, n), true);
      case ELAPSED_TIMES -> {
        ElapsedTimes.Unit unit = ElapsedTimes.Unit.valueOf(in.readUTF());
        yield new ElapsedTimes(numbers, readNanos(in, n), unit);
      }
      default -> throw ReportException.damaged("its times are of an unknown kind");
    };
  }

  private static void writeNanos(DataOutputStream out, short @Nullable [] nanos)
      throws IOException {
    out.writeBoolean(nanos != null);
    if (nanos != null) {
      for (short nano : nanos) {
        out.writeShort(nano);
      }
    }
  }

  private static short @Nullable [] readNanos(DataInputStream in, int n) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    short[] nanos = new short[n];
    for (int i = 0; i < n; i++) {
      nanos[i] = in.readShort();
      if (nanos[i] < 0 || nanos[i] > MAX_NANOS) {
        throw new IllegalArgumentException("a time has " + nanos[i] + " nanoseconds");
      }
    }
    return nanos;
  }

  /** All first bytes, then all second bytes, and so on: that compresses far better. */
  private static void writeLongs(DataOutputStream out, long[] numbers) throws IOException {
    for (int shift = 56; shift >= 0; shift -= 8) {
      for (long number : numbers) {
        out.write((int) (number >>> shift));
      }
    }
  }

  private static long[] readLongs(DataInputStream in, int n) throws IOException {
    long[] numbers = new long[n];
    byte[] bytes = new byte[n];
    for (int shift = 56; shift >= 0; shift -= 8) {
      in.readFully(bytes);
      for (int i = 0; i < n; i++) {
        numbers[i] |= (bytes[i] & 0xFFL) << shift;
      }
    }
    return numbers;
  }

  private static long[] differences(long[] numbers) {
    long[] differences = numbers.clone();
    for (int i = numbers.length - 1; i > 0; i--) {
      differences[i] -= numbers[i - 1];
    }
    return differences;
  }

  private static long[] sums(long[] differences) {
    long[] numbers = differences.clone();
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] += numbers[i - 1];
    }
    return numbers;
  }

  private static long[] widened(int[] numbers) {
    return Arrays.stream(numbers).asLongStream().toArray();
  }

  private static int[] narrowed(long[] numbers) {
    int[] narrow = new int[numbers.length];
    Arrays.setAll(narrow, i -> (int) numbers[i]);
    return narrow;
  }
}
