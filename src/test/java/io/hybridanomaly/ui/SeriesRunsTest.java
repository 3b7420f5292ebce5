package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.overview.FailedSeries;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.base.Member;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.overview.SeriesRuns;
import io.hybridanomaly.ui.run.TimeForAll;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** All value columns of a file: what the page knows of them, without a page. */
class SeriesRunsTest extends PageWithoutBrowser {

  private final LoadedSeries one = series("a.csv", "one");
  private final LoadedSeries two = series("a.csv", "two");

  private SeriesRuns runs() {
    return state().seriesRuns().orElseThrow();
  }

  private List<String> judged() {
    return runs().runs().stream().map(done -> done.digest().name()).toList();
  }

  private void detectAll() {
    load(one);
    presenter.on(new PageEvent.DetectAllPressed(Members.COLUMNS));
    load(one);
  }

  private void finishAll() {
    finish(one);
    load(two);
    finish(two);
  }

  @Test
  void theOverviewGrowsWhileColumnsAreJudged() {
    detectAll();
    assertThat(runs().running()).isTrue();
    assertThat(runs().wanted()).isEqualTo(2);
    assertThat(runs().done()).isZero();
    finish(one);
    assertThat(judged()).containsExactly("one");
    assertThat(state().progress().orElseThrow().stage()).isEqualTo("2 of 2: reading the series");
    load(two);
    finish(two);
    assertThat(judged()).containsExactly("one", "two");
    assertThat(runs().running()).isFalse();
    assertThat(runs().open()).isTrue();
    assertThat(runs().overview().judged()).isEqualTo(2);
    assertThat(state().progress()).isEmpty();
  }

  /** Both have the same anomalies here, so that the first is the worst. */
  @Test
  void inTheEndTheWorstIsOnThePageAsWell() {
    detectAll();
    finish(one);
    load(two);
    finish(two);
    assertThat(run().series().name()).isEqualTo("one");
    assertThat(state().loaded()).contains(one);
    assertThat(runs().open()).isTrue();
  }

  @Test
  void aColumnIsOpenedAndTheOverviewComesBack() {
    detectAll();
    finishAll();
    assertThat(runs().progress()).isEmpty();
    presenter.on(new PageEvent.SeriesOpened("one"));
    assertThat(run().series().name()).isEqualTo("one");
    assertThat(runs().open()).isFalse();
    presenter.on(new PageEvent.OverviewWanted());
    assertThat(runs().open()).isTrue();
    assertThat(run().series().name()).isEqualTo("one");
  }

  @Test
  void whoLooksAtOneColumnIsNotDisturbedByTheNext() {
    detectAll();
    finish(one);
    load(two);
    presenter.on(new PageEvent.SeriesOpened("one"));
    CompletedRun looked = run();
    finish(two);
    assertThat(run()).isEqualTo(looked);
    assertThat(judged()).containsExactly("one", "two");
    assertThat(state().history().runs()).hasSize(2);
  }

  @Test
  void aColumnThatCannotBeJudgedLeavesTheOthers() {
    load(one);
    presenter.on(new PageEvent.DetectAllPressed(Members.COLUMNS));
    presenter.on(new PageEvent.Failed(Source.FILE, "a.csv: no numbers."));
    assertThat(effects)
        .last()
        .isEqualTo(
            new PageEffect.ReadMember(new Member.Column(one.source(), one.valueColumns().get(1))));
    load(two);
    presenter.on(new PageEvent.Failed(Source.DETECTION, "Too short."));
    assertThat(runs().failed())
        .containsExactly(
            new FailedSeries("one", "a.csv: no numbers."), new FailedSeries("two", "Too short."));
    assertThat(runs().running()).isFalse();
    assertThat(state().problem()).isEmpty();
    assertThat(state().progress()).isEmpty();
  }

  @Test
  void anotherFileThatCannotBeUsedIsNoColumn() {
    detectAll();
    presenter.on(new PageEvent.Reading("b.csv"));
    presenter.on(new PageEvent.Failed(Source.FILE, "b.csv: it is empty."));
    assertThat(runs().failed()).isEmpty();
    assertThat(state().problem()).contains("b.csv: it is empty. The page still shows a.csv.");
    finishAll();
    assertThat(judged()).containsExactly("one", "two");
  }

  @Test
  void aCancelBetweenTwoColumnsEndsThemToo() {
    detectAll();
    finish(one);
    assertThat(runs().progress()).isEqualTo("1 of 2 done");
    presenter.on(new PageEvent.CancelPressed());
    assertThat(runs().running()).isFalse();
    assertThat(runs().progress()).isEqualTo("1 of 2 done, the others were not judged");
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(one, true));
    load(two);
    assertThat(state().progress()).isEmpty();
    assertThat(judged()).containsExactly("one");
  }

  @Test
  void anotherSensitivityChangesTheRowOfTheSeriesThatIsShown() {
    detectAll();
    finishAll();
    presenter.on(new PageEvent.SeriesOpened("one"));
    int before = runs().of("one").orElseThrow().digest().anomalies().size();
    choose(settings -> settings.withSensitivity(0));
    assertThat(anomalies()).hasSizeLessThan(before);
    assertThat(runs().of("one").orElseThrow().digest().anomalies()).hasSameSizeAs(anomalies());
    assertThat(runs().of("two").orElseThrow().digest().anomalies()).hasSize(before);
  }

  @Test
  void aSingleDetectionTakesThePlaceOfTheColumnsRun() {
    detectAll();
    finishAll();
    presenter.on(new PageEvent.DetectPressed());
    assertThat(runs().open()).isFalse();
    finish(one);
    assertThat(judged()).containsExactly("one", "two");
    assertThat(runs().of("one").orElseThrow().run()).isEqualTo(run().number());
  }

  @Test
  void anotherFileTakesTheOverviewAway() {
    detectAll();
    finishAll();
    load(series("b.csv", "one"));
    assertThat(state().seriesRuns()).isEmpty();
  }

  @Test
  void aForgottenRunIsMadeAgain() {
    detectAll();
    finishAll();
    for (int i = 0; i < 300; i++) {
      detect(two);
    }
    presenter.on(new PageEvent.SeriesOpened("one"));
    assertThat(effects)
        .last()
        .isEqualTo(
            new PageEffect.ReadMember(new Member.Column(one.source(), one.valueColumns().get(0))));
    load(one);
    finish(one);
    assertThat(run().series().name()).isEqualTo("one");
    assertThat(runs().of("one").orElseThrow().run()).isEqualTo(run().number());
  }

  @Test
  void theTimeForAllIsThatOfOneTimesTheirNumberUntilItIsMeasured() {
    AtomicLong nanos = new AtomicLong();
    TimeForAll time = new TimeForAll(4, nanos::get);
    assertThat(time.update(0, 0, OptionalDouble.empty())).isEmpty();
    // A first that still takes 9.8 s at 2 % takes 10 s in all, and 3.98 times that are left.
    assertThat(time.update(0, 0.02, OptionalDouble.of(9.8)).orElseThrow())
        .isCloseTo(39.8, within(1e-9));
    nanos.addAndGet(20_000_000_000L);
    assertThat(time.update(2, 0, OptionalDouble.empty()).orElseThrow()).isBetween(19.0, 21.0);
  }
}
