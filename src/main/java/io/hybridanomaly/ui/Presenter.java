package io.hybridanomaly.ui;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Holds the page's one state: each event leads to the next one, which is shown. */
final class Presenter {

  private final BiConsumer<PageState, PageState> view;
  private final Consumer<PageEffect> effects;
  private PageState first = PageState.FIRST;
  private PageState state = first;

  /**
   * @param view shows a state, given the one before and the one to be shown
   * @param effects does what is to be done beside that
   */
  Presenter(BiConsumer<PageState, PageState> view, Consumer<PageEffect> effects) {
    this.view = view;
    this.effects = effects;
  }

  /** Begins with another state, before anything has happened. */
  void begin(PageState with) {
    first = with;
    state = with;
  }

  /** Whether nothing has happened yet. */
  boolean isAtStart() {
    return state.equals(first);
  }

  /** What the page shows. */
  PageState state() {
    return state;
  }

  /** Something has happened; called with the page's lock held. */
  void on(PageEvent event) {
    PageState before = state;
    PageTransition transition = PageTransition.of(before, event);
    state = transition.state();
    view.accept(before, state);
    transition.effects().forEach(effects);
  }
}
