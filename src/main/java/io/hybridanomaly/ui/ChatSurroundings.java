package io.hybridanomaly.ui;

import io.hybridanomaly.chat.PageAction;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.ui.base.PointRange;
import io.hybridanomaly.ui.chat.ChatPage;
import io.hybridanomaly.ui.result.ResultPanel;
import io.hybridanomaly.ui.runs.CompletedRun;
import io.hybridanomaly.ui.settings.SettingsPanel;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the conversation is about, and what a model may do on the page. */
final class ChatSurroundings implements ChatPage {

  private final Supplier<@Nullable CompletedRun> run;
  private final Supplier<@Nullable ResultPanel> panel;
  private final SettingsPanel settings;

  /**
   * @param run the result that is shown, as judged now
   * @param panel where it is shown
   */
  ChatSurroundings(
      Supplier<@Nullable CompletedRun> run,
      Supplier<@Nullable ResultPanel> panel,
      SettingsPanel settings) {
    this.run = run;
    this.panel = panel;
    this.settings = settings;
  }

  @Override
  public Optional<Shown> shown() {
    CompletedRun completed = run.get();
    ResultPanel place = panel.get();
    if (completed == null || place == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Shown(
            completed.file(),
            completed.series(),
            completed.result(),
            Optional.ofNullable(place.selected())));
  }

  @Override
  public Optional<Runnable> act(PageAction action) {
    ResultPanel place = panel.get();
    return place == null ? Optional.empty() : act(action, place);
  }

  private Optional<Runnable> act(PageAction action, ResultPanel place) {
    switch (action) {
      case PageAction.ZoomTo zoom -> {
        PointRange before = place.visibleRange();
        place.zoomTo(zoom.from(), zoom.to());
        return Optional.of(() -> place.zoomTo(before.from(), before.to()));
      }
      case PageAction.SelectPeriod select -> {
        Period before = place.selected();
        if (!place.result().periods().contains(select.period())) {
          return Optional.empty();
        }
        place.select(select.period());
        return Optional.of(() -> place.select(before));
      }
      case PageAction.TrySensitivity attempt -> {
        DetectionSettings before = place.result().settings();
        settings.choose(before.fusion(), attempt.sensitivity());
        return Optional.of(() -> settings.choose(before.fusion(), before.sensitivity()));
      }
    }
  }
}
