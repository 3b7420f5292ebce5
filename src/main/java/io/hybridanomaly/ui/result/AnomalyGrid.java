package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.hybridanomaly.detection.Anomaly;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Annotation;
import io.hybridanomaly.evaluation.Annotations;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The anomalies, most severe first. */
final class AnomalyGrid extends Grid<Anomaly> {

  private static final int ROWS_WITHOUT_SCROLLING = 8;

  private final Column<Anomaly> stable;
  private List<Anomaly> anomalies = List.of();
  private @Nullable Stability stability;

  private Annotations annotations = Annotations.NONE;

  /**
   * @param onSelect hears which anomaly the visitor wants to see
   */
  AnomalyGrid(TimeAxis times, Consumer<Anomaly> onSelect) {
    super(Anomaly.class, false);
    setId("anomaly-grid");
    addThemeVariants(GridVariant.ROW_STRIPES);
    addClassName("compact");
    getElement().setAttribute("aria-label", "Anomalies");
    TimeText text = new TimeText(times);
    addTimes(text);
    // Near the start: whoever asked for it need not scroll to it.
    stable = addColumn(this::stable).setHeader("Stable").setAutoWidth(true);
    stable.setVisible(false);
    addColumn(new ComponentRenderer<>(AnomalyGrid::severity))
        .setHeader("Severity")
        .setComparator(Comparator.comparingDouble(Anomaly::severity))
        .setAutoWidth(true);
    addColumn(new ComponentRenderer<>(this::annotation)).setHeader("Annotation").setAutoWidth(true);
    addNumber(
        "LSTM", p -> Texts.percent(p.lstmShare()), Comparator.comparingDouble(Anomaly::lstmShare));
    addNumber(
        "Benford",
        p -> Texts.percent(p.benfordShare()),
        Comparator.comparingDouble(Anomaly::benfordShare));
    addNumber("Value", p -> Texts.value(p.value()), Comparator.comparingDouble(Anomaly::value));
    addNumber(
        "Expected", p -> Texts.value(p.expected()), Comparator.comparingDouble(Anomaly::expected));
    addNumber("Points", p -> Texts.count(p.length()), Comparator.comparingInt(Anomaly::length));
    setEmptyStateText("Nothing abnormal at this sensitivity.");
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
    stable.setVisible(found.trainings() > 0);
    refresh();
  }

  private String stable(Anomaly anomaly) {
    Stability found = stability;
    int index = anomalies.indexOf(anomaly);
    return found == null || index < 0
        ? ""
        : "%d of %d".formatted(found.agreeing()[index], found.trainings());
  }

  /** Lists the anomalies of a result. */
  void show(List<Anomaly> shown) {
    anomalies = List.copyOf(shown);
    stability = null;
    stable.setVisible(false);
    setItems(
        anomalies.stream()
            .sorted(Comparator.comparingDouble(Anomaly::severity).reversed())
            .toList());
    boolean few = anomalies.size() <= ROWS_WITHOUT_SCROLLING;
    setAllRowsVisible(few);
    setHeight(few ? null : "19rem");
  }

  /** Shows what was said about the anomalies. */
  void showAnnotations(Annotations said) {
    annotations = said;
    refresh();
  }

  /** What is new in a column may be wider than all before. */
  private void refresh() {
    getDataProvider().refreshAll();
    recalculateColumnWidths();
  }

  private Span annotation(Anomaly anomaly) {
    Optional<Annotation> annotation = annotations.of(anomaly);
    Span badge = new Span(annotation.map(m -> m.label().text()).orElse(""));
    annotation.ifPresent(
        m -> {
          badge.addClassNames("badge", "verdict-" + m.label().id().replace('_', '-'));
          badge.setTitle(m.note());
        });
    return badge;
  }

  /** Annotations the row of an anomaly; null: none. */
  void mark(@Nullable Anomaly anomaly) {
    asSingleSelect().setValue(anomaly);
    if (anomaly != null) {
      scrollToItem(anomaly);
    }
  }

  private void addTimes(TimeText text) {
    addColumn(p -> text.of(p.segment().from()))
        .setHeader("Start")
        .setComparator(Comparator.comparingInt(anomaly -> anomaly.segment().from()))
        .setAutoWidth(true);
    addColumn(p -> text.of(p.segment().last()))
        .setHeader("End")
        .setComparator(Comparator.comparingInt(anomaly -> anomaly.segment().to()))
        .setAutoWidth(true);
  }

  private void addNumber(
      String header,
      com.vaadin.flow.function.ValueProvider<Anomaly, String> text,
      Comparator<Anomaly> order) {
    addColumn(text)
        .setHeader(header)
        .setComparator(order)
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
  }

  private static Div severity(Anomaly anomaly) {
    Span fill = new Span();
    fill.addClassName("fill");
    fill.getStyle().setWidth(String.format(Locale.ROOT, "%.0f%%", anomaly.severity()));
    Div bar = new Div(fill);
    bar.addClassName("bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    Div cell = new Div(bar, new Span(String.format(Locale.ENGLISH, "%.0f", anomaly.severity())));
    cell.addClassNames("severity", Severity.of(anomaly).className());
    return cell;
  }
}
