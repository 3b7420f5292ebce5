package io.hybridanomaly.jobs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Arrays of numbers as compressed bytes, exact to the last bit: of all numbers the first bytes,
 * then the second ones, and so on, which compresses far better.
 */
final class NumberBlock {

  private static final int LAST_SHIFT = 56;

  private NumberBlock() {}

  static byte[] encode(double[]... arrays) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
      out.writeInt(arrays.length);
      for (double[] array : arrays) {
        out.writeInt(array.length);
        byte[] plane = new byte[array.length];
        for (int shift = LAST_SHIFT; shift >= 0; shift -= Byte.SIZE) {
          for (int i = 0; i < array.length; i++) {
            plane[i] = (byte) (Double.doubleToRawLongBits(array[i]) >>> shift);
          }
          out.write(plane);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      fast.end();
    }
    return bytes.toByteArray();
  }

  static double[][] decode(byte[] block) {
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(block)))) {
      double[][] arrays = new double[in.readInt()][];
      for (int a = 0; a < arrays.length; a++) {
        arrays[a] = array(in, in.readInt());
      }
      return arrays;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] array(DataInputStream in, int length) throws IOException {
    long[] bits = new long[length];
    byte[] plane = new byte[length];
    for (int shift = LAST_SHIFT; shift >= 0; shift -= Byte.SIZE) {
      in.readFully(plane);
      for (int i = 0; i < length; i++) {
        bits[i] |= (plane[i] & 0xFFL) << shift;
      }
    }
    double[] array = new double[length];
    for (int i = 0; i < length; i++) {
      array[i] = Double.longBitsToDouble(bits[i]);
    }
    return array;
  }
}
