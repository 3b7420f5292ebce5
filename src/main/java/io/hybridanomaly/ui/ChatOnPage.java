package io.hybridanomaly.ui;

import io.hybridanomaly.chat.PageAction;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionSettings;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.chat.ChatPage;
import java.util.Optional;
import java.util.function.Supplier;

/** What the conversation is about, and what a model may do on the page. */
final class ChatOnPage implements ChatPage {

  private final Presenter presenter;
  private final Supplier<Optional<ShownResult>> result;

  /**
   * @param presenter knows what is shown
   * @param result how it is shown
   */
  ChatOnPage(Presenter presenter, Supplier<Optional<ShownResult>> result) {
    this.presenter = presenter;
    this.result = result;
  }

  @Override
  public Optional<Shown> shown() {
    return presenter
        .state()
        .shown()
        .map(shown -> new Shown(shown.run().analysis(), shown.selected()));
  }

  @Override
  public Optional<Runnable> act(PageAction action) {
    return shown().flatMap(shown -> act(action, shown));
  }

  private Optional<Runnable> act(PageAction action, Shown shown) {
    return switch (action) {
      case PageAction.ZoomTo zoom -> result.get().map(view -> zoom(zoom, view));
      case PageAction.SelectAnomaly select ->
          shown.analysis().result().anomalies().contains(select.anomaly())
              ? Optional.of(select(Optional.of(select.anomaly()), shown.selected()))
              : Optional.empty();
      case PageAction.TrySensitivity attempt -> {
        DetectionSettings before = shown.analysis().settings();
        yield Optional.of(choose(before.withSensitivity(attempt.sensitivity()), before));
      }
    };
  }

  private static Runnable zoom(PageAction.ZoomTo zoom, ShownResult view) {
    Segment before = view.visibleRange();
    view.zoomTo(new Segment(zoom.from(), zoom.to()));
    return () -> view.zoomTo(before);
  }

  private Runnable select(Optional<Anomaly> wanted, Optional<Anomaly> before) {
    presenter.on(new PageEvent.AnomalySelected(wanted));
    return () -> presenter.on(new PageEvent.AnomalySelected(before));
  }

  private Runnable choose(DetectionSettings wanted, DetectionSettings before) {
    presenter.on(judgement(wanted));
    return () -> presenter.on(judgement(before));
  }

  private static PageEvent judgement(DetectionSettings judged) {
    return new PageEvent.SettingsChanged(
        settings -> settings.withDetector(judged.detector()).withSensitivity(judged.sensitivity()));
  }
}
