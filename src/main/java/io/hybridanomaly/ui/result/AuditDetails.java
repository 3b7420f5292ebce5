package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.hybridanomaly.benford.BenfordAudit;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.benford.NumberDuplication;
import io.hybridanomaly.benford.Signs;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.ui.base.Analyses;
import io.hybridanomaly.ui.base.TextTable;
import io.hybridanomaly.ui.base.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that digit analysis says about a stretch; counted in the background once opened. */
final class AuditDetails extends Details {

  private static final int DUPLICATES_NAMED = 5;

  private final double[] values;
  private final Analyses analyses;
  private final Div content = new Div();
  private final Paragraph status = new Paragraph();
  private final Select<Signs> signs = new Select<>();

  /** What shall be shown; answers about other stretches are dropped. */
  private Segment stretch;

  /** What is shown or being counted; null: nothing. */
  private @Nullable Segment asked;

  /**
   * @param values the whole series
   * @param analyses counts the digits
   */
  AuditDetails(double[] values, Analyses analyses) {
    super("Digit audit");
    this.values = values;
    this.analyses = analyses;
    stretch = new Segment(0, values.length);
    setId("digit-audit");
    status.addClassNames("note", "audit-status");
    status.getElement().setAttribute("role", "status");
    content.addClassName("audit");
    signs.setLabel("Values");
    signs.setId("audit-signs");
    signs.setItems(Signs.values());
    signs.setItemLabelGenerator(
        choice ->
            switch (choice) {
              case ALL -> "All, without their sign";
              case POSITIVE -> "Positive";
              case NEGATIVE -> "Negative, without their sign";
            });
    signs.setValue(Signs.judgedIn(values));
    signs.setVisible(Arrays.stream(values).anyMatch(value -> value < 0));
    signs.addValueChangeListener(
        event -> {
          asked = null;
          refresh();
        });
    add(signs, status, content);
    addOpenedChangeListener(event -> refresh());
  }

  /** Audits another stretch, now or when it is opened. */
  void show(Segment range) {
    stretch = range;
    refresh();
  }

  private void refresh() {
    Segment wanted = stretch;
    if (!isOpened() || wanted.equals(asked)) {
      return;
    }
    asked = wanted;
    content.removeAll();
    status.setText("Counting the digits of %s …".formatted(Texts.count(wanted.length(), "value")));
    Signs chosen = signs.getValue();
    boolean counting =
        analyses.count(
            () -> BenfordAudit.of(values, wanted.from(), wanted.to(), chosen),
            audit -> {
              if (wanted.equals(asked) && audit.signs() == signs.getValue()) {
                show(audit);
              }
            });
    if (!counting) {
      asked = null;
      status.setText("The server is busy: close the audit and open it again to try once more.");
    }
  }

  private void show(BenfordAudit audit) {
    status.setText(
        audit.isTooSmall()
            ? "Fewer than %d such values: their digits say little, whatever the numbers."
                .formatted(BenfordAudit.FEWEST_DIGITS)
            : "");
    content.add(table(audit), further(audit));
  }

  private static Div table(BenfordAudit audit) {
    TextTable table =
        new TextTable("Digits", "Count", "χ²", "p", "MAD", "Conformity", "KS", "Kuiper");
    for (Digits digits : Digits.values()) {
      DigitStatistics s = audit.statistics(digits);
      table.add(
          digits.label(),
          Texts.count(s.n()),
          Texts.value(s.chiSquare()),
          probability(s.pValue()),
          String.format(Texts.locale(), "%.4f", s.mad()),
          s.conformity().label(),
          String.format(Texts.locale(), "%.3f", s.kolmogorovSmirnov()),
          String.format(Texts.locale(), "%.3f", s.kuiper()));
    }
    table.addClassName("contributions");
    Div box = new Div(table);
    box.addClassName("contribution-box");
    box.getElement().setAttribute("tabindex", "0");
    box.getElement().setAttribute("role", "region");
    box.getElement().setAttribute("aria-label", "Digit statistics");
    return box;
  }

  private static UnorderedList further(BenfordAudit audit) {
    UnorderedList list = new UnorderedList();
    audit
        .simulated()
        .ifPresent(
            p ->
                list.add(
                    new ListItem(
                        "First digits against simulated samples: χ² p %s, KS p %s, Kuiper p %s, MAD p %s."
                            .formatted(
                                Texts.probability(p.chiSquare()),
                                Texts.probability(p.kolmogorovSmirnov()),
                                Texts.probability(p.kuiper()),
                                Texts.probability(p.mad())))));
    audit
        .amongOthers()
        .ifPresent(
            p ->
                list.add(
                    new ListItem(
                        "Against the other stretches of this series, allowing for dependent values: p %s."
                            .formatted(Texts.probability(p)))));
    list.add(
        new ListItem(
            "Mantissa arc p %s, summation test p %s."
                .formatted(
                    Texts.probability(audit.mantissaArc().pValue()),
                    Texts.probability(audit.sumInvariance().pValue()))),
        new ListItem(duplicates(audit.duplication())),
        new ListItem(
            "The plain p-values take the values for independent; neighbouring values of a series"
                + " are not, so they come out far too small."));
    return list;
  }

  private static String duplicates(NumberDuplication duplication) {
    List<NumberDuplication.Repeated> most =
        duplication.mostFrequent().stream().limit(DUPLICATES_NAMED).toList();
    if (most.isEmpty()) {
      return "No number occurs twice.";
    }
    return "%s different numbers among %s; most frequent: %s."
        .formatted(
            Texts.count(duplication.distinct()),
            Texts.count(duplication.n()),
            most.stream()
                .map(r -> "%s (%s times)".formatted(Texts.value(r.value()), Texts.count(r.count())))
                .collect(Collectors.joining(", ")));
  }

  private static String probability(double p) {
    return Texts.probability(p).replaceFirst("^= ", "");
  }
}
