package io.hybridanomaly.ui.ledger;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.NumberField;
import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.DigitStatistics;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.ledger.DigitTest;
import io.hybridanomaly.ledger.DuplicateGroup;
import io.hybridanomaly.ledger.Finding;
import io.hybridanomaly.ledger.JustBelow;
import io.hybridanomaly.ledger.Ledger;
import io.hybridanomaly.ledger.RoundAmounts;
import io.hybridanomaly.ledger.RowNote;
import io.hybridanomaly.ui.base.Texts;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The questions of an auditor as tabs; below each the rows of the file that answer it. */
final class LedgerDialog extends Dialog {

  /** More groups than anybody reads; the rows of all stand below. */
  private static final int MOST_GROUPS = 200;

  private final Ledger ledger;
  private final Div question = new Div();
  private final LedgerRows rows;
  private final Tab suspects;
  private final Tab copies;
  private final Tab limit;
  private final Tabs tabs = new Tabs();
  private final Map<Tab, Runnable> contents = new LinkedHashMap<>();

  /**
   * @param findings of the ledger; to find them takes a while
   */
  LedgerDialog(Ledger ledger, List<Finding> findings) {
    this.ledger = ledger;
    this.rows = new LedgerRows(ledger);
    setId("ledger-view");
    setHeaderTitle("Ledger: " + Texts.count(ledger.rows().size(), "row"));
    setWidth("96vw");
    setHeight("94vh");
    question.addClassName("ledger-question");
    tabs.getElement().setAttribute("aria-label", "Questions to the ledger");
    suspects = tab("suspects", "Suspects", this::showSuspects);
    for (Digits digits : Digits.values()) {
      String id = digits.name().toLowerCase(Locale.ROOT).replace('_', '-');
      tab(id, digits.label(), () -> showDigits(digits));
    }
    copies = tab("copies", "Copies", this::showCopies);
    tab("duplicates", "Same amount", () -> showGroups(ledger.duplicates(), "duplicates"));
    if (!ledger.rows().dateColumns().isEmpty()) {
      tab(
          "same-date",
          "Same amount and date",
          () -> showGroups(ledger.duplicatesByDate(), "duplicates-date"));
    }
    for (int column : ledger.otherColumns()) {
      tab(
          "same-column-" + (column + 1),
          "Same amount and " + ledger.rows().columns().get(column),
          () -> showGroups(ledger.duplicatesBy(column), "duplicates-column-" + (column + 1)));
    }
    tab("largest", "Largest amounts", this::showLargest);
    tab("round", "Round amounts", this::showRound);
    limit = tab("below-limit", "Below a limit", this::showLimit);
    tabs.addSelectedChangeListener(
        event -> {
          showSelected(event.getSelectedTab());
          bringIntoView(event.getSelectedTab());
        });
    Button close = new Button("Close", click -> close());
    getFooter().add(close);
    Div content = new Div(new LedgerFindings(findings, this::open), tabs, question, rows);
    content.addClassName("ledger-content");
    add(content);
    showSelected(tabs.getSelectedTab());
  }

  /** What was said about rows. */
  Map<Integer, RowNote> notes() {
    return rows.notes();
  }

  private Tab tab(String id, String title, Runnable content) {
    Tab tab = new Tab(title);
    tab.setId("ledger-tab-" + id);
    contents.put(tab, content);
    tabs.add(tab);
    return tab;
  }

  private void open(Finding finding) {
    tabs.setSelectedTab(
        switch (finding) {
          case Finding.Copies ignored -> copies;
          case Finding.BelowLimit ignored -> limit;
          case Finding.FrequentDigits ignored -> suspects;
        });
  }

  /** The arrow at the edge of the tabs would cover it; only in the middle it is sure not to. */
  private static void bringIntoView(Tab tab) {
    tab.getElement()
        .executeJs(
            "setTimeout(() => this.scrollIntoView({block: 'nearest', inline: 'center'}), 50)");
  }

  private void showSelected(Tab tab) {
    question.removeAll();
    Runnable content = contents.get(tab);
    if (content != null) {
      content.run();
    }
  }

  private void showSuspects() {
    List<DigitTest.Bar> most = ledger.suspectDigits();
    String digits = String.join(" and ", most.stream().map(DigitTest.Bar::label).toList());
    question.add(new Paragraph(suspicion(digits, most)));
    rows.show(ledger.suspects(), "first two digits " + digits, "suspects");
  }

  /** The digits that deviate most, and whether that means anything. */
  private String suspicion(String digits, List<DigitTest.Bar> bars) {
    String most =
        "The first two digits %s deviate most from Benford's law; these are their rows."
            .formatted(digits);
    if (Applicability.of(ledger.rows().values()).level() == Applicability.Level.DOES_NOT_APPLY) {
      return most
          + " But the law does not hold for these amounts as a whole, so that says little about"
          + " them.";
    }
    if (bars.stream().noneMatch(DigitTest.Bar::isNotable)) {
      return most
          + " But no pair of digits deviates further than chance explains, so these rows are no"
          + " reason to suspect anybody.";
    }
    return most;
  }

