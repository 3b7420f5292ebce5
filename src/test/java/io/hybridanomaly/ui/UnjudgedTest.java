package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.ui.base.Members;
import org.junit.jupiter.api.Test;

/** What a file holds beside the series that is shown: here a second value column. */
class UnjudgedTest extends PageWithoutBrowser {

  private final LoadedSeries one = series("a.csv", "one");

  private LoadedSeries two() {
    LoadedSeries other = series("a.csv", "two");
    return new LoadedSeries(one.source(), other.dataset(), other.imported(), 24);
  }

  @Test
  void aColumnThatWasJudgedAloneLeavesTheOthers() {
    assertThat(state().unjudged(Members.COLUMNS)).isZero();
    detect(one);
    assertThat(state().unjudged(Members.COLUMNS)).isEqualTo(1);
    assertThat(state().unjudged(Members.GROUPS)).isZero();
    assertThat(state().unjudged(Members.TABLES)).isZero();
    assertThat(Members.COLUMNS.among(one)).isEqualTo("1 of 2 value columns");
    assertThat(Members.TABLES.among(one)).isEmpty();
  }

  @Test
  void columnsThatAreJudgedTogetherLeaveNone() {
    detect(one);
    presenter.on(new PageEvent.DetectAllPressed(Members.COLUMNS));
    assertThat(state().unjudged(Members.COLUMNS)).isZero();
    load(one);
    finish(one);
    load(two());
    finish(two());
    assertThat(state().progress()).isEmpty();
    assertThat(state().unjudged(Members.COLUMNS)).isZero();
  }

  @Test
  void whatWasCancelledIsStillToBeJudged() {
    detect(one);
    presenter.on(new PageEvent.DetectAllPressed(Members.COLUMNS));
    load(one);
    finish(one);
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state().unjudged(Members.COLUMNS)).isEqualTo(1);
  }
}
