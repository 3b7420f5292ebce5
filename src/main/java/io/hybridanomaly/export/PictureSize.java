package io.hybridanomaly.export;

/** Sizes of a chart picture, in pixels. */
public enum PictureSize {
  /** As wide as a page of text. */
  PAGE(960, 360),

  /** Half a slide of 16 to 9. */
  HALF_SLIDE(1280, 360),

  /** A whole slide of 16 to 9. */
  SLIDE(1280, 720);

  private final int width;
  private final int height;

  PictureSize(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }
}
