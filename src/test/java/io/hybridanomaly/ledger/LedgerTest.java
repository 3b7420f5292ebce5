package io.hybridanomaly.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.Conformity;
import io.hybridanomaly.benford.Digits;
import io.hybridanomaly.importing.CsvImporter;
import io.hybridanomaly.importing.TextSource;
import io.hybridanomaly.importing.options.DuplicateTimes;
import io.hybridanomaly.importing.options.ImportOptions;
import io.hybridanomaly.importing.text.ImportException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The questions of an auditor. The oracle of the digit tests is benford_py 0.5 ({@code get_digs},
 * {@code prepare}, {@code chi_sq_2}, {@code mad}) on the amounts of {@link LedgerFile}, run with
 * pandas 1.5.3. Of the last two digits it expects 1/99 each, which adds up to more than 1; there
 * the oracle is the same code with 1/100. The order of suspects is that of {@code suspectsTable}
 * and {@code getSuspects} of R's benford.analysis: the absolute difference of the counts.
 */
class LedgerTest {

  private static Ledger ledger(String csv) throws ImportException {
    ImportOptions options = ImportOptions.defaults().withValueColumn("amount");
    return new Ledger(CsvImporter.rows(TextSource.of("ledger.csv", csv), options));
  }

  private static Ledger ledger() throws ImportException {
    return ledger(LedgerFile.csv());
  }

