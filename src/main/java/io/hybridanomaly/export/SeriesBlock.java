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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Times, labels and columns of numbers as compressed bytes. Numbers come back exactly, so that a
 * restored result has the same anomalies to the point.
 *
 * @param times the axis, [points]
 * @param labels 0 or 1, [points]; null without
 * @param columns by name, in the order in which they are written, each [points]
 */
record SeriesBlock(TimeAxis times, byte @Nullable [] labels, Map<String, double[]> columns) {

  private static final int BUFFER = 1 << 16;
  private static final int MAX_NANOS = 999;
  private static final byte ROWS = 0;
  private static final byte LOCAL_TIMES = 1;
  private static final byte ZONED_TIMES = 2;
  private static final byte ELAPSED_TIMES = 3;
  private static final byte INFERRED_ZONES = 4;

  /** The block without the names of its columns. */
  byte[] encode() {
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
      for (double[] column : columns.values()) {
        long[] bits = new long[column.length];
        Arrays.setAll(bits, i -> Double.doubleToRawLongBits(column[i]));
        writeLongs(out, bits);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a block that anybody may have written.
   *
   * @param names of all columns, in their order
   * @param wanted the columns that are kept
   * @param maxPoints more are refused before memory is taken for them
   * @throws ReportException if it is damaged or too long
   */
  static SeriesBlock decode(byte[] block, List<String> names, Set<String> wanted, int maxPoints)
      throws ReportException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(
                new GZIPInputStream(new ByteArrayInputStream(block), BUFFER), BUFFER))) {
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
      Map<String, double[]> columns = new LinkedHashMap<>();
      for (String name : names) {
        double[] column = finite(readLongs(in, n));
        if (wanted.contains(name)) {
          columns.put(name, column);
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

  private static double[] finite(long[] bits) throws ReportException {
    double[] column = new double[bits.length];
    for (int i = 0; i < bits.length; i++) {
      column[i] = Double.longBitsToDouble(bits[i]);
      if (!Double.isFinite(column[i])) {
        throw ReportException.damaged("a number in it is not finite");
      }
    }
    return column;
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