  private void showDigits(Digits digits) {
    DigitTest test = ledger.digits(digits);
    DigitStatistics found = test.statistics();
    question.add(
        new Paragraph(
            String.format(
                Texts.locale(),
                "%s of %,d positive amounts: %s, MAD %.5f, χ² %.1f, p %.2g. Click on a bar for its"
                    + " rows.",
                digits.label(),
                found.n(),
                found.conformity().label(),
                found.mad(),
                found.chiSquare(),
                found.pValue())));
    Div bars = new Div();
    bars.addClassName("ledger-bars");
    double tallest =
        test.bars().stream()
            .mapToDouble(bar -> Math.max(bar.count(), bar.expected()))
            .max()
            .orElse(1);
    for (DigitTest.Bar bar : test.bars()) {
      bars.add(button(test, bar, tallest));
    }
    question.add(bars);
    rows.show(new int[0], "", "digits");
  }

  private NativeButton button(DigitTest test, DigitTest.Bar bar, double tallest) {
    String name = test.statistics().digits().label().toLowerCase(Locale.ROOT) + " " + bar.label();
    NativeButton button =
        new NativeButton(
            "",
            click ->
                rows.show(test.rows(bar.category()), name, name.replaceAll("[^a-z0-9]+", "-")));
    String text =
        String.format(
            Texts.locale(),
            "%s: %,d rows, %.1f by the law, Z %.2f",
            bar.label(),
            bar.count(),
            bar.expected(),
            bar.z());
    button.getElement().setAttribute("aria-label", text);
    button.getElement().setAttribute("title", text);
    button.addClassName("ledger-bar");
    Span counted = new Span();
    counted.addClassName("counted");
    counted.setHeight(percent(bar.count() / tallest));
    Span law = new Span();
    law.addClassName("law");
    law.getStyle().setBottom(percent(bar.expected() / tallest));
    Span label = new Span(bar.label());
    label.addClassName("label");
    Span place = new Span(counted, law);
    place.addClassName("place");
    button.add(place, label);
    return button;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  private void showGroups(List<DuplicateGroup> groups, String check) {
    int[] all = groups.stream().flatMapToInt(g -> Arrays.stream(g.rows())).toArray();
    question.add(
        new Paragraph(
            "%s with %s."
                .formatted(Texts.count(groups.size(), "group"), Texts.count(all.length, "row"))));
    Div list = new Div();
    list.addClassName("ledger-groups");
    for (DuplicateGroup group : groups.stream().limit(MOST_GROUPS).toList()) {
      String also = group.also().isEmpty() ? "" : ", " + String.join(" ", group.also());
      String name = written(group.rows()[0]) + also;
      String text = name + " (" + group.rows().length + ")";
      list.add(link(text, group.rows(), "repeated " + name, check));
    }
    question.add(list);
    rows.show(all, "repeated", check);
  }

  private void showCopies() {
    question.add(
        new Paragraph(
            "Rows that equal another one in every column, running numbers left out: entered twice,"
                + " or paid twice."));
    showGroups(ledger.copies(), "copies");
  }

  private void showLargest() {
    int[] largest = ledger.largest();
    question.add(
        new Paragraph(
            "The %s with the largest amounts, money in or out, the largest first."
                .formatted(Texts.count(largest.length, "row"))));
    rows.show(largest, "among the largest", "largest");
  }

  private void showRound() {
    Div list = new Div();
    list.addClassName("ledger-groups");
    for (RoundAmounts round : ledger.roundAmounts()) {
      String name = "Multiples of " + Texts.count(round.step());
      list.add(link(name + " (" + round.rows().length + ")", round.rows(), name, "round"));
    }
    question.add(list);
    rows.show(ledger.roundAmounts().getLast().rows(), "round", "round");
  }

  private void showLimit() {
    NumberField limit = new NumberField("Limit");
    limit.setId("ledger-limit");
    Paragraph answer = new Paragraph();
    answer.getElement().setAttribute("role", "status");
    limit.addValueChangeListener(
        event -> {
          if (event.getValue() == null || !(event.getValue() > 0)) {
            answer.setText("The limit must be a number above 0.");
            return;
          }
          JustBelow below = ledger.justBelow(event.getValue());
          answer.setText(
              "%s from %s up to the limit; in an equal band from the limit on there are %s."
                  .formatted(
                      Texts.count(below.rows().length, "row"),
                      Texts.value(below.from()),
                      Texts.count(below.above())));
          rows.show(below.rows(), "just below " + Texts.value(below.limit()), "below-limit");
        });
    question.add(limit, answer);
    rows.show(new int[0], "", "below-limit");
    Optional<JustBelow> suggested = ledger.suggestedLimit();
    suggested.ifPresent(heap -> suggest(heap, limit));
    if (suggested.isEmpty()) {
      answer.setText(
          "No round number has clearly more amounts just below it than on either side. Enter the"
              + " limit of your own rules to see the amounts below it.");
    }
  }

  /** The limit with the clearest heap below it; the visitor may try others. */
  private void suggest(JustBelow heap, NumberField limit) {
    limit.setHelperText(
        "%s is suggested: %s just below it, %s just above"
            .formatted(
                Texts.value(heap.limit()),
                Texts.count(heap.rows().length),
                Texts.count(heap.above())));
    limit.setValue(heap.limit());
  }

  /** An amount as it stands in the file, like in the table below. */
  private String written(int row) {
    return ledger.rows().cells(row).get(ledger.rows().valueColumn()).strip();
  }

  private NativeButton link(String text, int[] which, String why, String check) {
    NativeButton button = new NativeButton(text, click -> rows.show(which, why, check));
    button.addClassName("link-button");
    return button;
  }
}