  @Test
  void theLargestAmountsOfEitherSignComeFirst() throws Exception {
    StringBuilder csv = new StringBuilder("date,amount\n");
    for (int i = 1; i <= 40; i++) {
      csv.append("2024-01-01 00:").append(10 + i).append(',');
      csv.append(i == 7 ? -98765 : i).append('\n');
    }
    assertThat(ledger(csv.toString()).largest())
        .hasSize(Ledger.LARGEST)
        .startsWith(6, 39, 38)
        .endsWith(16);
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST, 3000, 49.52720678769991, 0.009494812887695341, ACCEPTABLE",
    "SECOND, 3000, 48.840783304064544, 0.008669702082236164, ACCEPTABLE",
    "FIRST_TWO, 3000, 638.0389148618954, 0.0020092317380682066, MARGINAL",
    "LAST_TWO, 2445, 509.64212678936605, 0.0022261758691206543, UNDEFINED",
  })
  void digitsAgreeWithBenfordPy(
      Digits digits, int n, double chiSquare, double mad, Conformity conformity) throws Exception {
    DigitTest test = ledger().digits(digits);
    assertThat(test.statistics().n()).isEqualTo(n);
    assertThat(test.statistics().chiSquare()).isCloseTo(chiSquare, within(1e-9));
    assertThat(test.statistics().mad()).isCloseTo(mad, within(1e-15));
    assertThat(test.statistics().conformity()).isEqualTo(conformity);
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST, 4, 395, 6.404145",
    "FIRST, 1, 927, 0.931766",
    "SECOND, 9, 351, 6.252663",
    "FIRST_TWO, 49, 145, 23.136281",
    "FIRST_TWO, 10, 172, 4.337303",
    "LAST_TWO, 70, 84, 12.002256",
    "LAST_TWO, 00, 83, 11.799000",
  })
  void everyDigitAgreesWithBenfordPy(Digits digits, String label, int count, double z)
      throws Exception {
    DigitTest test = ledger().digits(digits);
    DigitTest.Bar bar =
        test.bars().stream().filter(each -> each.label().equals(label)).findFirst().orElseThrow();
    assertThat(bar.count()).isEqualTo(count);
    assertThat(Math.abs(bar.z())).isCloseTo(z, within(1e-6));
    assertThat(test.rows(bar.category())).hasSize(count);
  }

  @Test
  void suspectsComeInTheOrderOfR() throws Exception {
    Ledger ledger = ledger();
    // Oracle: sorted by AbsDif, benford_py's 0.039559, 0.015941, 0.006429 and 0.005700.
    assertThat(ledger.digits(Digits.FIRST_TWO).suspects())
        .extracting(DigitTest.Bar::label)
        .startsWith("49", "10", "12", "25");
    assertThat(ledger.suspectDigits()).allMatch(DigitTest.Bar::isNotable);
    assertThat(ledger.suspects()).hasSize(145 + 172);
    assertThat(Arrays.stream(ledger.suspects()).mapToDouble(row -> ledger.rows().values()[row]))
        .allMatch(amount -> Double.toString(amount).matches("(4\\.?9|1\\.?0).*"));
  }

  /** Amounts spread evenly over the orders of magnitude follow the law. */
  @Test
  void noDigitOfACleanLedgerIsNotable() {
    Random random = new Random(1);
    double[] amounts = random.doubles(2_000).map(x -> Math.pow(10, 1 + 4 * x)).toArray();
    List<DigitTest.Bar> most = DigitTest.of(Digits.FIRST_TWO, amounts).suspects();
    assertThat(most.subList(0, 2)).noneMatch(DigitTest.Bar::isNotable);
  }

  @Test
  void repeatedAmountsAreThoseOfPandas() throws Exception {
    List<DuplicateGroup> groups = ledger().duplicates();
    // Oracle: value_counts of pandas.
    assertThat(groups).hasSize(170);
    assertThat(groups.getFirst().amount()).isEqualTo(100_000);
    assertThat(groups.getFirst().rows()).hasSize(60);
    assertThat(groups.subList(1, 5)).allMatch(group -> group.rows().length == 15);
    assertThat(groups.stream().mapToInt(group -> group.rows().length).sum()).isEqualTo(577);
  }

  @Test
  void roundAmountsAndThoseBelowALimitAreThoseOfPandas() throws Exception {
    // Oracle: (v % step == 0).sum() and comparisons in pandas.
    assertThat(ledger().roundAmounts())
        .extracting(RoundAmounts::step, round -> round.rows().length)
        .containsExactly(
            tuple(10, 473), tuple(25, 183), tuple(100, 90), tuple(1000, 61), tuple(10_000, 60));
    JustBelow below = ledger().justBelow(500_000);
    assertThat(below.rows()).hasSize(127);
    assertThat(below.above()).isEqualTo(12);
    assertThat(below.from()).isEqualTo(475_000);
    Ledger ledger = ledger();
    assertThatThrownBy(() -> ledger.justBelow(0)).hasMessage("The limit must be a number above 0.");
  }

  @Test
  void duplicatesShareWhatIsAskedFor() throws Exception {
    StringBuilder csv = new StringBuilder("date,amount,payee\n");
    for (int i = 0; i < 40; i++) {
      csv.append("2024-01-%02d,%d,P%d\n".formatted(1 + i / 2, 100 + i, i));
    }
    csv.append("2024-01-30,500,Ann\n2024-01-30,500,Ben\n2024-01-31,500, Ann \n2024-01-31,0,\n");
    csv.append("2024-01-31,0,\n2024-01-31,-7,Cy\n2024-01-31,-7,Cy\n");
    Ledger ledger = ledger(csv.toString());
    assertThat(ledger.duplicates())
        .extracting(DuplicateGroup::amount, group -> group.rows().length)
        .containsExactly(tuple(500.0, 3), tuple(-7.0, 2));
    assertThat(ledger.duplicatesByDate())
        .extracting(DuplicateGroup::also)
        .containsExactly(List.of("2024-01-30"), List.of("2024-01-31"));
    assertThat(ledger.otherColumns()).containsExactly(2);
    List<DuplicateGroup> byPayee = ledger.duplicatesBy(2);
    assertThat(byPayee)
        .extracting(DuplicateGroup::also)
        .containsExactly(List.of("Ann"), List.of("Cy"));
    assertThat(
            Arrays.stream(byPayee.getFirst().rows()).mapToLong(row -> ledger.rows().lines()[row]))
        .containsExactly(42L, 44L);
  }

  @Test
  void rowsKeepTheirColumnsAndLinesInTheOrderOfTime() throws Exception {
    StringBuilder csv = new StringBuilder("Titles\n\ndate;amount;text\n");
    for (int i = 40; i > 0; i--) {
      csv.append("2024-02-01 00:%02d;%d,50;\"line\n%d\"\n".formatted(i, i, i));
    }
    csv.append("broken\n");
    Ledger ledger = ledger(csv.toString());
    assertThat(ledger.rows().columns()).containsExactly("date", "amount", "text");
    assertThat(ledger.rows().size()).isEqualTo(40);
    // The last of the file is the first in time; each row has two lines, the first starts in line
    // 4.
    assertThat(ledger.rows().lines()[0]).isEqualTo(4 + 2 * 39);
    assertThat(ledger.rows().cells(0)).containsExactly("2024-02-01 00:01", "1,50", "line\n1");
    assertThat(ledger.rows().values()[0]).isEqualTo(1.5);
  }

  @Test
  void changedPointsAreNoRowsAnyMore() {
    ImportOptions options = ImportOptions.defaults().withDuplicates(DuplicateTimes.SUM);
    assertThatThrownBy(() -> CsvImporter.rows(TextSource.of("a.csv", LedgerFile.csv()), options))
        .isInstanceOf(ImportException.class)
        .hasMessageStartingWith("The points are no longer the rows of the file");
  }

  @Test
  void suspectsStandInTheOrderOfTheirDigitsExcess() throws Exception {
    Ledger ledger = ledger();
    List<DigitTest.Bar> digits = ledger.suspectDigits();
    assertThat(digits.get(0).excess()).isGreaterThan(digits.get(1).excess());
    byte[] categories = ledger.digits(Digits.FIRST_TWO).categories();
    int[] suspects = ledger.suspects();
    for (int i = 0; i < suspects.length; i++) {
      int place = i < digits.get(0).count() ? 0 : 1;
      assertThat(categories[suspects[i]]).isEqualTo((byte) digits.get(place).category());
    }
  }

  @Test
  void theLimitWithTheClearestHeapBelowIsSuggested() throws Exception {
    JustBelow heap = ledger().suggestedLimit().orElseThrow();
    assertThat(heap.limit()).isEqualTo(500_000);
    assertThat(heap.rows().length).isGreaterThanOrEqualTo(120).isGreaterThan(4 * heap.above());
    StringBuilder even = new StringBuilder("date,amount\n");
    for (int i = 0; i < 3_000; i++) {
      even.append("2024-01-%02d,%.2f%n".formatted(1 + i / 100, 10 + i * 3.33));
    }
    assertThat(ledger(even.toString()).suggestedLimit()).isEmpty();
  }

  @Test
  void copiesAreCountedByTheColumnThatTellsMost() throws Exception {
    StringBuilder csv = new StringBuilder("date,amount,vendor,text\n");
    for (int i = 0; i < 200; i++) {
      // Amounts repeat among vendors; one invoice of the first ten stands twice.
      int invoice = i < 10 ? i / 2 * 2 : i;
      csv.append(
          "2024-01-%02d,%d.5,V%d,INV-%d%n".formatted(1 + i / 20, 1 + invoice % 50, i % 2, invoice));
    }
    assertThat(ledger(csv.toString()).likeliestCopies()).contains(new Ledger.Copies("text", 10));
  }

  @Test
  void aRunningNumberIsSharedByNoTwoRows() throws Exception {
    StringBuilder csv = new StringBuilder("txn,date,driver,amount\n");
    for (int i = 0; i < 200; i++) {
      csv.append("%d,2025-01-%02d,D%d,%d.5%n".formatted(i + 1, 1 + i / 20, i % 4, 10 + i % 60));
    }
    Ledger ledger = ledger(csv.toString());
    assertThat(ledger.rows().columns().get(2)).isEqualTo("driver");
    assertThat(ledger.otherColumns()).containsExactly(2);
  }

  /** Falling amounts as of real payments, with a seed of their own. */
  private static StringBuilder payments(int rows, int seed) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("date,number,vendor,amount\n");
    for (int i = 0; i < rows; i++) {
      csv.append(
          "2024-%02d-%02d,%d,V%d,%.2f%n"
              .formatted(
                  1 + i * 12 / rows,
                  1 + i % 28,
                  1000 + i,
                  random.nextInt(40),
                  Math.exp(6 + 1.5 * random.nextGaussian())));
    }
    return csv;
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
  void inAnOrdinaryLedgerNothingIsWorthALook(int seed) throws Exception {
    assertThat(ledger(payments(3_000, seed).toString()).findings()).isEmpty();
    // Many rows make every difference clear; amounts become rarer the larger they are.
    assertThat(ledger(payments(30_000, seed).toString()).suggestedLimit()).isEmpty();
  }

  @Test
  void whatIsWorthALookIsSaidWithItsNumbers() throws Exception {
    StringBuilder csv = payments(3_000, 9);
    Random random = new Random(10);
    for (int i = 0; i < 90; i++) {
      csv.append(
          "2024-11-%02d,%d,V3,%.2f%n"
              .formatted(1 + i % 28, 9000 + i, 2_400 + 99 * random.nextDouble()));
    }
    csv.append("2024-06-14,9998,V7,812.4\n2024-06-14,9999,V7,812.40\n");
    List<Finding> findings = ledger(csv.toString()).findings();
    assertThat(findings)
        .extracting(finding -> finding.text(Locale.GERMAN))
        .satisfiesExactly(
            copies ->
                assertThat(copies)
                    .isEqualTo("2 rows equal another one in everything but their number"),
            limit ->
                assertThat(limit).matches("1[01]\\d amounts just below 2\\.500, \\d\\d just above"),
            digits ->
                assertThat(digits)
                    .matches(
                        "first two digits 24 in \\d+ amounts where Benford's law has 5\\d( and .*)?"));
  }

  @Test
  void aLedgerThatRepeatsByNatureHasNoCopies() throws Exception {
    StringBuilder csv = new StringBuilder("date,fee,amount\n");
    for (int i = 0; i < 400; i++) {
      csv.append("2024-01-%02d,card,%d%n".formatted(1 + i / 20, 5 + i % 3));
    }
    Ledger ledger = ledger(csv.toString());
    assertThat(ledger.copies()).hasSize(60);
    assertThat(ledger.findings()).isEmpty();
  }
}
