package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import io.hybridanomaly.evaluation.Annotation;

/** What a person said about a stretch, as a badge. */
final class Verdict {

  private Verdict() {}

  static Component of(Annotation said) {
    Span badge = new Span(said.label().text());
    badge.addClassNames("badge", "verdict-" + said.label().id().replace('_', '-'));
    badge.setTitle(said.note());
    return badge;
  }
}
