package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.LostFocus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What is not flagged but worth a look, below the anomalies; empty if there is nothing. */
final class CandidateList extends Div {

  private final TimeText times;
  private final Consumer<Segment> onLook;
  private final Consumer<Segment> onMark;
  private List<Unflagged> candidates = List.of();
  private List<Annotation> annotations = List.of();
  private Optional<Segment> justMarked = Optional.empty();

  /**
   * @param onLook hears which stretch is to be seen
   * @param onMark hears which stretch the visitor takes for an anomaly
   */
  CandidateList(TimeText times, Consumer<Segment> onLook, Consumer<Segment> onMark) {
    this.times = times;
    this.onLook = onLook;
    this.onMark = onMark;
    setId("candidates");
    addClassName("candidates");
  }

  /** Lists what is worth a look. */
  void show(List<Unflagged> unflagged) {
    candidates = List.copyOf(unflagged);
    refresh();
  }

  /**
   * Shows which of them the visitor has marked already.
   *
   * @param beside what was said about stretches that are not flagged
   */
  void showAnnotations(List<Annotation> beside) {
    annotations = List.copyOf(beside);
    refresh();
  }

  private void refresh() {
    removeAll();
    if (!candidates.isEmpty()) {
      UnorderedList list = new UnorderedList();
      candidates.forEach(candidate -> list.add(row(candidate)));
      add(new H4("Not flagged, worth a look"), list);
    }
  }

  private ListItem row(Unflagged candidate) {
    Segment segment = candidate.segment();
    NativeButton look = new NativeButton("", click -> onLook.accept(segment));
    look.addClassName("candidate");
    Span why = new Span(candidate.text());
    why.addClassName("second-line");
    look.add(new Span(times.of(segment)), why);
    // Its button gives way to a badge.
    justMarked.filter(segment::equals).ifPresent(marked -> LostFocus.goesTo(look));
    return new ListItem(look, saidOf(segment).map(Verdict::of).orElseGet(() -> mark(segment)));
  }

  private Optional<Annotation> saidOf(Segment segment) {
    return annotations.stream()
        .filter(said -> said.segment().overlaps(segment))
        .max(Comparator.comparingInt(said -> said.segment().overlap(segment)));
  }

  private void markNow(Segment segment) {
    justMarked = Optional.of(segment);
    onMark.accept(segment);
    justMarked = Optional.empty();
  }

  private Component mark(Segment segment) {
    Button mark = new Button("Mark", click -> markNow(segment));
    mark.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    mark.setAriaLabel("Mark as an anomaly: " + times.of(segment));
    return mark;
  }
}
