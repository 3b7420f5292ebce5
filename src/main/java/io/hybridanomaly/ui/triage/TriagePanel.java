package io.hybridanomaly.ui.triage;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import io.hybridanomaly.analysis.Analysis;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.AnnotationLabel;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a visitor says what the anomalies of one result really are, and adds missed ones. */
public final class TriagePanel extends Div {

  /** Hears what the visitor says, with the page's lock held. */
  public interface Listener {

    /** Something was marked, changed or removed; the answer is a call of {@link #show}. */
    void onAnnotations(Annotations annotations);

    /** Another sensitivity is to be tried. */
    void onTry(double sensitivity);

    /** Drags on the charts shall mark a stretch from now on, or zoom again. */
    void onDragMode(boolean marking);
  }

  private final TimeText times;
  private final Listener listener;
  private final Paragraph tally = new Paragraph();
  private final Div selectedPlace = new Div();
  private final UnorderedList missed = new UnorderedList();
  private final StretchFields stretch;
  private final TextField missedNote = new TextField("Note");
  private final Button drag = new Button("Drag it on the chart");
  private final Span problem = new Span();
  private DetectionResult result;
  private Annotations annotations;
  private @Nullable Anomaly selected;
  private boolean dragging;

  /**
   * @param analysis the run that is talked about
   */
  public TriagePanel(Analysis analysis, Listener listener) {
    this.times = Texts.times(analysis.series().times());
    this.result = analysis.result();
    this.annotations = analysis.annotations();
    this.listener = listener;
    this.stretch = new StretchFields(analysis.series().times());
    setId("triage");
    addClassName("triage");
    tally.addClassName("tally");
    tally.getElement().setAttribute("role", "status");
    missed.addClassName("missed-list");
    add(new H3("Your annotations"), tally, selectedPlace, addMissed(), missed);
    refresh();
  }

  /**
   * Shows the run as it is now.
   *
   * @param analysis the same scores, judged or annotated anew
   * @param anomaly the selected one
   */
  public void show(Analysis analysis, Optional<Anomaly> anomaly) {
    result = analysis.result();
    annotations = analysis.annotations();
    selected = anomaly.orElse(null);
    refresh();
  }

  /** A stretch was dragged on a chart; it becomes a missed anomaly. */
  public void addMissed(Segment range) {
    setDragging(false);
    stretch.show(range);
    listener.onAnnotations(
        annotations.with(
            new Annotation(range, AnnotationLabel.MISSED, missedNote.getValue().strip())));
    missedNote.clear();
  }

  private Div addMissed() {
    Button add = new Button("Add", click -> addFromFields());
    add.setId("add-missed");
    drag.setId("drag-missed");
    drag.addClickListener(click -> setDragging(!dragging));
    drag.getElement().setAttribute("aria-pressed", "false");
    missedNote.setId("missed-note");
    missedNote.setMaxLength(Annotation.MAX_NOTE);
    problem.addClassName("field-problem");
    problem.getElement().setAttribute("role", "alert");
    Div fields = new Div(stretch, missedNote, add, problem);
    fields.addClassName("missed-fields");
    Details byTimes = new Details("Or add it by its times", fields);
    byTimes.setId("missed-by-times");
    Div box = new Div(new H4("Was one missed?"), drag, byTimes);
    box.addClassName("add-missed");
    return box;
  }

  private void addFromFields() {
    stretch
        .range()
        .ifPresentOrElse(
            range -> {
              problem.setText("");
              addMissed(range);
            },
            () -> problem.setText(stretch.problem()));
  }

  private void setDragging(boolean on) {
    if (on != dragging) {
      dragging = on;
      drag.getElement().setAttribute("aria-pressed", Boolean.toString(on));
      drag.setText(on ? "Drag over it now (click again to stop)" : "Drag it on the chart");
      listener.onDragMode(on);
    }
  }

  private void refresh() {
    tally.setText(tallyText());
    selectedPlace.removeAll();
    Anomaly anomaly = selected;
    if (anomaly == null) {
      if (!result.anomalies().isEmpty()) {
        selectedPlace.add(new Paragraph("Select an anomaly in the list to say what it is."));
      }
    } else {
      selectedPlace.add(
          new AnnotationEditor(
              times.of(anomaly.segment().from()) + " to " + times.of(anomaly.segment().last()),
              result,
              anomaly,
              annotations.of(anomaly),
              times,
              new EditorEvents(anomaly)));
    }
    missed.removeAll();
    annotations.beside(result.anomalies()).forEach(annotation -> missed.add(row(annotation)));
  }

  private String tallyText() {
    if (annotations.all().isEmpty()) {
      return "Nothing annotated yet. Annotations stay when settings change, and go into every download.";
    }
    List<String> parts = new ArrayList<>();
    for (AnnotationLabel label : AnnotationLabel.values()) {
      int count = annotations.count(label);
      if (count > 0) {
        boolean countable = label == AnnotationLabel.TRUE || label == AnnotationLabel.FALSE_ALARM;
        parts.add(countable ? Texts.count(count, label.text()) : count + " " + label.text());
      }
    }
    return String.join(", ", parts) + ".";
  }

  private ListItem row(Annotation annotation) {
    Button remove =
        new Button(
            VaadinIcon.CLOSE_SMALL.create(),
            click -> listener.onAnnotations(annotations.without(annotation)));
    remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    remove.setAriaLabel("Remove the annotation at " + times.of(annotation.segment().from()));
    Span text =
        new Span(
            "%s to %s: %s%s"
                .formatted(
                    times.of(annotation.segment().from()),
                    times.of(annotation.segment().last()),
                    annotation.label() == AnnotationLabel.MISSED
                        ? "missed"
                        : annotation.label().text() + ", not flagged now",
                    annotation.note().isEmpty() ? "" : " (" + annotation.note() + ")"));
    ListItem item = new ListItem(text, remove);
    item.addClassName("missed-row");
    return item;
  }

  private final class EditorEvents implements AnnotationEditor.Listener {
    private final Anomaly anomaly;

    EditorEvents(Anomaly anomaly) {
      this.anomaly = anomaly;
    }

    @Override
    public void onLabel(AnnotationLabel label, String note) {
      listener.onAnnotations(annotations.with(anomaly, label, note));
    }

    @Override
    public void onRemove() {
      listener.onAnnotations(annotations.without(anomaly));
    }

    @Override
    public void onTry(double sensitivity) {
      listener.onTry(sensitivity);
    }
  }
}
