package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.hybridanomaly.detection.Period;
import io.hybridanomaly.detection.Stability;
import io.hybridanomaly.evaluation.Mark;
import io.hybridanomaly.evaluation.Marks;
import io.hybridanomaly.series.TimeAxis;
import io.hybridanomaly.series.TimeText;
import io.hybridanomaly.ui.base.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The abnormal periods, most severe first. */
final class PeriodGrid extends Grid<Period> {

  private static final int ROWS_WITHOUT_SCROLLING = 8;

  private final Column<Period> stable;
  private List<Period> periods = List.of();
  private @Nullable Stability stability;

  private Marks marks = Marks.NONE;

  /**
   * @param onSelect hears which period the visitor wants to see
   */
  PeriodGrid(TimeAxis times, Consumer<Period> onSelect) {
    super(Period.class, false);
    setId("anomaly-grid");
    addThemeVariants(GridVariant.ROW_STRIPES);
    addClassName("compact");
    getElement().setAttribute("aria-label", "Abnormal periods");
    TimeText text = new TimeText(times);
    addTimes(text);
    // Near the start: whoever asked for it need not scroll to it.
    stable = addColumn(this::stable).setHeader("Stable").setAutoWidth(true);
    stable.setVisible(false);
    addColumn(new ComponentRenderer<>(PeriodGrid::severity))
        .setHeader("Severity")
        .setComparator(Comparator.comparingDouble(Period::severity))
        .setAutoWidth(true);
    addColumn(new ComponentRenderer<>(this::verdict)).setHeader("Verdict").setAutoWidth(true);
    addNumber(
        "LSTM", p -> Texts.percent(p.lstmShare()), Comparator.comparingDouble(Period::lstmShare));
    addNumber(
        "Benford",
        p -> Texts.percent(p.benfordShare()),
        Comparator.comparingDouble(Period::benfordShare));
    addNumber("Value", p -> Texts.value(p.value()), Comparator.comparingDouble(Period::value));
    addNumber(
        "Expected", p -> Texts.value(p.expected()), Comparator.comparingDouble(Period::expected));
    addNumber("Points", p -> Texts.count(p.length()), Comparator.comparingInt(Period::length));
    setEmptyStateText("Nothing abnormal at this sensitivity.");
    asSingleSelect()
        .addValueChangeListener(
            event -> {
              if (event.isFromClient() && event.getValue() != null) {
                onSelect.accept(event.getValue());
              }
            });
  }

  /** Shows how often each period was found again. */
  void show(Stability found) {
    stability = found;
    stable.setVisible(found.trainings() > 0);
    refresh();
  }

  private String stable(Period period) {
    Stability found = stability;
    int index = periods.indexOf(period);
    return found == null || index < 0
        ? ""
        : "%d of %d".formatted(found.agreeing()[index], found.trainings());
  }

  /** Lists the periods of a result. */
  void show(List<Period> shown) {
    periods = List.copyOf(shown);
    stability = null;
    stable.setVisible(false);
    setItems(
        periods.stream().sorted(Comparator.comparingDouble(Period::severity).reversed()).toList());
    boolean few = periods.size() <= ROWS_WITHOUT_SCROLLING;
    setAllRowsVisible(few);
    setHeight(few ? null : "19rem");
  }

  /** Shows what was said about the periods. */
  void showMarks(Marks said) {
    marks = said;
    refresh();
  }

  /** What is new in a column may be wider than all before. */
  private void refresh() {
    getDataProvider().refreshAll();
    recalculateColumnWidths();
  }

  private Span verdict(Period period) {
    Optional<Mark> mark = marks.of(period);
    Span badge = new Span(mark.map(m -> m.verdict().text()).orElse(""));
    mark.ifPresent(
        m -> {
          badge.addClassNames("badge", "verdict-" + m.verdict().id().replace('_', '-'));
          badge.setTitle(m.note());
        });
    return badge;
  }

  /** Marks the row of a period; null: none. */
  void mark(@Nullable Period period) {
    asSingleSelect().setValue(period);
    if (period != null) {
      scrollToItem(period);
    }
  }

  private void addTimes(TimeText text) {
    addColumn(p -> text.of(p.start()))
        .setHeader("Start")
        .setComparator(Comparator.comparingInt(Period::start))
        .setAutoWidth(true);
    addColumn(p -> text.of(p.end() - 1))
        .setHeader("End")
        .setComparator(Comparator.comparingInt(Period::end))
        .setAutoWidth(true);
  }

  private void addNumber(
      String header,
      com.vaadin.flow.function.ValueProvider<Period, String> text,
      Comparator<Period> order) {
    addColumn(text)
        .setHeader(header)
        .setComparator(order)
        .setTextAlign(ColumnTextAlign.END)
        .setAutoWidth(true);
  }

  private static Div severity(Period period) {
    Span fill = new Span();
    fill.addClassName("fill");
    fill.getStyle().setWidth(String.format(Locale.ROOT, "%.0f%%", period.severity()));
    Div bar = new Div(fill);
    bar.addClassName("bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    Div cell = new Div(bar, new Span(String.format(Locale.ENGLISH, "%.0f", period.severity())));
    cell.addClassNames("severity", Severity.of(period).className());
    return cell;
  }
}
