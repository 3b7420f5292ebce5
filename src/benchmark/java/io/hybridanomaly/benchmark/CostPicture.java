package io.hybridanomaly.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Seconds over something, both in logarithms, one small chart beside the other, as SVG. */
final class CostPicture {

  private static final int WIDTH = 260;
  private static final int HEIGHT = 220;
  private static final int LEFT = 44;
  private static final int TOP = 16;
  private static final int BOTTOM = 44;
  private static final int RIGHT = 16;
  private static final double[] SECONDS = {1, 2, 5, 10, 20, 50, 100};

  private CostPicture() {}

  /**
   * One chart.
   *
   * @param name what is on the horizontal axis
   * @param seconds by its value, ascending
   */
  record Line(String name, Map<Integer, Double> seconds) {}

  /** The picture as a document. */
  static String svg(List<Line> lines) {
    double most = 0;
    double least = Double.POSITIVE_INFINITY;
    for (Line line : lines) {
      for (double seconds : line.seconds().values()) {
        most = Math.max(most, seconds);
        least = Math.min(least, seconds);
      }
    }
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"11\">%n"
                + "<title>Seconds by points, window and epochs</title>%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
            WIDTH * lines.size(),
            HEIGHT));
    for (int i = 0; i < lines.size(); i++) {
      chart(svg, lines.get(i), i * WIDTH, least / 1.3, most * 1.3);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void chart(StringBuilder svg, Line line, int x0, double least, double most) {
    int first = line.seconds().keySet().stream().min(Integer::compare).orElseThrow();
    int last = line.seconds().keySet().stream().max(Integer::compare).orElseThrow();
    for (double seconds : SECONDS) {
      if (seconds >= least && seconds <= most) {
        double y = y(seconds, least, most);
        svg.append(
            String.format(
                Locale.ROOT,
                "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\""
                    + " text-anchor=\"end\" fill=\"#555\">%.0f s</text>%n",
                x0 + LEFT,
                y,
                x0 + WIDTH - RIGHT,
                x0 + LEFT - 6,
                y + 4,
                seconds));
      }
    }
    StringBuilder path = new StringBuilder();
    for (Map.Entry<Integer, Double> each : line.seconds().entrySet()) {
      double x = x0 + x(each.getKey(), first, last);
      double y = y(each.getValue(), least, most);
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"#1f5fbf\"/><text x=\"%.1f\""
                  + " y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>%n",
              x,
              y,
              x,
              HEIGHT - BOTTOM + 16,
              String.format(Locale.ENGLISH, "%,d", each.getKey())));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"%s\" fill=\"none\" stroke=\"#1f5fbf\" stroke-width=\"1.5\"/>"
                + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#222\">%s</text>%n",
            path,
            x0 + (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - 8,
            line.name()));
  }

  private static double x(double value, double first, double last) {
    double share = Math.log(value / first) / Math.log(last / first);
    return LEFT + 12 + share * (WIDTH - LEFT - RIGHT - 24);
  }

  private static double y(double seconds, double least, double most) {
    double share = Math.log(seconds / least) / Math.log(most / least);
    return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  }
}
