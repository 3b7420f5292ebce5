package io.hybridanomaly.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person says about a stretch of a series. */
public enum AnnotationLabel {
  /** It is abnormal, as the detector says. */
  TRUE("true anomaly"),
  /** It is normal, although the detector flags it. */
  FALSE_ALARM("false alarm"),
  /** It was looked at and left open. */
  UNSURE("unsure"),
  /** It is abnormal, but the detector does not flag it. */
  MISSED("missed");

  private final String text;

  AnnotationLabel(String text) {
    this.text = text;
  }

  /** The label in plain words. */
  public String text() {
    return text;
  }

  /** The name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The label with this {@link #id()}. */
  public static Optional<AnnotationLabel> ofId(String id) {
    return Arrays.stream(values()).filter(label -> label.id().equals(id)).findAny();
  }
}
