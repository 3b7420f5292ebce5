package io.hybridanomaly.ui;

import io.hybridanomaly.chat.PageAction;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.chat.ChatPage;
import io.hybridanomaly.ui.result.ResultPanel;
import io.hybridanomaly.ui.runs.CompletedRun;
import io.hybridanomaly.ui.settings.SettingsPanel;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the conversation is about, and what a model may do on the page. */
final class ChatOnPage implements ChatPage {

  private final Supplier<@Nullable CompletedRun> run;
  private final Supplier<@Nullable ResultPanel> result;
  private final SettingsPanel settings;

  /**
   * @param run the run that is shown, or null
   * @param result its panel, or null
   * @param settings where a model may try a sensitivity
   */
  ChatOnPage(
      Supplier<@Nullable CompletedRun> run,
      Supplier<@Nullable ResultPanel> result,
      SettingsPanel settings) {
    this.run = run;
    this.result = result;
    this.settings = settings;
  }

  @Override
  public Optional<Shown> shown() {
    CompletedRun completed = run.get();
    ResultPanel panel = result.get();
    if (completed == null || panel == null) {
      return Optional.empty();
    }
    return Optional.of(new Shown(completed.analysis(), Optional.ofNullable(panel.selected())));
  }

  @Override
  public Optional<Runnable> act(PageAction action) {
    ResultPanel panel = result.get();
    return panel == null ? Optional.empty() : act(action, panel);
  }

  private Optional<Runnable> act(PageAction action, ResultPanel panel) {
    switch (action) {
      case PageAction.ZoomTo zoom -> {
        Segment before = panel.visibleRange();
        panel.zoomTo(zoom.from(), zoom.to());
        return Optional.of(() -> panel.zoomTo(before.from(), before.to()));
      }
      case PageAction.SelectAnomaly select -> {
        Anomaly before = panel.selected();
        if (!panel.result().anomalies().contains(select.anomaly())) {
          return Optional.empty();
        }
        panel.select(select.anomaly());
        return Optional.of(() -> panel.select(before));
      }
      case PageAction.TrySensitivity attempt -> {
        DetectionSettings before = panel.result().settings();
        settings.choose(before.fusion(), attempt.sensitivity());
        return Optional.of(() -> settings.choose(before.fusion(), before.sensitivity()));
      }
    }
  }
}
