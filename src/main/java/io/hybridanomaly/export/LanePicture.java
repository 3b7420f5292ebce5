package io.hybridanomaly.export;

import io.hybridanomaly.detection.Severity;
import io.hybridanomaly.overview.Cell;
import io.hybridanomaly.overview.Lane;
import io.hybridanomaly.overview.Lanes;
import io.hybridanomaly.overview.Sparkline;
import java.util.List;
import java.util.Locale;

/**
 * A row of an overview as a picture in SVG: the series in small and, below it, cells whose colour
 * and height say how severe the anomalies in them are. It may be stretched to any width; colours
 * are those of CSS classes.
 */
public final class LanePicture {

  private static final int WIDTH = 600;
  private static final int LINE_HEIGHT = 22;
  private static final int CELL_HEIGHT = 18;
  private static final int HEIGHT = LINE_HEIGHT + CELL_HEIGHT + 2;
  private static final int HEADS = 14;

  private LanePicture() {}

  /** The picture as an {@code svg} element without a text in it. */
  public static String row(Lanes lanes, Lane row) {
    StringBuilder out = begin(HEIGHT);
    double width = (double) WIDTH / row.cells().size();
    for (int i = 0; i < row.cells().size(); i++) {
      if (lanes.together().get(i) > 0) {
        rect(out, "together", i * width, width, 0, HEIGHT);
      }
    }
    line(lanes, row.series().line(), out);
    for (int i = 0; i < row.cells().size(); i++) {
      cell(row.cells().get(i), i * width, width, out);
    }
    return out.append("</svg>\n").toString();
  }

  /** Where several series are abnormal at one time, higher the more there are. */
  public static String heads(Lanes lanes) {
    StringBuilder out = begin(HEADS);
    int cells = lanes.axis().cells();
    double width = (double) WIDTH / cells;
    int all = lanes.rows().size();
    for (int i = 0; i < cells; i++) {
      int together = lanes.together().get(i);
      if (together > 0) {
        double height = HEADS * Math.max(0.6, (double) together / all);
        rect(out, "head", i * width, width, HEADS - height, height);
      }
    }
    return out.append("</svg>\n").toString();
  }

  /** The texts below the rows, in places that are equally far apart. */
  public static List<String> axis(Lanes lanes) {
    double from = lanes.axis().span().from();
    double last = lanes.axis().last();
    return List.of(
        lanes.axis().text(from), lanes.axis().text(from / 2 + last / 2), lanes.axis().text(last));
  }

  /** How severe the worst anomaly of a series is, in words: {@code 87 high}. */
  public static String worst(Lane row) {
    double worst = row.series().worst();
    String calm = row.series().line().isFlat() ? "the same value throughout" : "nothing abnormal";
    return worst < 0
        ? calm
        : String.format(Locale.ENGLISH, "%.0f %s", worst, Severity.of(worst).text());
  }

  private static StringBuilder begin(int height) {
    return new StringBuilder(
        "<svg class=\"lane\" viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
            .formatted(WIDTH, height));
  }

  private static void line(Lanes lanes, Sparkline line, StringBuilder out) {
    out.append("<path class=\"spark\" d=\"");
    for (int i = 0; i < line.places().length; i++) {
      out.append(i == 0 ? 'M' : 'L')
          .append(rounded(WIDTH * lanes.axis().share(line.places()[i])))
          .append(' ')
          .append(rounded(LINE_HEIGHT - 1 - line.heights()[i] * (LINE_HEIGHT - 3)));
    }
    out.append("\"/>");
  }

  private static void cell(Cell cell, double left, double width, StringBuilder out) {
    switch (cell.content()) {
      case NO_DATA -> {}
      case NORMAL -> rect(out, "normal", left, width, HEIGHT - 2, 2);
      case ABNORMAL -> {
        Severity severity = Severity.of(cell.severity());
        double share =
            switch (severity) {
              case LOW -> 0.45;
              case MEDIUM -> 0.7;
              case HIGH -> 1;
            };
        double height = CELL_HEIGHT * share;
        rect(out, "cell " + severity.className(), left, width, HEIGHT - height, height);
      }
    }
  }

  private static void rect(
      StringBuilder out, String style, double left, double width, double top, double height) {
    out.append("<rect class=\"%s\" x=\"".formatted(style))
        .append(rounded(left))
        .append("\" y=\"")
        .append(rounded(top))
        .append("\" width=\"")
        .append(rounded(width))
        .append("\" height=\"")
        .append(rounded(height))
        .append("\"/>");
  }

  private static double rounded(double place) {
    return Math.round(place * 10) / 10.0;
  }
}
