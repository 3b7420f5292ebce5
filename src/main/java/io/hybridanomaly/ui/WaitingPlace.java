package io.hybridanomaly.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.hybridanomaly.analysis.LoadedSeries;
import io.hybridanomaly.series.Segment;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Fills the places of a result and of its list as long as there is none. */
final class WaitingPlace {

  /** The list that follows takes the focus over, so that the keyboard stays where it is. */
  private static final String FOLLOW_FOCUS =
      """
      document.addEventListener('focusin', (event) => {
        this.hadFocus = this.contains(event.target);
      });\
      """;

  private static final String KEEP_FOCUS =
      """
      if (this.hadFocus && document.activeElement === document.body) {
        // A grid takes the focus only when it has its rows.
        setTimeout(() => this.querySelector('vaadin-grid')?.focus(), 200);
      }\
      """;

  private final Div resultPlace;
  private final Div listPlace;
  private final Runnable onDetect;
  private final Consumer<PageEvent> events;
  private Optional<ReadyToDetect> shown = Optional.empty();

  /**
   * @param resultPlace where the result will stand
   * @param listPlace where its list will stand
   * @param onDetect hears that a detection is wanted
   * @param events hears which anomaly is looked at
   */
  WaitingPlace(Div resultPlace, Div listPlace, Runnable onDetect, Consumer<PageEvent> events) {
    this.resultPlace = resultPlace;
    this.listPlace = listPlace;
    this.onDetect = onDetect;
    this.events = events;
    listPlace.addAttachListener(event -> listPlace.getElement().executeJs(FOLLOW_FOCUS));
  }

  /** Shows the series that waits, if there is one. */
  void show(PageState now) {
    now.loaded().ifPresent(series -> show(series, now));
    List<Component> wanted =
        now.loaded().flatMap(series -> standing(series)).flatMap(ReadyToDetect::list).stream()
            .map(Component.class::cast)
            .toList();
    if (!listPlace.getChildren().toList().equals(wanted)) {
      listPlace.removeAll();
      listPlace.add(wanted);
    }
  }

  private void show(LoadedSeries series, PageState now) {
    if (standing(series).isEmpty()) {
      shown =
          Optional.of(
              new ReadyToDetect(
                  series,
                  onDetect,
                  anomaly -> events.accept(new PageEvent.AnomalySelected(anomaly))));
      resultPlace.removeAll();
      resultPlace.add(shown.get());
    }
    shown.orElseThrow().show(now);
  }

  private Optional<ReadyToDetect> standing(LoadedSeries series) {
    return shown.filter(ready -> ready.isOf(series) && ready.getParent().isPresent());
  }

  /** The stretch that the visitor looks at in what was found already. */
  Optional<Segment> zoomed(LoadedSeries series) {
    return standing(series).flatMap(ReadyToDetect::zoomed);
  }

  /** A result takes the places. */
  void giveWay(ShownResult result) {
    listPlace.getElement().executeJs(KEEP_FOCUS);
    resultPlace.removeAll();
    resultPlace.add(result);
    listPlace.removeAll();
    listPlace.add(result.list());
  }
}
