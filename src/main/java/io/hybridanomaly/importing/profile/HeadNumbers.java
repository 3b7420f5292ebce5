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
