package io.hybridanomaly.uploads;

import java.util.Locale;

/** Numbers of bytes in words. */
public final class Sizes {

  private static final long MEGA = 1024 * 1024;

  private Sizes() {}

  /** {@code 100 MB}, {@code 1.5 MB}, {@code 20 KB} or {@code 12 bytes}. */
  public static String text(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    double value = bytes < MEGA ? bytes / 1024.0 : bytes / (double) MEGA;
    String unit = bytes < MEGA ? "KB" : "MB";
    return String.format(
        Locale.ROOT, value == Math.rint(value) ? "%.0f %s" : "%.1f %s", value, unit);
  }
}
