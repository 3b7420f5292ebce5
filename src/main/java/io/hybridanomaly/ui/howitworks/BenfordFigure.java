package io.hybridanomaly.ui.howitworks;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.slider.Slider;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.ui.base.Segments;
import io.hybridanomaly.ui.base.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Numbers of several origins and their first digits, to play with. */
final class BenfordFigure extends Div {

  private static final int NUMBERS = 1_000;
  private static final int ORIGINAL = 1;

  /** A share of 45 % fills the height. */
  private static final double PERCENT_OF_HEIGHT = 220;

  /** Where the numbers come from. */
  enum Origin {
    GROWTH("Growth"),
    AMOUNTS("Amounts of money"),
    HEIGHTS("Heights of people"),
    INVENTED("Invented numbers");

    private final String title;

    Origin(String title) {
      this.title = title;
    }
  }

  private final Slider decades = new Slider(0.2, 4);
  private final Div bars = new Div();
  private final Paragraph verdict = new Paragraph();
  private Origin origin = Origin.GROWTH;

  BenfordFigure() {
    addClassName("benford-figure");
    Map<Origin, String> choices = new LinkedHashMap<>();
    for (Origin choice : Origin.values()) {
      choices.put(choice, choice.title);
    }
    decades.setId("benford-decades");
    decades.setStep(0.1);
    decades.setValue(3.0);
    decades.setValueChangeMode(ValueChangeMode.TIMEOUT);
    decades.setWidthFull();
    decades.addValueChangeListener(event -> draw());
    bars.addClassName("digit-bars");
    bars.getElement().setAttribute("role", "img");
    verdict.getElement().setAttribute("role", "status");
    verdict.addClassName("note");
    add(
        new Segments<>(
            "Origin of the numbers",
            choices,
            chosen -> {
              origin = chosen;
              draw();
            }),
        decades,
        bars,
        verdict);
    draw();
  }

  private void draw() {
    decades.setLabel("Spread: %s orders of magnitude".formatted(Texts.value(decades.getValue())));
    decades.setEnabled(origin == Origin.GROWTH || origin == Origin.AMOUNTS);
    double[] numbers = numbers(origin, decades.getValue());
    DigitStatistics statistics = DigitStatistics.of(Digits.FIRST, numbers, 0, numbers.length);
    double[] law = Digits.FIRST.expected();
    bars.removeAll();
    StringBuilder words = new StringBuilder("Shares of the first digits:");
    for (int i = 0; i < law.length; i++) {
      double share = (double) statistics.counts()[i] / Math.max(1, statistics.n());
      bars.add(column(i + 1, share, law[i]));
      words.append(String.format(Texts.locale(), " %d %.0f %%", i + 1, 100 * share));
    }
    bars.getElement().setAttribute("aria-label", words.toString());
    verdict.setText(Applicability.of(numbers).summary(Texts.locale()));
  }

  private static Div column(int digit, double share, double law) {
    Span bar = new Span();
    bar.addClassName("digit-bar");
    bar.getStyle()
        .setHeight(String.format(Locale.ROOT, "%.1f%%", Math.min(100, PERCENT_OF_HEIGHT * share)));
    Span mark = new Span();
    mark.addClassName("digit-law");
    mark.getStyle().setBottom(String.format(Locale.ROOT, "%.1f%%", PERCENT_OF_HEIGHT * law));
    Div well = new Div(bar, mark);
    well.addClassName("digit-well");
    Div column = new Div(well, new Span(Integer.toString(digit)), new Span(Texts.percent(share)));
    column.addClassName("digit-column");
    return column;
  }

  /** The same origin and spread always give the same numbers. */
  static double[] numbers(Origin origin, double spread) {
    Random random = new Random(ORIGINAL);
    return IntStream.range(0, NUMBERS)
        .mapToDouble(
            i ->
                switch (origin) {
                  case GROWTH -> Math.pow(10, 2 + spread * i / NUMBERS);
                  // About 80 % of a normal distribution lie within 1.28 deviations.
                  case AMOUNTS -> Math.pow(10, 3 + spread / 2.56 * random.nextGaussian());
                  case HEIGHTS -> 170 + 9 * random.nextGaussian();
                  case INVENTED -> 100 + random.nextInt(900);
                })
        .toArray();
  }
}
