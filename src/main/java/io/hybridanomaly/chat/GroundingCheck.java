package io.hybridanomaly.chat;

import io.hybridanomaly.chat.FigureReader.Figure;
import io.hybridanomaly.chat.FigureReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the figures that an answer claims to have from the data with the data. A figure is right
 * if it is one of the facts that the model was given, rounded or cut off as written, or follows
 * from two of them in the same paragraph: as their difference, sum, ratio or as a percentage.
 */
public final class GroundingCheck {

  /** Heading of what the answer says of the data. */
  public static final String FROM_DATA = "From your data";

  /** Heading of what the answer has from the web. */
  public static final String FROM_WEB = "From the web";

  private static final Pattern HEADING =
      Pattern.compile("(?m)^[ \\t]*(?:#{1,6}[ \\t]+|\\*\\*)([^\\n*#]{1,80}).*$");

  /**
   * A figure that is not in the data.
   *
   * @param start its first character in the answer, from 0
   * @param end the character after its last
   * @param figure as the answer writes it
   */
  public record Mismatch(int start, int end, String figure) {}

  private GroundingCheck() {}

  /** The figures of an answer that are not known. */
  static List<Mismatch> check(String answer, GroundedFigures known) {
    List<Mismatch> mismatches = new ArrayList<>();
    for (TextSpan part : dataParts(answer)) {
      int start = part.from();
      for (String paragraph : answer.substring(part.from(), part.to()).split("(?<=\\n)", -1)) {
        check(paragraph, start, known, mismatches);
        start += paragraph.length();
      }
    }
    return mismatches;
  }

  /**
   * The parts that claim to be about the data: those under the heading, or without it everything up
   * to the part from the web.
   */
  static List<TextSpan> dataParts(String answer) {
    List<TextSpan> parts = new ArrayList<>();
    Matcher heading = HEADING.matcher(answer);
    int start = 0;
    boolean data = true;
    boolean named = false;
    while (heading.find()) {
      String title = heading.group(1).strip().toLowerCase(java.util.Locale.ROOT);
      boolean bold = heading.group().strip().startsWith("**");
      boolean isData = title.startsWith(FROM_DATA.toLowerCase(java.util.Locale.ROOT));
      boolean isWeb = title.startsWith(FROM_WEB.toLowerCase(java.util.Locale.ROOT));
      if (bold && !isData && !isWeb) {
        continue;
      }
      add(parts, data, start, heading.start());
      start = heading.end();
      named |= isData || isWeb;
      data = isData || (!isWeb && !named);
    }
    add(parts, data, start, answer.length());
    return parts;
  }

  private static void add(List<TextSpan> parts, boolean data, int from, int to) {
    if (data && to > from) {
      parts.add(new TextSpan(from, to));
    }
  }

  private static void check(
      String paragraph, int offset, GroundedFigures known, List<Mismatch> mismatches) {
    List<Double> right = new ArrayList<>();
    List<Figure> open = new ArrayList<>();
    for (Figure figure : FigureReader.figures(paragraph)) {
      OptionalDouble found = known.find(figure);
      if (found.isPresent()) {
        right.add(found.getAsDouble());
      } else {
        open.add(figure);
      }
    }
    for (Figure figure : open) {
      if (!follows(figure, right)) {
        mismatches.add(
            new Mismatch(
                offset + figure.start(),
                offset + figure.end(),
                paragraph.substring(figure.start(), figure.end())));
      }
    }
  }

  /** Whether a figure can be computed from two right ones. */
  private static boolean follows(Figure figure, List<Double> right) {
    for (double a : right) {
      for (double b : right) {
        if (is(figure, a - b)
            || is(figure, a + b)
            || (b != 0 && (is(figure, a / b) || is(figure, 100 * a / b)))
            || (b != 0 && is(figure, 100 * (a - b) / b))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean is(Figure figure, double derived) {
    for (Reading reading : figure.readings()) {
      double size = Math.abs(reading.value());
      double reach = figure.approximate() ? Math.max(reading.unit(), 0.05 * size) : reading.unit();
      if (GroundedFigures.means(
          size, reading.unit(), reach, figure.approximate(), Math.abs(derived))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A part of a text.
   *
   * @param from first character, from 0
   * @param to the character after the last
   */
  record TextSpan(int from, int to) {}
}
