package io.hybridanomaly.evaluation;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.NumberText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that a person said about one series. Annotations belong to stretches of time, not to
 * anomalies, so they outlive another sensitivity, fusion or training: an anomaly has the annotation
 * with which it shares the most points.
 *
 * @param all in order of time
 */
public record Annotations(List<Annotation> all) {

  /** No annotations. */
  public static final Annotations NONE = new Annotations(List.of());

  public Annotations {
    all =
        all.stream()
            .sorted(Comparator.comparingInt(annotation -> annotation.segment().from()))
            .toList();
  }

  /** The annotation that applies to an anomaly. */
  public Optional<Annotation> of(Anomaly anomaly) {
    return all.stream()
        .filter(annotation -> annotation.segment().overlaps(anomaly.segment()))
        .max(
            Comparator.comparingInt(annotation -> annotation.segment().overlap(anomaly.segment())));
  }

  /** The same with the annotation of an anomaly in place of the one that applied to it. */
  public Annotations with(Anomaly anomaly, AnnotationLabel label, String note) {
    return without(anomaly).with(new Annotation(anomaly.segment(), label, note));
  }

  /** The same with one more annotation; another one of exactly this stretch gives way. */
  public Annotations with(Annotation annotation) {
    List<Annotation> changed = new ArrayList<>(all);
    changed.removeIf(other -> other.segment().equals(annotation.segment()));
    changed.add(annotation);
    return new Annotations(changed);
  }

  /** The same without the annotation that applies to an anomaly. */
  public Annotations without(Anomaly anomaly) {
    return of(anomaly).map(this::without).orElse(this);
  }

  /** The same without an annotation. */
  public Annotations without(Annotation annotation) {
    List<Annotation> changed = new ArrayList<>(all);
    changed.remove(annotation);
    return new Annotations(changed);
  }

  /** The annotations that apply to none of these anomalies, such as missed anomalies. */
  public List<Annotation> beside(List<Anomaly> anomalies) {
    List<Annotation> applied = anomalies.stream().flatMap(anomaly -> of(anomaly).stream()).toList();
    return all.stream().filter(annotation -> !applied.contains(annotation)).toList();
  }

  /**
   * How many anomalies are marked as false alarms, to go on with behind their number: {@code , 2
   * marked as false alarms}.
   *
   * @return empty if none is
   */
  public String falseAlarms(List<Anomaly> anomalies, Locale locale) {
    long count =
        anomalies.stream()
            .flatMap(anomaly -> of(anomaly).stream())
            .filter(annotation -> annotation.label() == AnnotationLabel.FALSE_ALARM)
            .count();
    return count == 0
        ? ""
        : ", %s marked as %s"
            .formatted(
                NumberText.count(count, locale), count == 1 ? "a false alarm" : "false alarms");
  }

  /** Number of annotations with one label. */
  public int count(AnnotationLabel label) {
    return (int) all.stream().filter(annotation -> annotation.label() == label).count();
  }
}
