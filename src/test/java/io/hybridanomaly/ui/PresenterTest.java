package io.hybridanomaly.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.hybridanomaly.analysis.CompletedRun;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.ui.PageEvent.Failed.Source;
import io.hybridanomaly.ui.base.Member;
import io.hybridanomaly.ui.base.Members;
import io.hybridanomaly.ui.run.RunProgress;
import org.junit.jupiter.api.Test;

/** Files, columns and detections: the states of the page, without a page. */
class PresenterTest extends PageWithoutBrowser {

  @Test
  void aFileThatWasReadCanBeLookedAt() {
    LoadedSeries one = series("a.csv", "one");
    presenter.on(new PageEvent.Reading("a.csv"));
    assertThat(state().reading()).contains("a.csv");
    assertThat(state().loaded()).isEmpty();
    presenter.on(new PageEvent.Loaded(one));
    assertThat(state().reading()).isEmpty();
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(one, false));
    assertThat(effects).isEmpty();
    assertThat(shown).hasSize(2);
  }

  @Test
  void aFileThatCannotBeUsedLeavesTheOneBefore() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    presenter.on(new PageEvent.Reading("b.csv"));
    presenter.on(new PageEvent.Failed(Source.FILE, "b.csv: it is empty."));
    assertThat(state().reading()).isEmpty();
    assertThat(state().loaded()).contains(one);
    assertThat(state().problem()).contains("b.csv: it is empty. The page still shows a.csv.");
    presenter.on(new PageEvent.ProblemClosed());
    assertThat(state().problem()).isEmpty();
  }

  @Test
  void aRunThatIsFoundAgainGoesOnWithItsSettings() {
    LoadedSeries one = series("a.csv", "one");
    DetectionSettings used = DetectionSettings.defaults().withSensitivity(8).withSeed(3);
    presenter.on(new PageEvent.Reading("the saved result"));
    presenter.on(new PageEvent.Resumed(one, used));
    assertThat(state().reading()).isEmpty();
    assertThat(state().progress()).contains(RunProgress.STARTING);
    assertThat(state().settings()).isEqualTo(used);
    assertThat(effects).isEmpty();
    finish(one);
    assertThat(state().run().orElseThrow().result().settings()).isEqualTo(used);
    assertThat(state().progress()).isEmpty();
  }

  @Test
  void withoutAFileNothingStarts() {
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.DetectAllPressed(Members.COLUMNS));
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state()).isEqualTo(PageState.FIRST);
    assertThat(effects).isEmpty();
  }

  @Test
  void detectStartsWithWhatIsChosenAndProgressIsShown() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    choose(settings -> settings.withSensitivity(7));
    presenter.on(new PageEvent.DetectPressed());
    assertThat(effects)
        .containsExactly(
            new PageEffect.Detect(
                one.series().samples(), DetectionSettings.defaults().withSensitivity(7)));
    assertThat(state().progress()).contains(RunProgress.STARTING);
    RunProgress half = new RunProgress("Training", 0.5, "about 3 s left");
    presenter.on(new PageEvent.Progressed(half));
    assertThat(state().progress()).contains(half);
    presenter.on(new PageEvent.DetectPressed());
    assertThat(effects).hasSize(1);
  }

  @Test
  void aCancelledDetectionIsOverAtOnce() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(one, true));
    assertThat(effects).last().isEqualTo(new PageEffect.CancelDetection());
    finish(one);
    assertThat(state().shown()).isEmpty();
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().progress()).isPresent();
  }

  @Test
  void aFailedDetectionTellsWhy() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.Failed(Source.DETECTION, "Too wide a window."));
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(one, false));
    assertThat(state().problem()).contains("Too wide a window.");
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().problem()).isEmpty();
  }

  @Test
  void aFailedCheckOfTheStabilityEndsNoDetection() {
    detect(series("a.csv", "one"));
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.Failed(Source.STABILITY, "The queue is full."));
    assertThat(state().progress()).isPresent();
    assertThat(state().problem()).contains("The queue is full.");
  }

  @Test
  void anotherColumnLeavesTheResultUntilItIsLookedAt() {
    detect(series("a.csv", "one"));
    CompletedRun first = run();
    LoadedSeries two = series("a.csv", "two");
    load(two);
    assertThat(state().run()).contains(first);
    assertThat(state().loaded()).contains(two);
    assertThat(state().showsLoaded()).isFalse();
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().run()).contains(first);
    finish(two);
    assertThat(run().analysis().series().name()).isEqualTo("two");
    assertThat(state().showsLoaded()).isTrue();
    assertThat(state().history().runs()).hasSize(2);
  }

  @Test
  void anotherFileTakesTheResultAwayAndKeepsTheRuns() {
    detect(series("a.csv", "one"));
    load(series("b.csv", "one"));
    assertThat(state().shown()).isEmpty();
    assertThat(state().history().runs()).hasSize(1);
  }

  @Test
  void anotherFileEndsWhatRuns() {
    load(series("a.csv", "one"));
    presenter.on(new PageEvent.DetectPressed());
    LoadedSeries other = series("b.csv", "one");
    load(other);
    assertThat(effects).last().isEqualTo(new PageEffect.LeaveDetection("a.csv", "b.csv"));
    assertThat(state().phase()).isEqualTo(new PageState.Phase.Ready(other, false));
  }

  @Test
  void whatHasBecomeOfADetectionThatWasLeftIsTold() {
    load(series("b.csv", "one"));
    presenter.on(new PageEvent.DetectionLeft("a.csv", "b.csv", false));
    assertThat(state().problem())
        .contains(
            "The detection in a.csv was stopped, because b.csv took its place. It has no result.");
    presenter.on(new PageEvent.DetectionLeft("a.csv", "b.csv", true));
    assertThat(state().problem())
        .contains("The detection in a.csv goes on: the link that you kept leads to it.");
    presenter.on(new PageEvent.DetectPressed());
    assertThat(state().problem()).isEmpty();
  }

  @Test
  void aResultOfAnotherColumnSaysSo() {
    LoadedSeries one = series("a.csv", "one");
    detect(one);
    assertThat(OtherChosen.text(state())).isEmpty();
    LoadedSeries other = series("a.csv", "two");
    LoadedSeries two = new LoadedSeries(one.source(), other.dataset(), other.imported(), 24);
    load(two);
    assertThat(OtherChosen.text(state()))
        .contains(
            "The result below, its downloads and the chat are about one. Press Detect to look at two.");
    presenter.on(new PageEvent.DetectPressed());
    assertThat(OtherChosen.text(state())).get().asString().contains("in two is running");
    finish(two);
    assertThat(OtherChosen.text(state())).isEmpty();
  }

  @Test
  void anEarlierRunBringsItsColumnAndItsSettingsBack() {
    LoadedSeries one = series("a.csv", "one");
    load(one);
    choose(settings -> settings.withWindow(30).withSensitivity(3));
    presenter.on(new PageEvent.DetectPressed());
    finish(one);
    CompletedRun first = run();
    choose(DetectionSettings::withAutomaticWindow);
    detect(series("a.csv", "two"));
    presenter.on(new PageEvent.RunChosen(first));
    assertThat(run()).isEqualTo(first);
    assertThat(state().loaded()).contains(one);
    assertThat(state().settings()).isEqualTo(first.result().settings());
    assertThat(state().settings().window()).hasValue(30);
    assertThat(state().showsLoaded()).isTrue();
  }

  @Test
  void whileADetectionRunsAnEarlierRunLeavesItAlone() {
    detect(series("a.csv", "one"));
    CompletedRun first = run();
    LoadedSeries two = series("a.csv", "two");
    load(two);
    presenter.on(new PageEvent.DetectPressed());
    presenter.on(new PageEvent.RunChosen(first));
    assertThat(state().loaded()).contains(two);
    assertThat(state().progress()).isPresent();
  }

  @Test
  void allColumnsAreLookedAtOneAfterTheOther() {
    LoadedSeries one = series("a.csv", "one");
    LoadedSeries two = series("a.csv", "two");
    load(one);
    presenter.on(new PageEvent.DetectAllPressed(Members.COLUMNS));
    assertThat(effects).hasSize(1).last().isInstanceOf(PageEffect.ReadMember.class);
    load(one);
    assertThat(effects).last().isInstanceOf(PageEffect.Detect.class);
    finish(one);
    assertThat(effects)
        .last()
        .isEqualTo(
            new PageEffect.ReadMember(new Member.Column(one.source(), one.valueColumns().get(1))));
    load(two);
    finish(two);
    assertThat(state().membersToDo()).isEmpty();
    assertThat(state().progress()).isEmpty();
    assertThat(state().history().runs()).hasSize(2);
  }

  @Test
  void aCancelEndsAllColumns() {
    load(series("a.csv", "one"));
    presenter.on(new PageEvent.DetectAllPressed(Members.COLUMNS));
    load(series("a.csv", "one"));
    presenter.on(new PageEvent.CancelPressed());
    assertThat(state().membersToDo()).isEmpty();
    load(series("a.csv", "two"));
    assertThat(state().progress()).isEmpty();
  }

  @Test
  void aWindowThatIsTooLongForASeriesIsShortened() {
    choose(settings -> settings.withWindow(900));
    load(series("a.csv", "one"));
    assertThat(state().settings().window()).hasValue(POINTS / 2);
  }
}
