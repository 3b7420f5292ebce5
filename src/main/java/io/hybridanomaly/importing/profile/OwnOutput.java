package io.hybridanomaly.importing.profile;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows the table that this program writes behind the columns of a file, by the names of its
 * columns: what it has computed is neither a value to be analysed nor the truth.
 */
final class OwnOutput {

  /** What was analysed, and behind it what every table of this program has. */
  private static final List<String> ALWAYS =
      List.of(
          "timestamp",
          "value",
          "reconstruction_score",
          "benford_score",
          "anomaly_score",
          "is_anomaly");

  /** What follows in the table of most versions, in this order. */
  private static final List<String> FURTHER =
      List.of("expected", "expected_low", "expected_high", "anomaly", "mark", "note");

  /** How many of them are the time and the value themselves. */
  private static final int READABLE = 2;

  private static final Pattern COUNT = Pattern.compile(" \\(\\d+\\)$");

  private final BitSet computed = new BitSet();

  private OwnOutput() {}

  /**
   * Looks for the table. Where a file has been through the program twice, there are two: the time
   * and the value are those of the first one.
   *
   * @param names of all columns, in their order
   */
  static OwnOutput in(List<String> names) {
    OwnOutput own = new OwnOutput();
    for (int i = 0; i + ALWAYS.size() <= names.size(); i++) {
      if (matches(names, i)) {
        own.computed.set(own.exists() ? i : i + READABLE, end(names, i + ALWAYS.size()));
      }
    }
    return own;
  }

  private static boolean matches(List<String> names, int start) {
    for (int i = 0; i < ALWAYS.size(); i++) {
      if (!plain(names.get(start + i)).equals(ALWAYS.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static int end(List<String> names, int start) {
    int end = start;
    for (String further : FURTHER) {
      if (end < names.size() && plain(names.get(end)).equals(further)) {
        end++;
      }
    }
    return end;
  }

  /** A name as it was written, without the count that tells it from an equal one before it. */
  private static String plain(String name) {
    return COUNT.matcher(name).replaceFirst("");
  }

  /** Whether the file has such a table. */
  boolean exists() {
    return !computed.isEmpty();
  }

  /**
   * Whether a column was computed by this program.
   *
   * @param column its index, from 0
   */
  boolean computed(int column) {
    return computed.get(column);
  }

  /**
   * Whether a column is the one that was analysed.
   *
   * @param column its index, from 0
   */
  boolean analysed(int column) {
    return exists() && column == computed.nextSetBit(0) - 1;
  }
}
