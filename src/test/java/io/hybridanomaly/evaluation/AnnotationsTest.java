package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.series.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

  private static final Anomaly ANOMALY = Judged.anomaly(100, 120);

  @Test
  void anAnnotationOutlivesOtherBoundsOfItsAnomaly() {
    Annotations annotations =
        Annotations.NONE.with(ANOMALY, AnnotationLabel.FALSE_ALARM, "maintenance");
    assertThat(annotations.of(Judged.anomaly(110, 140)).orElseThrow().note())
        .isEqualTo("maintenance");
    assertThat(annotations.of(Judged.anomaly(119, 130))).isPresent();
    assertThat(annotations.of(Judged.anomaly(120, 130))).isEmpty();
  }

  @Test
  void theAnomalyHasTheAnnotationWithWhichItSharesMost() {
    Annotations annotations =
        Annotations.NONE
            .with(new Annotation(new Segment(100, 104), AnnotationLabel.TRUE, ""))
            .with(new Annotation(new Segment(104, 130), AnnotationLabel.UNSURE, ""));
    assertThat(annotations.of(ANOMALY).orElseThrow().label()).isEqualTo(AnnotationLabel.UNSURE);
  }

  @Test
  void markingAgainReplaces() {
    Annotations annotations =
        Annotations.NONE
            .with(ANOMALY, AnnotationLabel.TRUE, "")
            .with(Judged.anomaly(105, 125), AnnotationLabel.UNSURE, "later");
    assertThat(annotations.all())
        .containsExactly(new Annotation(new Segment(105, 125), AnnotationLabel.UNSURE, "later"));
    assertThat(annotations.without(ANOMALY).all()).isEmpty();
    assertThat(annotations.without(Judged.anomaly(0, 5))).isEqualTo(annotations);
  }

  @Test
  void missedOnesStandBesideTheAnomalies() {
    Annotation missed = new Annotation(new Segment(10, 20), AnnotationLabel.MISSED, "");
    Annotations annotations = Annotations.NONE.with(ANOMALY, AnnotationLabel.TRUE, "").with(missed);
    assertThat(annotations.beside(List.of(ANOMALY))).containsExactly(missed);
    assertThat(annotations.beside(List.of(ANOMALY, Judged.anomaly(15, 18)))).isEmpty();
    assertThat(annotations.all())
        .extracting(annotation -> annotation.segment().from())
        .containsExactly(10, 100);
    assertThat(annotations.count(AnnotationLabel.MISSED)).isEqualTo(1);
  }

  @Test
  void anEmptyStretchOrAnEndlessNoteIsRefused() {
    assertThatThrownBy(() -> new Annotation(new Segment(5, 5), AnnotationLabel.TRUE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new Annotation(
                    new Segment(5, 6), AnnotationLabel.TRUE, "x".repeat(Annotation.MAX_NOTE + 1)))
        .hasMessageContaining("shorten it");
  }

  @Test
  void verdictsAreFoundByTheirId() {
    for (AnnotationLabel label : AnnotationLabel.values()) {
      assertThat(AnnotationLabel.ofId(label.id())).contains(label);
    }
    assertThat(AnnotationLabel.ofId("guilty")).isEmpty();
  }
}
