package io.hybridanomaly.ledger;

import io.hybridanomaly.series.NumberText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a check found in a ledger beyond chance: worth a look, not proof of anything. */
public sealed interface Finding {

  /**
   * In words.
   *
   * @param locale for its numbers
   */
  String text(Locale locale);

  /**
   * Rows that equal another one in every column but their own number.
   *
   * @param groups those that equal each other
   */
  record Copies(List<DuplicateGroup> groups) implements Finding {

    public Copies {
      groups = List.copyOf(groups);
    }

    @Override
    public String text(Locale locale) {
      int rows = groups.stream().mapToInt(group -> group.rows().length).sum();
      return "%s equal another one in everything but their number"
          .formatted(NumberText.count(rows, "row", locale));
    }
  }

  /**
   * A heap of amounts just below a round number.
   *
   * @param heap of the number with the clearest one
   */
  record BelowLimit(JustBelow heap) implements Finding {

    @Override
    public String text(Locale locale) {
      return "%s just below %s, %s just above"
          .formatted(
              NumberText.count(heap.rows().length, "amount", locale),
              NumberText.of(heap.limit(), locale),
              NumberText.count(heap.above(), locale));
    }
  }

  /**
   * First two digits that are too frequent, in amounts to which Benford's law applies.
   *
   * @param bars that with the largest excess first
   */
  record FrequentDigits(List<DigitTest.Bar> bars) implements Finding {

    public FrequentDigits {
      bars = List.copyOf(bars);
    }

    @Override
    public String text(Locale locale) {
      return "first two digits "
          + bars.stream().map(bar -> text(bar, locale)).collect(Collectors.joining(" and "));
    }

    private static String text(DigitTest.Bar bar, Locale locale) {
      return "%s in %s where Benford's law has %s"
          .formatted(
              bar.label(),
              NumberText.count(bar.count(), "amount", locale),
              NumberText.count(Math.round(bar.expected()), locale));
    }
  }
}
