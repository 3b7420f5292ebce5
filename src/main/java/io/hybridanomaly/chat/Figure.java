package io.hybridanomaly.chat;

import io.hybridanomaly.windowing.Quantiles;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A figure of values that a question can ask for. */
enum Figure {
  DEVIATION("standard deviation", "\\bstd(?:ev)?\\b"),
  // "What does it mean?" asks for something else.
  MEAN("mean", "\\baverage\\w*|^(?!.*\\bdo(?:es)?\\b).*\\bmean\\w*"),
  MEDIAN("median", "\\bmedian\\w*"),
  SUM("sum", "\\b(?:sum|total)\\w*"),
  MINIMUM("lowest value", "\\b(?:min|minim\\w*|lowest|smallest)\\b"),
  MAXIMUM("highest value", "\\b(?:max|maxim\\w*|highest|largest)\\b"),
  COUNT(
      "number of values",
      "\\bcount\\w*|\\bhow many\\b.*\\b(?:value|point|row|reading|measurement)\\w*"
          + "|\\b(?:value|point|row|reading|measurement)\\w*.*\\bhow many\\b");

  private final String noun;
  private final Pattern words;

  Figure(String noun, String words) {
    this.noun = noun;
    this.words = Pattern.compile(words, Pattern.DOTALL);
  }

  /** The one that a question asks for; of several the first in this order. */
  static Optional<Figure> in(String words) {
    return Arrays.stream(values()).filter(figure -> figure.words.matcher(words).find()).findFirst();
  }

  /** The word: {@code mean}. */
  String noun() {
    return noun;
  }

  /** Whether one of the values is the figure. */
  boolean isOneValue() {
    return this == MINIMUM || this == MAXIMUM;
  }

  /**
   * The figure of some values.
   *
   * @param part at least one
   */
  double of(double[] part) {
    return switch (this) {
      case DEVIATION -> deviation(part);
      case MEAN -> mean(part);
      case MEDIAN -> Quantiles.median(part);
      case SUM -> Arrays.stream(part).sum();
      case MINIMUM -> Arrays.stream(part).min().orElseThrow();
      case MAXIMUM -> Arrays.stream(part).max().orElseThrow();
      case COUNT -> part.length;
    };
  }

  private static double mean(double[] part) {
    return Arrays.stream(part).average().orElseThrow();
  }

  /** Of a sample: one less than there are values divides it. */
  private static double deviation(double[] part) {
    double mean = mean(part);
    double squares = Arrays.stream(part).map(value -> (value - mean) * (value - mean)).sum();
    return part.length < 2 ? 0 : Math.sqrt(squares / (part.length - 1));
  }
}
