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
import io.hybridanomaly.detection.DetectionResult;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.evaluation.Mark;
import io.hybridanomaly.evaluation.Marks;
import io.hybridanomaly.evaluation.Verdict;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.PointRange;
import io.hybridanomaly.ui.base.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a visitor says what the periods of one result really are, and adds missed ones. */
public final class TriagePanel extends Div {

  /** Hears what the visitor says, with the page's lock held. */
  public interface Listener {

    /** Something was marked, changed or removed. */
    void onMarks(Marks marks);

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
  private Marks marks;
  private @Nullable Period selected;
  private boolean dragging;

  /**
   * @param marks what was said before
   */
  public TriagePanel(TimeSeries series, DetectionResult result, Marks marks, Listener listener) {
    this.times = new TimeText(series.times());
    this.result = result;
    this.marks = marks;
    this.listener = listener;
    this.stretch = new StretchFields(series.times());
    setId("triage");
    addClassName("triage");
    tally.addClassName("tally");
    tally.getElement().setAttribute("role", "status");
    missed.addClassName("missed-list");
    add(new H3("Your verdict"), tally, selectedPlace, addMissed(), missed);
    refresh();
  }

  /** Shows the same scores as judged anew. */
  public void show(DetectionResult judged) {
    result = judged;
    refresh();
  }

  /** Another period was selected; null: none. */
  public void select(@Nullable Period period) {
    selected = period;
    refresh();
  }

  /** A stretch was dragged on a chart; it becomes a missed anomaly. */
  public void addMissed(PointRange range) {
    setDragging(false);
    stretch.show(range);
    change(
        marks.with(
            new Mark(range.from(), range.to(), Verdict.MISSED, missedNote.getValue().strip())));
    missedNote.clear();
  }

  private Div addMissed() {
    Button add = new Button("Add", click -> addFromFields());
    add.setId("add-missed");
    drag.setId("drag-missed");
    drag.addClickListener(click -> setDragging(!dragging));
    drag.getElement().setAttribute("aria-pressed", "false");
    missedNote.setId("missed-note");
    missedNote.setMaxLength(Mark.MAX_NOTE);
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
            () ->
                problem.setText(
                    "There is no point between these times: choose a start and a later end inside"
                        + " the series."));
  }

  private void setDragging(boolean on) {
    if (on != dragging) {
      dragging = on;
      drag.getElement().setAttribute("aria-pressed", Boolean.toString(on));
      drag.setText(on ? "Drag over it now (click again to stop)" : "Drag it on the chart");
      listener.onDragMode(on);
    }
  }

  private void change(Marks changed) {
    marks = changed;
    listener.onMarks(changed);
    refresh();
  }

  private void refresh() {
    tally.setText(tallyText());
    selectedPlace.removeAll();
    Period period = selected;
    if (period == null) {
      if (!result.periods().isEmpty()) {
        selectedPlace.add(new Paragraph("Select a period in the list to say what it is."));
      }
    } else {
      selectedPlace.add(
          new VerdictEditor(
              times.of(period.start()) + " to " + times.of(period.end() - 1),
              result,
              period,
              marks.of(period),
              times,
              new EditorEvents(period)));
    }
    missed.removeAll();
    marks.beside(result.periods()).forEach(mark -> missed.add(row(mark)));
  }

  private String tallyText() {
    if (marks.all().isEmpty()) {
      return "Nothing marked yet. Verdicts stay when settings change, and go into every download.";
    }
    List<String> parts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      int count = marks.count(verdict);
      if (count > 0) {
        boolean countable = verdict == Verdict.TRUE || verdict == Verdict.FALSE_ALARM;
        parts.add(countable ? Texts.count(count, verdict.text()) : count + " " + verdict.text());
      }
    }
    return String.join(", ", parts) + ".";
  }

  private ListItem row(Mark mark) {
    Button remove =
        new Button(VaadinIcon.CLOSE_SMALL.create(), click -> change(marks.without(mark)));
    remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    remove.setAriaLabel("Remove the mark at " + times.of(mark.start()));
    Span text =
        new Span(
            "%s to %s: %s%s"
                .formatted(
                    times.of(mark.start()),
                    times.of(mark.end() - 1),
                    mark.verdict() == Verdict.MISSED
                        ? "missed"
                        : mark.verdict().text() + ", not flagged now",
                    mark.note().isEmpty() ? "" : " (" + mark.note() + ")"));
    ListItem item = new ListItem(text, remove);
    item.addClassName("missed-row");
    return item;
  }

  private final class EditorEvents implements VerdictEditor.Listener {
    private final Period period;

    EditorEvents(Period period) {
      this.period = period;
    }

    @Override
    public void onVerdict(Verdict verdict, String note) {
      change(marks.with(period, verdict, note));
    }

    @Override
    public void onRemove() {
      change(marks.without(period));
    }

    @Override
    public void onTry(double sensitivity) {
      listener.onTry(sensitivity);
    }
  }
}
