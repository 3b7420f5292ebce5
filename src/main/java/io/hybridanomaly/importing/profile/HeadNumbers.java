package io.hybridanomaly.importing.profile;

import io.hybridanomaly.importing.number.DecimalSeparator;
import io.hybridanomaly.importing.number.NumberParser;
import java.util.Arrays;
import java.util.List;

/**
 * The first cells of a column read as numbers.
 *
 * @param values the numbers among them, in order
 * @param decimal the decimal separator that reads most of them
 */
record HeadNumbers(double[] values, DecimalSeparator decimal) {

  static HeadNumbers of(List<String> cells, char delimiter) {
    double[] point = new double[cells.size()];
    NumberParser pointParser = new NumberParser(DecimalSeparator.POINT);
    int points = parse(cells, pointParser, point);
    if (pointParser.evidence().decide(delimiter) == DecimalSeparator.POINT) {
      return new HeadNumbers(Arrays.copyOf(point, points), DecimalSeparator.POINT);
    }
    double[] comma = new double[cells.size()];
    int commas = parse(cells, new NumberParser(DecimalSeparator.COMMA), comma);
    return new HeadNumbers(Arrays.copyOf(comma, commas), DecimalSeparator.COMMA);
  }

  private static int parse(List<String> cells, NumberParser parser, double[] into) {
    int count = 0;
    for (String cell : cells) {
      double value = parser.parse(cell);
      if (parser.status() == NumberParser.Status.NUMBER) {
        into[count++] = value;
      }
    }
    return count;
  }

  int count() {
    return values.length;
  }

  boolean allBinary() {
    return Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
  }

  boolean allWhole() {
    return Arrays.stream(values).allMatch(value -> value == Math.rint(value));
  }

  boolean within(double from, double to) {
    return count() > 0 && Arrays.stream(values).allMatch(value -> value >= from && value <= to);
  }

  /**
   * Whether the numbers run as a clock does that was rounded: never back, and the same number
   * stands about as often everywhere.
   */
  boolean steadyRepeats() {
    if (!ascending()) {
      return false;
    }
    double[] distinct = Arrays.stream(values).distinct().toArray();
    return distinct.length * 20 >= values.length && new HeadNumbers(distinct, decimal).steady();
  }

  /**
   * The length of the cycle if the numbers count up by one and start again at the same number, a
   * few rows aside; 0 if they do not, or hardly two cycles are there.
   */
  int cycle() {
    if (values.length < 3 || !allWhole()) {
      return 0;
    }
    double least = Arrays.stream(values).min().orElse(0);
    double most = max();
    int up = 0;
    int restarts = 0;
    for (int i = 1; i < values.length; i++) {
      up += values[i] == values[i - 1] + 1 ? 1 : 0;
      restarts += values[i] == least && values[i - 1] == most ? 1 : 0;
    }
    boolean counts = (up + restarts) * 20L >= (values.length - 1) * 19L && restarts > 0;
    return counts && most - least < 300 ? (int) (most - least) + 1 : 0;
  }

  /** The greatest number; negative infinity if there is none. */
  double max() {
    return Arrays.stream(values).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** Whether every number is above the one before it. */
  boolean strictlyAscending() {
    for (int i = 1; i < values.length; i++) {
      if (values[i] <= values[i - 1]) {
        return false;
      }
    }
    return values.length > 2;
  }

  /** Whether the steps between the numbers are alike: no step is far longer than the usual one. */
  boolean steady() {
    double[] steps = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = values[i + 1] - values[i];
    }
    Arrays.sort(steps);
    if (steps.length < 2 || steps[0] <= 0) {
      return false;
    }
    double usual = steps[steps.length / 2];
    return steps[steps.length / 20] >= usual * 0.7 && steps[steps.length * 19 / 20] <= usual * 1.4;
  }

  /** Whether no number is below the one before it, and the last above the first. */
  boolean ascending() {
    for (int i = 1; i < values.length; i++) {
      if (values[i] < values[i - 1]) {
        return false;
      }
    }
    return values.length > 1 && values[values.length - 1] > values[0];
  }

  /** Whether the numbers rise in equal steps, as a clock does, a few lost rows aside. */
  boolean rising() {
    int equal = 0;
    for (int i = 1; i < values.length; i++) {
      double step = values[i] - values[i - 1];
      if (step <= 0) {
        return false;
      }
      double rounding = 1e-9 * Math.abs(values[i]);
      equal += Math.abs(step - (values[1] - values[0])) <= rounding ? 1 : 0;
    }
    return values.length > 2 && equal * 20 >= (values.length - 1) * 19;
  }

  /** Whether the numbers count up by one, a few lost rows aside. */
  boolean running() {
    int steps = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] <= values[i - 1]) {
        return false;
      }
      steps += values[i] == values[i - 1] + 1 ? 1 : 0;
    }
    return values.length > 2 && allWhole() && steps * 20 >= (values.length - 1) * 19;
  }
}
