package io.hybridanomaly.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hybridanomaly.benford.Applicability;
import io.hybridanomaly.detection.AnomalyFacts.Kind;
import io.hybridanomaly.series.Samples;
import io.hybridanomaly.series.Segment;
import io.hybridanomaly.series.Timestamps;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class AnomalyFactsTest {

  private static final int N = 2_000;
  private static final int WINDOW = 24;
  private static final int START = 1_000;
  private static final int END = 1_048;

  /** A daily rhythm that the autoencoder knows, with noise that it does not. */
  private static DetectionResult rhythmBut(IntToDoubleFunction inside, double benfordShare) {
    Random random = new Random(5);
    double[] expected = new double[N];
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      expected[i] = 100 + 20 * Math.sin(2 * Math.PI * i / 24);
      double value = expected[i] + random.nextGaussian();
      values[i] = i >= START && i < END ? inside.applyAsDouble(i) : value;
    }
    double[] score = new double[N];
    score[START + 5] = 7;
    ComponentScores components =
        new ComponentScores(
            values,
            score,
            new double[N],
            expected,
            new double[N],
            new double[] {1},
            WINDOW,
            1,
            Applicability.of(values));
    Anomaly anomaly =
        new Anomaly(new Segment(START, END), START + 5, 50, 1 - benfordShare, benfordShare, 0, 0);
    return new DetectionResult(
        DetectionSettings.defaults(), components, score, 3.5, List.of(anomaly));
  }

  private static AnomalyFacts factsOf(DetectionResult result) {
    return AnomalyFacts.of(result, result.anomalies().getFirst());
  }

  private static double usual(int i) {
    return 100 + 20 * Math.sin(2 * Math.PI * i / 24);
  }

  private static Kind kindOf(IntToDoubleFunction inside) {
    return factsOf(rhythmBut(inside, 0)).kind();
  }

  @Test
  void tellsTheKindsOfDifferenceApart() {
    assertThat(kindOf(i -> usual(i) + (i == START + 5 ? 60 : 0))).isEqualTo(Kind.SPIKE);
    assertThat(kindOf(i -> usual(i) - (i == START + 5 ? 60 : 0))).isEqualTo(Kind.DIP);
    assertThat(kindOf(i -> usual(i) + 15)).isEqualTo(Kind.HIGHER);
    assertThat(kindOf(i -> usual(i) - 15)).isEqualTo(Kind.LOWER);
    assertThat(kindOf(i -> 100)).isEqualTo(Kind.FLAT);
    assertThat(kindOf(i -> 100 + 4 * (usual(i) - 100))).isEqualTo(Kind.WILD);
    assertThat(kindOf(i -> usual(i + 12))).isEqualTo(Kind.SHAPE);
    assertThat(factsOf(rhythmBut(AnomalyFactsTest::usual, 0.9)).kind()).isEqualTo(Kind.DIGITS);
  }

  @Test
  void namesThePointsThatDifferMostWithTheirShare() {
    AnomalyFacts facts =
        factsOf(rhythmBut(i -> usual(i) + (i == 1_010 ? 30 : i == 1_020 ? -10 : 0), 0));
    assertThat(facts.contributions()).hasSize(10);
    AnomalyFacts.Contribution first = facts.contributions().getFirst();
    assertThat(first.point()).isEqualTo(1_010);
    assertThat(first.difference()).isCloseTo(30, within(1e-9));
    // 30 of 30 + 10.
    assertThat(first.share()).isCloseTo(0.75, within(1e-9));
    assertThat(facts.contributions().get(1).point()).isEqualTo(1_020);
    assertThat(facts.contributions().get(1).share()).isCloseTo(0.25, within(1e-9));
    assertThat(facts.outsideBand()).isEqualTo(2);
  }

  @Test
  void agreesWithPlainSums() {
    DetectionResult result = rhythmBut(i -> usual(i) + 15, 0);
    AnomalyFacts facts = factsOf(result);
    double[] inside = Arrays.copyOfRange(result.components().values(), START, END);
    assertThat(facts.meanValue())
        .isCloseTo(Arrays.stream(inside).average().orElseThrow(), within(1e-9));
    // Two whole cycles around 100.
    assertThat(facts.meanExpected()).isCloseTo(100, within(1e-9));
    assertThat(facts.minimum()).isEqualTo(Arrays.stream(inside).min().orElseThrow());
    assertThat(facts.maximum()).isEqualTo(Arrays.stream(inside).max().orElseThrow());
    // A sine of amplitude 20 has the standard deviation 20/√2; outside there is noise of 1 too.
    assertThat(facts.movement().deviation()).isCloseTo(20 / Math.sqrt(2), within(1e-9));
    assertThat(facts.movement().usualDeviation()).isCloseTo(Math.sqrt(201), within(0.5));
    assertThat(facts.digits().n()).isEqualTo(END - START);
    assertThat(facts.score()).isEqualTo(7);
    assertThat(facts.threshold()).isEqualTo(3.5);
  }

  @Test
  void saysItInPlainWords() {
    AnomalyFacts facts = factsOf(rhythmBut(i -> usual(i) + (i == 1_006 ? 32 : 0), 0));
    // 1006 hours are 41 days and 22 hours: 100 + 20 sin(−30°) = 90.
    Explanation explanation = Explanation.of(facts, i -> "hour " + i, Locale.ENGLISH);
    assertThat(explanation.text())
        .isEqualTo(
            "From hour 1000 to hour 1047 (48 points) single values are far above what was"
                + " expected. The largest difference is at hour 1006: 122 instead of 90, 32 more."
                + " 1 of 48 points lies outside the expected band. The score peaks at 7.00;"
                + " the threshold is 3.50.");
    assertThat(explanation.digits()).isEmpty();
    assertThat(Explanation.digits(facts, Locale.ENGLISH))
        .isEqualTo(
            "Benford's law does not hold for this series as a whole, so its digits are no evidence"
                + " here.");
  }

  /** The original formula judges points in their order: a gap may be all that is unusual. */
  @Test
  void saysThatTimeIsMissing() {
    DetectionResult result = rhythmBut(i -> usual(i) + (i == 1_006 ? 32 : 0), 0);
    long[] micros = new long[result.score().length];
    Arrays.setAll(micros, i -> (i < 1_010 ? i : i + 5) * 3_600_000_000L);
    Samples samples = result.components().samples();
    Occasions occasions = Occasions.of(new Timestamps(micros, null, null, false), samples);
    assertThat(Explanation.of(factsOf(result), i -> "hour " + i, occasions).where())
        .endsWith(
            " Points are missing between hour 1009 and hour 1010: that alone may make what is around"
                + " them look unusual.");
  }

  @Test
  void saysWhatIsUsual() {
    // Two whole cycles around 100, 15 lower.
    AnomalyFacts facts = factsOf(rhythmBut(i -> usual(i) - 15, 0));
    assertThat(Explanation.of(facts, i -> "hour " + i, Locale.ENGLISH).what())
        .isEqualTo(
            "From hour 1000 to hour 1047 (48 points) the values are too low: 85 on average where"
                + " about 100 is usual.");
  }

  @Test
  void aAnomalyOfOnePointIsOneValue() {
    DetectionResult result = rhythmBut(i -> usual(i) - (i == 1_006 ? 60 : 0), 0);
    AnomalyFacts facts =
        AnomalyFacts.of(result, new Anomaly(new Segment(1_006, 1_007), 1_006, 50, 1, 0, 0, 0));
    assertThat(Explanation.of(facts, i -> "hour " + i, Locale.ENGLISH).what())
        .isEqualTo("At hour 1006 the value is far below what was expected.");
  }

  @Test
  void theSpreadOfLargeValuesDoesNotOverflow() {
    AnomalyFacts facts = factsOf(rhythmBut(i -> i == 1_006 ? 1e300 : usual(i), 0));
    // One of 48 points is h above the others: √(1/48 · 47/48) h.
    assertThat(facts.movement().deviation()).isCloseTo(1e300 * Math.sqrt(47) / 48, within(1e290));
  }

  @Test
  void aAnomalyAsLongAsTheSeriesHasNothingToCompareWith() {
    DetectionResult result = rhythmBut(AnomalyFactsTest::usual, 0);
    AnomalyFacts facts = AnomalyFacts.of(result, new Anomaly(new Segment(0, N), 5, 10, 1, 0, 0, 0));
    assertThat(facts.movement().usualDeviation()).isZero();
    assertThat(facts.amongOthers()).isEmpty();
  }

  @Test
  void stepsAreNamedWhereTheyCount() {
    assertThat(factsOf(rhythmBut(AnomalyFactsTest::usual, 1)).steps()).isEmpty();

    // A wave through two orders of magnitude whose significands are spread evenly in the anomaly.
    Random random = new Random(6);
    double[] values = new double[N];
    for (int i = 0; i < N; i++) {
      double logarithm = 1 + Math.abs(i % 100 - 50) / 25.0 + 0.01 * random.nextGaussian();
      double magnitude = Math.floor(logarithm);
      values[i] =
          i >= START && i < START + 200
              ? Math.pow(10, magnitude) * (1 + 9 * (logarithm - magnitude))
              : Math.pow(10, logarithm);
    }
    double[] zero = new double[N];
    ComponentScores components =
        new ComponentScores(
            values, zero, zero, values, zero, zero, WINDOW, 1, Applicability.of(values));
    Anomaly anomaly = new Anomaly(new Segment(START, START + 200), START + 5, 50, 0, 1, 0, 0);
    AnomalyFacts facts =
        AnomalyFacts.of(
            new DetectionResult(
                DetectionSettings.defaults(), components, zero, 3.5, List.of(anomaly)),
            anomaly);
    AnomalyFacts.Steps steps = facts.steps().orElseThrow();
    assertThat(steps.evidence()).isGreaterThan(3).isGreaterThan(steps.elsewhere());
    assertThat(Explanation.of(facts, String::valueOf, Locale.ENGLISH).digits())
        .contains("as if leading digits had been made up evenly");

    Anomaly natural =
        new Anomaly(new Segment(START - 300, START - 100), START - 200, 50, 0, 1, 0, 0);
    AnomalyFacts other =
        AnomalyFacts.of(
            new DetectionResult(
                DetectionSettings.defaults(), components, zero, 3.5, List.of(natural)),
            natural);
    assertThat(other.steps().orElseThrow().elsewhere()).isGreaterThan(3);
    assertThat(Explanation.of(other, String::valueOf, Locale.ENGLISH).digits())
        .contains("shows no sign of invented digits");
  }
}
