package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSingleSelectionModel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Severity;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.series.TimeSeries;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The anomalies, most severe first. */
final class AnomalyGrid extends Grid<Anomaly> {

  /** Rows that are seen at once, if there are so many. */
  private static final int ROWS_IN_VIEW = 5;

  private List<Anomaly> ranked = List.of();
  private List<Anomaly> anomalies = List.of();
  private @Nullable Stability stability;
  private Annotations annotations = Annotations.NONE;

  /**
   * @param series in which they are
   * @param digitsCount whether Benford's law has a say in the score
   * @param onSelect hears which anomaly the visitor wants to see, also if it is selected already
   */
  AnomalyGrid(TimeSeries series, boolean digitsCount, Consumer<Anomaly> onSelect) {
    super(Anomaly.class, false);
    setId("anomaly-grid");
    addClassName("compact");
    getElement().setAttribute("aria-label", "Anomalies");
    int digits = NumberText.usualDigits(series.values());
    TimeText text = Texts.times(series.times());
    addColumn(anomaly -> ranked.indexOf(anomaly) + 1)
        .setHeader("#")
        .setWidth("1.7rem")
        .setFlexGrow(0);
    addColumn(new ComponentRenderer<>(anomaly -> when(anomaly, text)))
        .setHeader("When")
        .setComparator(Comparator.comparingInt(anomaly -> anomaly.segment().from()))
        .setWidth("6rem");
    addColumn(new ComponentRenderer<>(anomaly -> value(anomaly, digits)))
        .setHeader("Value")
        .setComparator(Comparator.comparingDouble(Anomaly::value))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth("4.9rem")
        .setFlexGrow(0);
    addColumn(new ComponentRenderer<>(anomaly -> severity(anomaly, digitsCount)))
        .setHeader("Severity")
        .setComparator(Comparator.comparingDouble(Anomaly::severity))
        .setWidth("6.6rem")
        .setFlexGrow(0);
    setEmptyStateText("Nothing abnormal at this sensitivity.");
    // A click on the selected row shows its anomaly again.
    ((GridSingleSelectionModel<Anomaly>) getSelectionModel()).setDeselectAllowed(false);
    addItemClickListener(event -> onSelect.accept(event.getItem()));
    asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                onSelect.accept(event.getValue());
              }
            });
  }

  /** Shows how often each anomaly was found again. */
  void show(Stability found) {
    stability = found;
    getDataProvider().refreshAll();
  }

  /**
   * Lists the anomalies of a result.
   *
   * @param shown as they are numbered
   * @param inTime the same in order of time
   */
  void show(List<Anomaly> shown, List<Anomaly> inTime) {
    ranked = List.copyOf(shown);
    anomalies = List.copyOf(inTime);
    stability = null;
    // Room that few rows do not need is for what stands below them.
    getStyle().set("--grow", ranked.size() > ROWS_IN_VIEW ? "1" : "0");
    // Few rows are shown whole, however many lines one has.
    setAllRowsVisible(ranked.size() <= ROWS_IN_VIEW);
    setItems(ranked);
  }

  /** Shows what was said about the anomalies. */
  void showAnnotations(Annotations said) {
    annotations = said;
    getDataProvider().refreshAll();
  }

  /** Annotations the row of an anomaly; null: none. */
  void mark(@Nullable Anomaly anomaly) {
    asSingleSelect().setValue(anomaly);
    if (anomaly != null) {
      scrollToItem(anomaly);
    }
  }

  private Div when(Anomaly anomaly, TimeText text) {
    String start = text.of(anomaly.segment().from());
    Div cell = new Div(new Div(start));
    cell.addClassName("when");
    if (anomaly.length() > 1) {
      cell.add(small("to " + withoutDayOf(start, text.of(anomaly.segment().last()))));
    }
    stability(anomaly).ifPresent(found -> cell.add(small("found in " + found)));
    annotations.of(anomaly).ifPresent(said -> cell.add(Verdict.of(said)));
    return cell;
  }

  /** An end on the day of its start is a time of day: one line less for each row. */
  private static String withoutDayOf(String start, String end) {
    int day = end.indexOf(' ') + 1;
    return start.startsWith(end.substring(0, day)) ? end.substring(day) : end;
  }

  private Optional<String> stability(Anomaly anomaly) {
    int index = anomalies.indexOf(anomaly);
    return Optional.ofNullable(stability)
        .filter(found -> index >= 0 && found.trainings() > 0)
        .map(found -> "%d of %d".formatted(found.agreeing()[index], found.trainings()));
  }

  private static Div value(Anomaly anomaly, int digits) {
    Div cell =
        lines(
            Texts.value(anomaly.value()),
            "exp. "
                + NumberText.expected(anomaly.expected(), anomaly.value(), digits, Texts.locale()));
    cell.getElement().setAttribute("title", "The value at the peak, and what was expected there");
    return cell;
  }

  private static Div severity(Anomaly anomaly, boolean digitsCount) {
    Severity severity = Severity.of(anomaly);
    Span badge = new Span(NumberText.whole(anomaly.severity()) + " " + severity.text());
    badge.addClassNames("badge", severity.className());
    badge.setTitle(
        "How far the peak rises above the threshold of the usual sensitivity: 0 at it or below, 50"
            + " at double its height. It does not change with the sensitivity.");
    Div cell = new Div(badge, small(Texts.count(anomaly.length(), "point")));
    if (digitsCount) {
      cell.add(small("digits " + Texts.percent(anomaly.benfordShare())));
    }
    return cell;
  }

  private static Div lines(String first, String second) {
    return new Div(new Div(first), small(second));
  }

  private static Div small(String text) {
    Div line = new Div(text);
    line.addClassName("second-line");
    return line;
  }
}
