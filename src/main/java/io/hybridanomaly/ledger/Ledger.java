package io.hybridanomaly.ledger;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.importing.OriginalRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * A table of amounts: postings, payments, invoices. Rows are numbered from 0 in the order of time.
 *
 * @param rows as they stand in the file
 */
public record Ledger(OriginalRows rows) {

  /** The multiples that are looked for. */
  public static final List<Integer> ROUND_STEPS = List.of(10, 25, 100, 1000, 10_000);

  /** How wide the band below a limit is, as a share of it. */
  public static final double BELOW_SHARE = 0.05;

  /** Of how many pairs of digits the rows are suspects, as {@code getSuspects} of R has it. */
  public static final int SUSPECT_DIGITS = 2;

  /** Fewer rows are no heap. */
  private static final int LEAST_HEAP = 10;

  private static final int CLEAR = 4;

  /** The round numbers between 1 and 10 that people choose as limits. */
  private static final double[] LIMITS = {1, 1.5, 2, 2.5, 3, 4, 5, 7.5};

  /** A ledger in which more rows than this share have a twin repeats by its nature. */
  private static final double MOST_COPIES = 0.05;

  /** How many of the largest amounts are listed. */
  public static final int LARGEST = 25;

  /** The rows with the largest amounts of either sign, the largest first. */
  public int[] largest() {
    double[] amounts = rows.values();
    Comparator<Integer> order = Comparator.comparingDouble(row -> -Math.abs(amounts[row]));
    TreeSet<Integer> largest = new TreeSet<>(order.thenComparingInt(row -> row));
    for (int row = 0; row < amounts.length; row++) {
      largest.add(row);
      if (largest.size() > LARGEST) {
        largest.pollLast();
      }
    }
    return largest.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The digits of the positive amounts. */
  public DigitTest digits(Digits digits) {
    return DigitTest.of(digits, rows.values());
  }

  /** The first two digits whose rows are suspects, that with the largest excess first. */
  public List<DigitTest.Bar> suspectDigits() {
    return digits(Digits.FIRST_TWO).suspects().stream()
        .filter(bar -> bar.excess() > 0)
        .limit(SUSPECT_DIGITS)
        .toList();
  }

  /**
   * The rows that contribute most to the deviation: those of the first two digits that deviate most
   * from Benford's law, as {@code getSuspects} of R's benford.analysis finds them, but only where
   * there are too many; of digits that are too rare no row is to blame.
   *
   * @return those of the digits with the largest excess first
   */
  public int[] suspects() {
    DigitTest test = digits(Digits.FIRST_TWO);
    int[] categories = suspectDigits().stream().mapToInt(DigitTest.Bar::category).toArray();
    return Arrays.stream(categories).flatMap(digit -> Arrays.stream(test.rows(digit))).toArray();
  }

  /** Rows with equal amounts. */
  public List<DuplicateGroup> duplicates() {
    return duplicates(row -> List.of());
  }

  /** Rows with equal amounts and dates; empty if there is no date. */
  public List<DuplicateGroup> duplicatesByDate() {
    return rows.dateColumns().isEmpty()
        ? List.of()
        : duplicates(
            row -> rows.dateColumns().stream().map(column -> rows.cells(row).get(column)).toList());
  }

  /**
   * Rows with equal amounts and equal text in a column.
   *
   * @param column from 0
   */
  public List<DuplicateGroup> duplicatesBy(int column) {
    return duplicates(row -> List.of(rows.cells(row).get(column).strip()));
  }

  /** What rows must share beside the amount. */
  private record Key(double amount, List<String> also) {}

  /** The largest groups first, of equally large ones that with the larger amount. */
  private List<DuplicateGroup> duplicates(IntFunction<List<String>> also) {
    Map<Key, List<Integer>> groups = new HashMap<>();
    double[] amounts = rows.values();
    for (int row = 0; row < amounts.length; row++) {
      if (amounts[row] != 0) {
        groups
            .computeIfAbsent(new Key(amounts[row], also.apply(row)), key -> new ArrayList<>(2))
            .add(row);
      }
    }
    return groups.entrySet().stream()
        .filter(group -> group.getValue().size() > 1)
        .map(
            group ->
                new DuplicateGroup(
                    group.getKey().amount(),
                    group.getKey().also(),
                    group.getValue().stream().mapToInt(Integer::intValue).toArray()))
        .sorted(
            Comparator.comparingInt((DuplicateGroup group) -> group.rows().length)
                .thenComparingDouble(group -> Math.abs(group.amount()))
                .reversed()
                .thenComparingInt(group -> group.rows()[0]))
        .toList();
  }

  /**
   * The columns whose text rows may share: neither amount nor date, and none that gives every row a
   * text of its own, such as a running number.
   */
  public List<Integer> otherColumns() {
    BitSet repeating = repeating();
    List<Integer> others = new ArrayList<>();
    for (int column = 0; column < rows.columns().size(); column++) {
      if (repeating.get(column)
          && column != rows.valueColumn()
          && !rows.dateColumns().contains(column)) {
        others.add(column);
      }
    }
    return others;
  }

  /** Multiples of round numbers, by the number. */
  public List<RoundAmounts> roundAmounts() {
    return ROUND_STEPS.stream().map(step -> RoundAmounts.of(rows.values(), step)).toList();
  }

  /**
   * Amounts just below a limit.
   *
   * @param limit above 0
   * @throws IllegalArgumentException if it is not
   */
  public JustBelow justBelow(double limit) {
    return JustBelow.of(rows.values(), limit, BELOW_SHARE);
  }

  /**
   * The round number that has the clearest heap of amounts just below it, compared with as wide
   * bands on both sides. Two counts of the same mean differ by less than {@value #CLEAR} standard
   * deviations, the root of their sum, in practically all cases.
   *
   * @return empty if there is none
   */
  public Optional<JustBelow> suggestedLimit() {
    double largest = Arrays.stream(rows.values()).max().orElse(0);
    JustBelow best = null;
    for (double power = 10; power <= largest; power *= 10) {
      for (double factor : LIMITS) {
        JustBelow heap = justBelow(factor * power);
        boolean clear = heap.rows().length >= LEAST_HEAP && heap.clarity() >= CLEAR;
        if (clear && (best == null || heap.clarity() > best.clarity())) {
          best = heap;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Rows that equal another one in every column, those left out in which every row has a cell of
   * its own, such as a running number.
   *
   * @return empty also if nothing but the amount is left to compare
   */
  public List<DuplicateGroup> copies() {
    BitSet compared = repeating();
    compared.clear(rows.valueColumn());
    return compared.isEmpty()
        ? List.of()
        : duplicates(
            row -> {
              List<String> cells = rows.cells(row);
              return compared.stream().mapToObj(column -> cells.get(column).strip()).toList();
            });
  }

  /** The columns in which some cells are equal. */
  private BitSet repeating() {
    BitSet repeating = new BitSet();
    List<Set<String>> seen =
        rows.columns().stream().<Set<String>>map(c -> new HashSet<>()).toList();
    for (int row = 0; row < rows.size(); row++) {
      List<String> cells = rows.cells(row);
      for (int column = 0; column < seen.size(); column++) {
        if (!repeating.get(column) && !seen.get(column).add(cells.get(column).strip())) {
          repeating.set(column);
          seen.get(column).clear();
        }
      }
    }
    return repeating;
  }

  /** What the checks found beyond chance, the most telling first. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<DuplicateGroup> copies = copies();
    int copied = copies.stream().mapToInt(group -> group.rows().length).sum();
    if (copied > 0 && copied <= MOST_COPIES * rows.size()) {
      findings.add(new Finding.Copies(copies));
    }
    suggestedLimit().map(Finding.BelowLimit::new).ifPresent(findings::add);
    List<DigitTest.Bar> frequent =
        suspectDigits().stream().filter(bar -> bar.z() >= CLEAR).toList();
    if (!frequent.isEmpty()
        && Applicability.of(rows.values()).level() != Applicability.Level.DOES_NOT_APPLY) {
      findings.add(new Finding.FrequentDigits(frequent));
    }
    return List.copyOf(findings);
  }

  /** Rows that share their amount and the text of a column, counted by {@link #likeliestCopies}. */
  public record Copies(String column, int rows) {}

  /**
   * The rows that are most likely to be entered twice: those that share their amount and the text
   * of a column, for the column where these are fewest.
   *
   * @return empty if no rows share an amount and a text
   */
  public Optional<Copies> likeliestCopies() {
    return otherColumns().stream()
        .map(
            column ->
                new Copies(
                    rows.columns().get(column),
                    duplicatesBy(column).stream().mapToInt(group -> group.rows().length).sum()))
        .filter(copies -> copies.rows() > 0)
        .min(Comparator.comparingInt(Copies::rows));
  }

  /**
   * Whether a series looks like a ledger: many rows share their times, as postings of a day do.
   *
   * @param duplicateTimes points whose time is that of the point before
   * @param points all of them
   */
  public static boolean isLikely(int duplicateTimes, int points) {
    return points > 0 && duplicateTimes >= points / 2;
  }
}
