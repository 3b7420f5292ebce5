package io.hybridanomaly.ui.result;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.hybridanomaly.benford.BenfordAudit;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.benford.NumberDuplication;
import io.hybridanomaly.series.NumberText;
import io.hybridanomaly.ui.base.PointRange;
import io.hybridanomaly.ui.base.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that digit analysis says about a stretch; computed when it is opened. */
final class AuditDetails extends Details {

  private static final int DUPLICATES_NAMED = 5;

  private final double[] values;
  private final Div content = new Div();
  private PointRange stretch;
  private boolean stale = true;

  /**
   * @param values the whole series
   */
  AuditDetails(double[] values) {
    super("Digit audit");
    this.values = values;
    stretch = new PointRange(0, values.length);
    setId("digit-audit");
    content.addClassName("audit");
    add(content);
    addOpenedChangeListener(event -> refresh());
  }

  /** Audits another stretch, now or when it is opened. */
  void show(PointRange range) {
    stale = stale || !range.equals(stretch);
    stretch = range;
    refresh();
  }

  private void refresh() {
    if (!isOpened() || !stale) {
      return;
    }
    stale = false;
    BenfordAudit audit = BenfordAudit.of(values, stretch.from(), stretch.to());
    content.removeAll();
    if (audit.isTooSmall()) {
      content.add(
          new Paragraph(
              "Fewer than %d positive values: their digits say little, whatever the numbers."
                  .formatted(BenfordAudit.FEWEST_DIGITS)));
    }
    content.add(table(audit), further(audit));
  }

  private static Div table(BenfordAudit audit) {
    NativeTableHeader header = new NativeTableHeader();
    header.add(row(true, "Digits", "Count", "χ²", "p", "MAD", "Conformity", "KS", "Kuiper"));
    NativeTableBody body = new NativeTableBody();
    for (Digits digits : Digits.values()) {
      DigitStatistics s = audit.positives(digits);
      body.add(
          row(
              false,
              digits.label(),
              Texts.count(s.n()),
              Texts.value(s.chiSquare()),
              probability(s.pValue()),
              String.format(Locale.ENGLISH, "%.4f", s.mad()),
              s.conformity().label(),
              String.format(Locale.ENGLISH, "%.3f", s.kolmogorovSmirnov()),
              String.format(Locale.ENGLISH, "%.3f", s.kuiper())));
    }
    NativeTable table = new NativeTable();
    table.add(header, body);
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
                                NumberText.probability(p.chiSquare()),
                                NumberText.probability(p.kolmogorovSmirnov()),
                                NumberText.probability(p.kuiper()),
                                NumberText.probability(p.mad())))));
    audit
        .amongOthers()
        .ifPresent(
            p ->
                list.add(
                    new ListItem(
                        "Against the other stretches of this series, allowing for dependent values: p %s."
                            .formatted(NumberText.probability(p)))));
    list.add(
        new ListItem(
            "Mantissa arc p %s, summation test p %s."
                .formatted(
                    NumberText.probability(audit.mantissaArc().pValue()),
                    NumberText.probability(audit.sumInvariance().pValue()))),
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
    return NumberText.probability(p).replaceFirst("^= ", "");
  }

  private static NativeTableRow row(boolean header, String... cells) {
    NativeTableRow row = new NativeTableRow();
    for (String cell : cells) {
      if (header) {
        row.addHeaderCell().setText(cell);
      } else {
        row.addDataCell().setText(cell);
      }
    }
    return row;
  }
}
