package io.hybridanomaly.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hybridanomaly.detection.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {

  private static final Period PERIOD = Judged.period(100, 120);

  @Test
  void aMarkOutlivesOtherBoundsOfItsPeriod() {
    Marks marks = Marks.NONE.with(PERIOD, Verdict.FALSE_ALARM, "maintenance");
    assertThat(marks.of(Judged.period(110, 140)).orElseThrow().note()).isEqualTo("maintenance");
    assertThat(marks.of(Judged.period(119, 130))).isPresent();
    assertThat(marks.of(Judged.period(120, 130))).isEmpty();
  }

  @Test
  void thePeriodBelongsToTheMarkWithWhichItSharesMost() {
    Marks marks =
        Marks.NONE
            .with(new Mark(100, 104, Verdict.TRUE, ""))
            .with(new Mark(104, 130, Verdict.UNSURE, ""));
    assertThat(marks.of(PERIOD).orElseThrow().verdict()).isEqualTo(Verdict.UNSURE);
  }

  @Test
  void markingAgainReplaces() {
    Marks marks =
        Marks.NONE
            .with(PERIOD, Verdict.TRUE, "")
            .with(Judged.period(105, 125), Verdict.UNSURE, "later");
    assertThat(marks.all()).containsExactly(new Mark(105, 125, Verdict.UNSURE, "later"));
    assertThat(marks.without(PERIOD).all()).isEmpty();
    assertThat(marks.without(Judged.period(0, 5))).isEqualTo(marks);
  }

  @Test
  void missedOnesStandBesideThePeriods() {
    Mark missed = new Mark(10, 20, Verdict.MISSED, "");
    Marks marks = Marks.NONE.with(PERIOD, Verdict.TRUE, "").with(missed);
    assertThat(marks.beside(List.of(PERIOD))).containsExactly(missed);
    assertThat(marks.beside(List.of(PERIOD, Judged.period(15, 18)))).isEmpty();
    assertThat(marks.all()).extracting(Mark::start).containsExactly(10, 100);
    assertThat(marks.count(Verdict.MISSED)).isEqualTo(1);
  }

  @Test
  void anEmptyStretchOrAnEndlessNoteIsRefused() {
    assertThatThrownBy(() -> new Mark(5, 5, Verdict.TRUE, ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mark(5, 6, Verdict.TRUE, "x".repeat(Mark.MAX_NOTE + 1)))
        .hasMessageContaining("shorten it");
  }

  @Test
  void verdictsAreFoundByTheirId() {
    for (Verdict verdict : Verdict.values()) {
      assertThat(Verdict.ofId(verdict.id())).contains(verdict);
    }
    assertThat(Verdict.ofId("guilty")).isEmpty();
  }
}
