package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import java.util.List;
import java.util.function.Consumer;

/** What is not flagged but worth a look, below the anomalies; empty if there is nothing. */
final class CandidateList extends Div {

  private final TimeText times;
  private final Consumer<Segment> onLook;
  private final Consumer<Segment> onMark;

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

  void show(List<Unflagged> candidates) {
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
    Button mark = new Button("Mark", click -> onMark.accept(segment));
    mark.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    mark.setAriaLabel("Mark as an anomaly: " + times.of(segment));
    return new ListItem(look, mark);
  }
}
