package io.hybridanomaly.importing.container;

/** In what form a file holds its tables. */
public enum ContainerKind {
  /** Text, as it is. */
  TEXT("table"),
  /** One compressed text. */
  GZIP("file"),
  /** Several files in one. */
  ZIP("file"),
  /** An Excel workbook. */
  WORKBOOK("sheet"),
  /** One JSON object a line, or an array of objects. */
  JSON_LINES("table");

  private final String part;

  ContainerKind(String part) {
    this.part = part;
  }

  /** What one of its tables is called. */
  public String part() {
    return part;
  }
}
