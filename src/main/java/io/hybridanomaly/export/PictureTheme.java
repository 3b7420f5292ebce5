package io.hybridanomaly.export;

/** Colours of a chart picture, the same as those of the page. */
public enum PictureTheme {
  /** For white paper. */
  LIGHT("#ffffff", "#5a6472", "#dfe3e9", "#1f6feb", "#0f8a5f", "#6b3fd4", "#d92d20"),

  /** For dark slides. */
  DARK("#1d2129", "#a5afbd", "#2c323c", "#6ea8fe", "#4fd1a5", "#b197fc", "#ff6b5e");

  private final String style;

  PictureTheme(
      String ground,
      String text,
      String grid,
      String value,
      String expected,
      String score,
      String anomaly) {
    style =
        """
        <style>
          svg { background: %s; font: 12px sans-serif; }
          text { fill: %s; }
          path { fill: none; stroke-width: 1.3; }
          .grid { stroke: %s; }
          .value { stroke: %s; }
          .expected { stroke: %s; }
          .score { stroke: %s; }
          .level { stroke: %7$s; stroke-width: 1.5; stroke-dasharray: 6 4; }
          .band { fill: %7$s; fill-opacity: 0.2; }
          .inside { stroke: %7$s; stroke-width: 2.6; }
          .number { fill: %7$s; font-weight: 600; }
          .title { font-size: 18px; font-weight: 600; }
          .range { fill: %5$s; fill-opacity: 0.16; stroke: none; }
        </style>
        """
            .formatted(ground, text, grid, value, expected, score, anomaly);
  }

  /** The colours as a {@code style} element. */
  String style() {
    return style;
  }
}
